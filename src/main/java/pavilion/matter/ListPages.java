package pavilion.matter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pavilion.matter.ListStore.Line;
import pavilion.matter.ListStore.Wish;
import pavilion.rules.ElectorateKind;
import pavilion.rules.procedure.Stage;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Role;
import pavilion.web.Viewer;
import pavilion.web.Visit;

/** Today: what needs me. Matters: what is under way where I live, and what was. */
final class ListPages {
    private static final Set<String> STATES = Set.of("", "open", "suspended", "ended");
    private final MatterRoom room;

    ListPages(MatterRoom room) {
        this.room = room;
    }

    List<Door> doors() {
        return List.of(
                Door.get("/c/:c/today", Access.SIGNED_IN, this::today),
                Door.get("/c/:c/matters", Access.SIGNED_IN, this::matters));
    }

    Answer today(Visit visit) {
        Speech speech = Speech.of(visit);
        var tx = room.db.plain();
        List<Map<String, Object>> mine = new ArrayList<>();
        List<Map<String, Object>> others = new ArrayList<>();
        for (Line line : room.lists.underWay(tx, visit.here().id(), room.sight(visit, tx), 60)) {
            Map<String, Object> item = item(visit, speech, line);
            (item.get("me").equals("") ? others : mine).add(item);
        }
        String panels = room.panels.stream()
                .flatMap(each -> each.today(visit).stream())
                .map(panel -> panel.render(visit))
                .collect(Collectors.joining());
        return visit.page(
                "matter/today",
                Map.of(
                        "nowHtml",
                        panels,
                        "mine",
                        mine,
                        "others",
                        others.stream().limit(20).toList(),
                        "more",
                        others.size() > 20));
    }

    Answer matters(Visit visit) {
        Speech speech = Speech.of(visit);
        var tx = room.db.plain();
        String state = STATES.contains(visit.query("state")) ? visit.query("state") : "";
        Wish wish = new Wish(
                visit.query("stage"), state, number(visit.query("where")), words(visit.query("q")), page(visit));
        var sight = room.sight(visit, tx);
        List<Line> lines = room.lists.page(tx, visit.here().id(), sight, wish);
        boolean more = lines.size() > ListStore.PAGE;
        Map<String, Object> model = new HashMap<>();
        model.put(
                "found",
                lines.stream()
                        .limit(ListStore.PAGE)
                        .map(line -> item(visit, speech, line))
                        .toList());
        model.put("q", wish.words());
        model.put("stageChoices", stages(speech, wish.stage()));
        model.put("stateChoices", states(speech, state));
        model.put(
                "placeChoices",
                places(speech, room.lists.places(tx, visit.here().id(), sight), wish.place()));
        model.put("before", wish.page() > 1 ? address(visit, wish, wish.page() - 1) : "");
        model.put("after", more ? address(visit, wish, wish.page() + 1) : "");
        model.put("pages", wish.page() > 1 || more ? speech.say("matter.list.page", wish.page()) : "");
        return visit.page("matter/list", model);
    }

    private static String words(String typed) {
        return typed.strip().substring(0, Math.min(60, typed.strip().length()));
    }

    static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    static int page(Visit visit) {
        String text = visit.query("page");
        return text.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(text) : 1;
    }

    private static String address(Visit visit, Wish wish, int page) {
        return "/c/" + visit.here().code() + "/matters?stage=" + encode(wish.stage()) + "&state=" + wish.state()
                + "&where=" + wish.place() + "&q=" + encode(wish.words()) + "&page=" + page;
    }

    static String encode(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private List<Map<String, Object>> stages(Speech speech, String chosen) {
        Map<String, String> names = new LinkedHashMap<>();
        room.matters
                .book()
                .templates()
                .values()
                .forEach(t ->
                        t.stages().forEach(s -> names.putIfAbsent(s.key(), s.glyph() + " " + speech.in(s.name()))));
        List<Map<String, Object>> choices = new ArrayList<>();
        choices.add(choice("", speech.say("matter.filter.any"), chosen.isEmpty()));
        names.forEach((key, name) -> choices.add(choice(key, name, key.equals(chosen))));
        return choices;
    }

    private static List<Map<String, Object>> states(Speech speech, String chosen) {
        List<Map<String, Object>> choices = new ArrayList<>();
        for (String state : List.of("", "open", "suspended", "ended")) {
            choices.add(choice(
                    state,
                    speech.say(state.isEmpty() ? "matter.filter.any" : "matter.state." + state),
                    state.equals(chosen)));
        }
        return choices;
    }

    private static List<Map<String, Object>> places(Speech speech, List<MatterStore.Place> places, long chosen) {
        List<Map<String, Object>> choices = new ArrayList<>();
        choices.add(choice("0", speech.say("matter.filter.any"), chosen == 0));
        places.forEach(place -> choices.add(choice(Long.toString(place.id()), place.name(), place.id() == chosen)));
        return choices;
    }

    static Map<String, Object> choice(String value, String label, boolean selected) {
        return Map.of("value", value, "label", label, "selected", selected);
    }

    Map<String, Object> item(Visit visit, Speech speech, Line line) {
        Stage stage = room.matters.book().template(line.template()).stage(line.stage());
        String note = line.ending() != null
                ? speech.say("matter.ending." + line.ending())
                : line.state().equals("suspended")
                        ? speech.say("matter.suspended")
                        : room.course.waits(speech, stage, line.awaited());
        return Map.of(
                "href", "/c/" + visit.here().code() + "/matters/" + line.id(),
                "title", line.title(),
                "glyph", stage.glyph(),
                "stage", speech.in(stage.name()),
                "note", speech.say("matter.list.note", line.number(), line.placeName(), note),
                "me", me(visit.me(), speech, line, stage));
    }

    /** What this person can do about it now; empty when nothing. */
    private String me(Viewer viewer, Speech speech, Line line, Stage stage) {
        if (!line.state().equals("open")) {
            return "";
        }
        String deed = deed(viewer, line, stage);
        return deed == null ? "" : speech.say("matter.can." + deed);
    }

    private @Nullable String deed(Viewer viewer, Line line, Stage stage) {
        int c = viewer.community();
        boolean lives = viewer.household() != 0 && viewer.householdPath().startsWith(line.placePath());
        boolean serves = viewer.has(Role.COMMITTEE, c, line.placePath());
        boolean moderates = serves || viewer.has(Role.MODERATOR, c, line.placePath());
        boolean owners = room.matters.charter().rule(c, line.rule()).electorate() == ElectorateKind.OWNERS;
        boolean mayEndorse = owners ? viewer.has(Role.OWNER, c) : lives;
        String kind = stage.kind().name().toLowerCase(Locale.ROOT);
        return switch (stage.kind()) {
            case PROPOSE -> mayEndorse && !line.endorsed() && line.proposer() != viewer.person() ? kind : null;
            case TRIAGE, PLAN -> serves ? kind : null;
            case SESSION -> moderates ? (line.called() ? "chair" : "call") : lives ? kind : null;
            case NOTICE, WORK -> lives ? kind : null;
            case POLL -> line.mayVote() ? kind : null;
            case PUBLICITY ->
                line.mayAnswer() && (serves || viewer.has(Role.SUPERVISION, c, line.placePath())) ? kind : null;
            case RATE -> lives && !line.rated() ? kind : null;
        };
    }
}
