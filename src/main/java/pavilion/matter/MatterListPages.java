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
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.matter.MatterListStore.Line;
import pavilion.matter.MatterListStore.Wish;
import pavilion.rules.ElectorateKind;
import pavilion.rules.procedure.Stage;
import pavilion.text.Phrases;
import pavilion.web.Access;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** Today: what needs me. Matters: what is under way where I live, and what was. */
public final class MatterListPages {
    private static final Set<String> STATES = Set.of("", "open", "suspended", "ended");
    private final MatterModule room;

    MatterListPages(MatterModule room) {
        this.room = room;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/c/:c/today", Access.SIGNED_IN, this::today),
                Route.get("/c/:c/matters", Access.SIGNED_IN, this::matters));
    }

    Response today(Request request) {
        Phrases phrases = request.phrases();
        var tx = room.db.plain();
        List<Map<String, Object>> mine = new ArrayList<>();
        List<Map<String, Object>> others = new ArrayList<>();
        for (Line line : MatterListStore.underWay(tx, request.here().id(), room.sight(request, tx), 60)) {
            Map<String, Object> item = item(request, phrases, line);
            (item.get("me").equals("") ? others : mine).add(item);
        }
        String panels = room.panels.stream()
                .flatMap(each -> each.today(request).stream())
                .map(panel -> panel.render(request))
                .collect(Collectors.joining());
        return request.page(
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

    Response matters(Request request) {
        Phrases phrases = request.phrases();
        var tx = room.db.plain();
        String state = STATES.contains(request.query("state")) ? request.query("state") : "";
        Wish wish = new Wish(
                request.query("stage"),
                state,
                number(request.query("where")),
                words(request.query("q")),
                page(request));
        var sight = room.sight(request, tx);
        List<Line> lines = MatterListStore.page(tx, request.here().id(), sight, wish);
        boolean more = lines.size() > MatterListStore.PAGE;
        Map<String, Object> model = new HashMap<>();
        model.put(
                "found",
                lines.stream()
                        .limit(MatterListStore.PAGE)
                        .map(line -> item(request, phrases, line))
                        .toList());
        model.put("q", wish.words());
        model.put("stageChoices", stages(phrases, wish.stage()));
        model.put("stateChoices", states(phrases, state));
        model.put(
                "placeChoices",
                places(phrases, MatterListStore.places(tx, request.here().id(), sight), wish.place()));
        model.put("before", wish.page() > 1 ? address(request, wish, wish.page() - 1) : "");
        model.put("after", more ? address(request, wish, wish.page() + 1) : "");
        model.put("pages", wish.page() > 1 || more ? phrases.say("matter.list.page", wish.page()) : "");
        return request.page("matter/list", model);
    }

    private static String words(String typed) {
        return typed.strip().substring(0, Math.min(60, typed.strip().length()));
    }

    public static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    static int page(Request request) {
        String text = request.query("page");
        return text.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(text) : 1;
    }

    private static String address(Request request, Wish wish, int page) {
        return "/c/" + request.here().code() + "/matters?stage=" + encode(wish.stage()) + "&state=" + wish.state()
                + "&where=" + wish.place() + "&q=" + encode(wish.words()) + "&page=" + page;
    }

    static String encode(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private List<Map<String, Object>> stages(Phrases phrases, String chosen) {
        Map<String, String> names = new LinkedHashMap<>();
        room.matters
                .book()
                .templates()
                .values()
                .forEach(t ->
                        t.stages().forEach(s -> names.putIfAbsent(s.key(), s.glyph() + " " + phrases.in(s.name()))));
        List<Map<String, Object>> choices = new ArrayList<>();
        choices.add(choice("", phrases.say("matter.filter.any"), chosen.isEmpty()));
        names.forEach((key, name) -> choices.add(choice(key, name, key.equals(chosen))));
        return choices;
    }

    private static List<Map<String, Object>> states(Phrases phrases, String chosen) {
        List<Map<String, Object>> choices = new ArrayList<>();
        for (String state : List.of("", "open", "suspended", "ended")) {
            choices.add(choice(
                    state,
                    phrases.say(state.isEmpty() ? "matter.filter.any" : "matter.state." + state),
                    state.equals(chosen)));
        }
        return choices;
    }

    private static List<Map<String, Object>> places(Phrases phrases, List<MatterStore.Place> places, long chosen) {
        List<Map<String, Object>> choices = new ArrayList<>();
        choices.add(choice("0", phrases.say("matter.filter.any"), chosen == 0));
        places.forEach(place -> choices.add(choice(Long.toString(place.id()), place.name(), place.id() == chosen)));
        return choices;
    }

    public static Map<String, Object> choice(String value, String label, boolean selected) {
        return Map.of("value", value, "label", label, "selected", selected);
    }

    Map<String, Object> item(Request request, Phrases phrases, Line line) {
        Stage stage = room.matters.book().template(line.template()).stage(line.stage());
        String note = line.ending() != null
                ? phrases.say("matter.ending." + line.ending())
                : line.state().equals("suspended")
                        ? phrases.say("matter.suspended")
                        : room.course.waits(phrases, stage, line.awaited());
        return Map.of(
                "href", "/c/" + request.here().code() + "/matters/" + line.id(),
                "title", line.title(),
                "glyph", stage.glyph(),
                "stage", phrases.in(stage.name()),
                "note", phrases.say("matter.list.note", line.number(), line.placeName(), note),
                "me", me(request.me(), phrases, line, stage));
    }

    /** What this person can do about it now; empty when nothing. */
    private String me(CurrentUser viewer, Phrases phrases, Line line, Stage stage) {
        if (!line.state().equals("open")) {
            return "";
        }
        String deed = deed(viewer, line, stage);
        return deed == null ? "" : phrases.say("matter.can." + deed);
    }

    private @Nullable String deed(CurrentUser viewer, Line line, Stage stage) {
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
