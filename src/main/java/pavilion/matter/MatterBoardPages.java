package pavilion.matter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.identity.Role;
import pavilion.matter.MatterBoardView.Card;
import pavilion.matter.MatterBoardView.Lane;
import pavilion.matter.MatterLists.Listed;
import pavilion.rules.procedure.Stage;
import pavilion.rules.procedure.StageKind;
import pavilion.text.Phrases;
import pavilion.web.Access;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** The committee's board: every matter under way, in the lane of its kind of stage, the late ones first. */
final class MatterBoardPages {
    private static final int MOST = 300;
    private final Database db;
    private final Matters matters;
    private final MatterAccess access;
    private final MatterLists lists;
    private final StageTimeline timeline;

    MatterBoardPages(Database db, Matters matters, MatterAccess access, MatterLists lists, StageTimeline timeline) {
        this.db = db;
        this.matters = matters;
        this.access = access;
        this.lists = lists;
        this.timeline = timeline;
    }

    List<Route> routes() {
        return List.of(Route.get(
                "/c/:c/desk",
                Access.of(Role.COMMITTEE, Role.MODERATOR, Role.SUPERVISION, Role.STREET, Role.GRID_WORKER),
                this::board));
    }

    /** The first stage of each kind that any template has, in the order of the templates. */
    private Map<StageKind, Stage> columns() {
        Map<StageKind, Stage> columns = new LinkedHashMap<>();
        matters.book()
                .templates()
                .values()
                .forEach(template -> template.stages().forEach(stage -> columns.putIfAbsent(stage.kind(), stage)));
        return columns;
    }

    Response board(Request request) {
        Phrases phrases = request.phrases();
        Tx tx = db.plain();
        List<Listed> all = new ArrayList<>(lists.with(
                tx,
                request.user(),
                MatterListStore.underWay(tx, request.community().id(), access.paths(request), MOST)));
        all.sort(Comparator.comparing(
                (Listed each) -> each.awaited().day(), Comparator.nullsLast(Comparator.naturalOrder())));
        Map<StageKind, List<Card>> cards = new EnumMap<>(StageKind.class);
        int late = 0;
        for (Listed each : all) {
            StageKind kind = each.stage().kind();
            boolean isLate = each.line().state() == MatterState.OPEN && timeline.late(each.awaited(), kind);
            late += isLate ? 1 : 0;
            cards.computeIfAbsent(kind, k -> new ArrayList<>()).add(card(request, phrases, each, isLate));
        }
        List<Lane> lanes = columns().entrySet().stream()
                .map(column -> new Lane(
                        column.getValue().glyph(),
                        phrases.in(column.getValue().name()),
                        cards.getOrDefault(column.getKey(), List.of())))
                .toList();
        return request.page("matter/desk", new MatterBoardView(lanes, late, all.size()));
    }

    private Card card(Request request, Phrases phrases, Listed each, boolean late) {
        MatterLine line = each.line();
        return new Card(
                "/c/" + request.community().code() + "/matters/" + line.id(),
                line.title(),
                line.number(),
                late,
                line.state() == MatterState.SUSPENDED
                        ? phrases.say("matter.suspended")
                        : timeline.waits(phrases, each.stage(), each.awaited()));
    }
}
