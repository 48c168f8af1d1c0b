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
import pavilion.matter.MatterLists.Listed;
import pavilion.text.Phrases;
import pavilion.web.Access;
import pavilion.web.FormNumbers;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;
import pavilion.web.SelectOption;

/** The page of the day, with what waits for this person, and the list of matters with its filter. */
final class MatterListPages {
    private static final int MOST_TODAY = 60;
    private static final int MOST_OTHERS = 20;
    private static final Set<String> STATES =
            Stream.of(MatterState.values()).map(MatterState::key).collect(Collectors.toUnmodifiableSet());
    private final Database db;
    private final Matters matters;
    private final MatterAccess access;
    private final MatterLists lists;
    private final StageTimeline timeline;
    private final MatterRegistry registry;

    MatterListPages(
            Database db,
            Matters matters,
            MatterAccess access,
            MatterLists lists,
            StageTimeline timeline,
            MatterRegistry registry) {
        this.db = db;
        this.matters = matters;
        this.access = access;
        this.lists = lists;
        this.timeline = timeline;
        this.registry = registry;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/c/:c/today", Access.SIGNED_IN, this::today),
                Route.get("/c/:c/matters", Access.SIGNED_IN, this::matters));
    }

    Response today(Request request) {
        Phrases phrases = request.phrases();
        Tx tx = db.plain();
        List<MatterListView.LineView> mine = new ArrayList<>();
        List<MatterListView.LineView> others = new ArrayList<>();
        List<MatterLine> underWay =
                MatterListStore.underWay(tx, request.community().id(), access.paths(request), MOST_TODAY);
        for (Listed each : lists.with(tx, request.user(), underWay)) {
            MatterListView.LineView line = line(request, phrases, each);
            (line.me().isEmpty() ? others : mine).add(line);
        }
        String panels = registry.panels().stream()
                .flatMap(each -> each.today(request).stream())
                .map(panel -> panel.render(request))
                .collect(Collectors.joining());
        return request.page(
                "matter/today",
                new MatterListView.TodayView(
                        panels, mine, others.stream().limit(MOST_OTHERS).toList(), others.size() > MOST_OTHERS));
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
        List<MatterLine> lines = MatterListStore.page(tx, community, paths, filter);
        boolean more = lines.size() > MatterListStore.PAGE;
        List<MatterLine> shown = lines.subList(0, Math.min(lines.size(), MatterListStore.PAGE));
        return request.page(
                "matter/list",
                new MatterListView(
                        lists.with(tx, request.user(), shown).stream()
                                .map(each -> line(request, phrases, each))
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

    private MatterListView.LineView line(Request request, Phrases phrases, Listed each) {
        MatterLine line = each.line();
        String note = line.ending() != null
                ? phrases.say(matters.endingKey(line.community(), line.rule(), line.ending()))
                : line.state() == MatterState.SUSPENDED
                        ? phrases.say("matter.suspended")
                        : timeline.waits(phrases, each.stage(), each.awaited());
        String badge = line.state() == MatterState.OPEN ? each.fact().badge() : "";
        return new MatterListView.LineView(
                "/c/" + request.community().code() + "/matters/" + line.id(),
                line.title(),
                each.stage().glyph(),
                phrases.in(each.stage().name()),
                phrases.say("matter.list.note", line.number(), line.placeName(), note),
                badge.isEmpty() ? "" : phrases.say("matter.can." + badge));
    }
}
