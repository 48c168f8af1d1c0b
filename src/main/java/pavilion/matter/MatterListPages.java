package pavilion.matter;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.text.Phrases;
import pavilion.web.Access;
import pavilion.web.FormNumbers;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;
import pavilion.web.SelectOption;

/** The list of matters with its filter. */
final class MatterListPages {
    private static final Set<String> STATES =
            Stream.of(MatterState.values()).map(MatterState::key).collect(Collectors.toUnmodifiableSet());
    private final Database db;
    private final Matters matters;
    private final MatterAccess access;
    private final MatterLists lists;
    private final MatterLineViews lines;

    MatterListPages(Database db, Matters matters, MatterAccess access, MatterLists lists, MatterLineViews lines) {
        this.db = db;
        this.matters = matters;
        this.access = access;
        this.lists = lists;
        this.lines = lines;
    }

    List<Route> routes() {
        return List.of(Route.get("/c/:c/matters", Access.SIGNED_IN, this::matters));
    }

    Response matters(Request request) {
        Phrases phrases = request.phrases();
        Tx tx = db.plain();
        MatterFilter filter = new MatterFilter(
                request.query("stage"),
                STATES.contains(request.query("state")) ? request.query("state") : "",
                FormNumbers.id(request.query("where")),
                words(request.query("q")),
                FormNumbers.page(request.query("page")));
        int community = request.community().id();
        List<String> paths = access.paths(request);
        List<MatterLine> found = MatterListStore.page(tx, community, paths, filter);
        boolean more = found.size() > MatterListStore.PAGE;
        List<MatterLine> shown = found.subList(0, Math.min(found.size(), MatterListStore.PAGE));
        return request.page(
                "matter/list",
                new MatterListView(
                        lists.with(tx, request.user(), shown).stream()
                                .map(each -> lines.of(request, each))
                                .toList(),
                        filter.words(),
                        stages(phrases, filter.stage()),
                        states(phrases, filter.state()),
                        places(phrases, MatterListStore.places(tx, community, paths), filter.place()),
                        filter.page() > 1 ? address(request, filter, filter.page() - 1) : "",
                        more ? address(request, filter, filter.page() + 1) : "",
                        filter.page() > 1 || more ? phrases.say("matter.list.page", filter.page()) : ""));
    }

    private static String words(String typed) {
        return typed.strip().substring(0, Math.min(60, typed.strip().length()));
    }

    private static String address(Request request, MatterFilter filter, int page) {
        return "/c/" + request.community().code() + "/matters?stage=" + encode(filter.stage()) + "&state="
                + filter.state() + "&where=" + filter.place() + "&q=" + encode(filter.words()) + "&page=" + page;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private List<SelectOption> stages(Phrases phrases, String chosen) {
        Map<String, String> names = new LinkedHashMap<>();
        matters.book()
                .templates()
                .values()
                .forEach(t ->
                        t.stages().forEach(s -> names.putIfAbsent(s.key(), s.glyph() + " " + phrases.in(s.name()))));
        List<SelectOption> choices = new ArrayList<>();
        choices.add(new SelectOption("", phrases.say("matter.filter.any"), chosen.isEmpty()));
        names.forEach((key, name) -> choices.add(new SelectOption(key, name, key.equals(chosen))));
        return choices;
    }

    private static List<SelectOption> states(Phrases phrases, String chosen) {
        List<SelectOption> choices = new ArrayList<>();
        choices.add(new SelectOption("", phrases.say("matter.filter.any"), chosen.isEmpty()));
        for (MatterState state : MatterState.values()) {
            choices.add(new SelectOption(
                    state.key(),
                    phrases.say("matter.state." + state.key()),
                    state.key().equals(chosen)));
        }
        return choices;
    }

    private static List<SelectOption> places(Phrases phrases, List<MatterStore.Place> places, long chosen) {
        List<SelectOption> choices = new ArrayList<>();
        choices.add(new SelectOption("0", phrases.say("matter.filter.any"), chosen == 0));
        places.forEach(
                place -> choices.add(new SelectOption(Long.toString(place.id()), place.name(), place.id() == chosen)));
        return choices;
    }
}
