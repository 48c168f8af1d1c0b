package pavilion.task;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.matter.Matter;
import pavilion.matter.MatterModule;
import pavilion.matter.Matters;
import pavilion.matter.PanelProvider;
import pavilion.matter.Relation;
import pavilion.proposal.PhotoStore;
import pavilion.rules.procedure.StageKind;
import pavilion.text.Phrases;
import pavilion.web.Request;
import pavilion.web.Route;

/** The room put together; it guards the stages of work and rating, and shows both on the matter's page. */
public final class TaskModule implements PanelProvider {
    private static final int WIDTH = 360;

    final Database db;
    final MatterModule matterRoom;
    final Matters matters;
    public final Tasks errands;
    final Ratings ratings;

    public TaskModule(Database db, MatterModule matterRoom) {
        this.db = db;
        this.matterRoom = matterRoom;
        this.matters = matterRoom.matters();
        this.errands = new Tasks(matters);
        this.ratings = new Ratings(matters);
        matters.gate(StageKind.WORK, errands);
        matters.gate(StageKind.RATE, ratings);
        matterRoom.show(this);
    }

    public List<Route> routes() {
        return new TaskPages(this).routes();
    }

    @Override
    public List<Panel> panels(Request request, Matter matter, Relation mine) {
        Tx tx = db.plain();
        StageKind kind = matters.stage(matter).kind();
        List<Panel> panels = new ArrayList<>();
        List<Task> all = errands.of(tx, matter);
        boolean working = matter.open() && kind == StageKind.WORK;
        if (working || !all.isEmpty()) {
            panels.add(new Panel("work", "errand/work", work(request, matter, mine, all, working)));
        }
        Task claimed = all.stream()
                .filter(each -> !each.closed()
                        && Objects.equals(each.claimedBy(), request.me().person()))
                .findFirst()
                .orElse(null);
        if (working && claimed != null) {
            panels.add(new Panel("now", "errand/now", Map.of("matter", matter, "claimed", claimed)));
        } else if (working && mine.committee() && all.stream().allMatch(Task::closed)) {
            panels.add(new Panel("now", "errand/now", Map.of("matter", matter, "close", !all.isEmpty())));
        } else if (working && all.stream().anyMatch(each -> !each.closed() && each.claimedBy() == null)) {
            panels.add(new Panel("now", "errand/now", Map.of("matter", matter, "take", true)));
        }
        if (kind == StageKind.RATE) {
            panels.addAll(rating(request, tx, matter, mine));
        }
        return panels;
    }

    private Map<String, Object> work(Request request, Matter matter, Relation mine, List<Task> all, boolean working) {
        LocalDate today = matters.today();
        Phrases phrases = request.phrases();
        List<PhotoStore.Line> photos = PhotoStore.of(db.plain(), matter);
        long me = request.me().person();
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Task each : all) {
            Long claimed = each.claimedBy();
            Map<String, Object> line = new HashMap<>();
            line.put("errand", each);
            line.put("dueDay", phrases.day(each.due()));
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

    private static List<PhotoStore.Line> photos(List<PhotoStore.Line> photos, Task errand, String kind) {
        return photos.stream()
                .filter(photo -> photo.errand() != null
                        && photo.errand() == errand.id()
                        && photo.kind().equals(kind))
                .toList();
    }

    private List<Panel> rating(Request request, Tx tx, Matter matter, Relation mine) {
        Ratings.Summary summary = ratings.summary(tx, matter);
        Phrases phrases = request.phrases();
        boolean may = matter.open()
                && (mine.resident() || mine.owner() || mine.supervision())
                && !ratings.rated(tx, matter, request.me().person());
        Map<String, Object> model = new HashMap<>();
        model.put("matter", matter);
        model.put("summary", summary);
        model.put("mayRate", may);
        model.put(
                "counts",
                summary.counts().stream()
                        .map(count -> Map.<String, Object>of(
                                "heading", phrases.say("errand.stars." + count.stars()),
                                "ground", phrases.say("errand.stars.n", count.n(), summary.n()),
                                "filled", Math.max(1, count.n() * WIDTH / Math.max(1, summary.n()))))
                        .toList());
        model.put(
                "stars",
                List.of(5, 4, 3, 2, 1).stream()
                        .map(n -> Map.<String, Object>of("value", n, "label", phrases.say("errand.stars." + n)))
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
