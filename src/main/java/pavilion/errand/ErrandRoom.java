package pavilion.errand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.matter.Matter;
import pavilion.matter.MatterPanels;
import pavilion.matter.MatterRoom;
import pavilion.matter.Matters;
import pavilion.matter.PhotoStore;
import pavilion.matter.Speech;
import pavilion.matter.Standing;
import pavilion.rules.procedure.StageKind;
import pavilion.web.Door;
import pavilion.web.Visit;

/** The room put together; it guards the stages of work and rating, and shows both on the matter's page. */
public final class ErrandRoom implements MatterPanels {
    private static final int WIDTH = 360;

    final Database db;
    final MatterRoom matterRoom;
    final Matters matters;
    final Errands errands;
    final Ratings ratings;

    public ErrandRoom(Database db, MatterRoom matterRoom) {
        this.db = db;
        this.matterRoom = matterRoom;
        this.matters = matterRoom.matters();
        this.errands = new Errands(matters, new ErrandStore(), matterRoom.photos());
        this.ratings = new Ratings(matters, new RatingStore());
        matters.gate(StageKind.WORK, errands);
        matters.gate(StageKind.RATE, ratings);
        matterRoom.show(this);
    }

    public List<Door> doors() {
        return new ErrandPages(this).doors();
    }

    @Override
    public List<Panel> panels(Visit visit, Matter matter, Standing mine) {
        Tx tx = db.plain();
        StageKind kind = matters.stage(matter).kind();
        List<Panel> panels = new ArrayList<>();
        List<Errand> all = errands.of(tx, matter);
        boolean working = matter.open() && kind == StageKind.WORK;
        if (working || !all.isEmpty()) {
            panels.add(new Panel("work", "errand/work", work(visit, matter, mine, all, working)));
        }
        Errand claimed = all.stream()
                .filter(each -> !each.closed()
                        && Objects.equals(each.claimedBy(), visit.me().person()))
                .findFirst()
                .orElse(null);
        if (working && claimed != null) {
            panels.add(new Panel("now", "errand/now", Map.of("matter", matter, "claimed", claimed)));
        } else if (working && mine.committee() && all.stream().allMatch(Errand::closed)) {
            panels.add(new Panel("now", "errand/now", Map.of("matter", matter, "close", !all.isEmpty())));
        } else if (working && all.stream().anyMatch(each -> !each.closed() && each.claimedBy() == null)) {
            panels.add(new Panel("now", "errand/now", Map.of("matter", matter, "take", true)));
        }
        if (kind == StageKind.RATE) {
            panels.addAll(rating(visit, tx, matter, mine));
        }
        return panels;
    }

    private Map<String, Object> work(Visit visit, Matter matter, Standing mine, List<Errand> all, boolean working) {
        LocalDate today = matters.today();
        Speech speech = Speech.of(visit);
        List<PhotoStore.Line> photos = matterRoom.photos().of(db.plain(), matter);
        long me = visit.me().person();
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Errand each : all) {
            Long claimed = each.claimedBy();
            Map<String, Object> line = new HashMap<>();
            line.put("errand", each);
            line.put("dueDay", speech.day(each.due()));
            line.put("late", !each.closed() && each.due() != null && each.due().isBefore(today));
            line.put("mayClaim", working && claimed == null && !each.closed() && mine.belongs());
            line.put(
                    "mayReport", working && !each.closed() && (mine.committee() || (claimed != null && claimed == me)));
            line.put("mayDrop", working && !each.closed() && mine.committee());
            line.put("before", photos(photos, each, "before"));
            line.put("after", photos(photos, each, "after"));
            lines.add(line);
        }
        return Map.of("matter", matter, "lines", lines, "mayAdd", working && mine.committee());
    }

    private static List<PhotoStore.Line> photos(List<PhotoStore.Line> photos, Errand errand, String kind) {
        return photos.stream()
                .filter(photo -> photo.errand() != null
                        && photo.errand() == errand.id()
                        && photo.kind().equals(kind))
                .toList();
    }

    private List<Panel> rating(Visit visit, Tx tx, Matter matter, Standing mine) {
        Ratings.Summary summary = ratings.summary(tx, matter);
        Speech speech = Speech.of(visit);
        boolean may = matter.open()
                && (mine.resident() || mine.owner() || mine.supervision())
                && !ratings.rated(tx, matter, visit.me().person());
        Map<String, Object> model = new HashMap<>();
        model.put("matter", matter);
        model.put("summary", summary);
        model.put("mayRate", may);
        model.put(
                "counts",
                summary.counts().stream()
                        .map(count -> Map.<String, Object>of(
                                "heading", speech.say("errand.stars." + count.stars()),
                                "ground", speech.say("errand.stars.n", count.n(), summary.n()),
                                "filled", Math.max(1, count.n() * WIDTH / Math.max(1, summary.n()))))
                        .toList());
        model.put(
                "stars",
                List.of(5, 4, 3, 2, 1).stream()
                        .map(n -> Map.<String, Object>of("value", n, "label", speech.say("errand.stars." + n)))
                        .toList());
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel("rating", "errand/rating", model));
        if (may) {
            panels.add(new Panel("now", "errand/now", Map.of("matter", matter, "rate", true)));
        } else if (matter.open() && mine.committee()) {
            panels.add(new Panel("now", "errand/now", Map.of("matter", matter, "file", true)));
        }
        return panels;
    }
}
