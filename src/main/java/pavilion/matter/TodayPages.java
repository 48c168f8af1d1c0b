package pavilion.matter;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.matter.MatterLists.Listed;
import pavilion.matter.PanelProvider.Panel;
import pavilion.matter.PanelProvider.Region;
import pavilion.rules.procedure.StageKind;
import pavilion.text.Phrases;
import pavilion.web.Access;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** The page of the day: one thing to do now, what else waits, what has been waiting longest first. */
final class TodayPages {
    /** More are under way nowhere; what is cut off beyond it is what has the most time. */
    private static final int MOST = 2_000;

    private static final int SHOWN = 40;
    private static final int QUIET = 2;
    private static final Comparator<Listed> BY_DAY =
            Comparator.comparing(each -> each.awaited().day(), Comparator.nullsLast(Comparator.naturalOrder()));

    private final Database db;
    private final Matters matters;
    private final MatterAccess access;
    private final MatterLists lists;
    private final MatterLineViews lines;
    private final MatterRegistry registry;

    TodayPages(
            Database db,
            Matters matters,
            MatterAccess access,
            MatterLists lists,
            MatterLineViews lines,
            MatterRegistry registry) {
        this.db = db;
        this.matters = matters;
        this.access = access;
        this.lists = lists;
        this.lines = lines;
        this.registry = registry;
    }

    List<Route> routes() {
        return List.of(Route.get("/c/:c/today", Access.SIGNED_IN, this::today));
    }

    Response today(Request request) {
        Tx tx = db.plain();
        List<Panel> panels = registry.panels().stream()
                .flatMap(each -> each.today(request).stream())
                .toList();
        List<Listed> all = lists.with(
                tx,
                request.user(),
                MatterListStore.underWay(tx, request.community().id(), access.paths(request), MOST));
        List<Panel> asking =
                panels.stream().filter(each -> each.region() == Region.ACTION).toList();
        List<Listed> untold = untold(all, asking, StageKind::decides);
        List<Listed> duties =
                untold.stream().filter(TodayPages::duty).sorted(BY_DAY).toList();
        Listed first = asking.isEmpty() && !duties.isEmpty() ? duties.getFirst() : null;
        List<Listed> rest = first == null ? duties : duties.subList(1, duties.size());
        return request.page(
                "matter/today",
                new TodayView(
                        duties.size() + asking.size(),
                        html(request, asking.stream()),
                        first == null ? null : card(request, first),
                        rest.stream()
                                .limit(SHOWN)
                                .map(each -> lines.of(request, each))
                                .toList(),
                        Math.max(0, rest.size() - SHOWN),
                        html(request, panels.stream().filter(each -> each.region() != Region.ACTION)),
                        quiet(request, untold(untold, panels, kind -> true)),
                        all.size()));
    }

    /** @param stages at which what a panel says of a matter is all that there is to say */
    private static List<Listed> untold(List<Listed> all, List<Panel> panels, Predicate<StageKind> stages) {
        Set<Long> told =
                panels.stream().flatMap(each -> each.matters().stream()).collect(Collectors.toSet());
        return all.stream()
                .filter(each -> !told.contains(each.line().id())
                        || !stages.test(each.stage().kind()))
                .toList();
    }

    private static boolean duty(Listed each) {
        return each.line().state() == MatterState.OPEN && each.fact().duty();
    }

    // What this person is welcome to do comes before what is only under way.
    private List<MatterListView.LineView> quiet(Request request, List<Listed> untold) {
        return Stream.concat(
                        untold.stream().filter(each -> each.fact().offer()),
                        untold.stream().filter(each -> each.fact().badge().isEmpty()))
                .limit(QUIET)
                .map(each -> lines.of(request, each))
                .toList();
    }

    private static String html(Request request, Stream<Panel> panels) {
        return panels.map(panel -> panel.render(request)).collect(Collectors.joining());
    }

    private TodayView.Card card(Request request, Listed each) {
        Phrases phrases = request.phrases();
        String badge = each.fact().badge();
        boolean unchecked = badge.equals("poll")
                && !request.user().checkedInPerson()
                && matters.rule(each.line()).binding();
        return new TodayView.Card(
                MatterLineViews.href(request, each.line()),
                each.line().title(),
                phrases.say(unchecked ? "matter.today.unchecked" : "matter.can." + badge),
                until(phrases, each),
                phrases.say(unchecked ? "matter.go.unchecked" : "matter.go." + badge));
    }

    private String until(Phrases phrases, Listed each) {
        Awaited awaited = each.awaited();
        LocalDate last = awaited.day();
        long left = left(last);
        if (last == null || left < 0 || awaited.objections() > 0) {
            return lines.waits(phrases, each);
        }
        String moment = awaited.pollCloses() == null ? phrases.day(last) : phrases.when(awaited.pollCloses());
        return left == 0 ? phrases.say("matter.today.ends", moment) : phrases.say("matter.today.left", left, moment);
    }

    private long left(@Nullable LocalDate last) {
        return last == null ? 0 : ChronoUnit.DAYS.between(matters.today(), last);
    }
}
