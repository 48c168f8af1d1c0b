package pavilion.matter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pavilion.identity.Role;
import pavilion.matter.MatterListStore.Line;
import pavilion.rules.procedure.Stage;
import pavilion.text.Phrases;
import pavilion.web.Access;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** The committee's board: every matter under way, at its stage, the late ones first. */
final class MatterBoardPages {
    private static final int MOST = 300;
    private final MatterModule room;

    MatterBoardPages(MatterModule room) {
        this.room = room;
    }

    List<Route> routes() {
        return List.of(Route.get(
                "/c/:c/desk",
                Access.of(Role.COMMITTEE, Role.MODERATOR, Role.SUPERVISION, Role.STREET, Role.GRID_WORKER),
                this::board));
    }

    private record Lane(String glyph, String name, List<Map<String, Object>> cards) {}

    Response board(Request request) {
        Phrases phrases = request.phrases();
        var tx = room.db.plain();
        Map<String, Lane> lanes = new LinkedHashMap<>();
        for (Stage stage : room.matters.book().template("T1").stages()) {
            lanes.put(stage.kind().name(), new Lane(stage.glyph(), phrases.in(stage.name()), new ArrayList<>()));
        }
        List<Line> lines =
                new ArrayList<>(MatterListStore.underWay(tx, request.here().id(), room.sight(request, tx), MOST));
        lines.sort(Comparator.comparing(
                (Line line) -> line.awaited().day(), Comparator.nullsLast(Comparator.naturalOrder())));
        int late = 0;
        for (Line line : lines) {
            Stage stage = room.matters.book().template(line.template()).stage(line.stage());
            boolean isLate = line.state().equals("open") && room.course.late(line.awaited(), stage.kind());
            late += isLate ? 1 : 0;
            Lane lane = lanes.get(stage.kind().name());
            if (lane != null) {
                lane.cards().add(card(request, phrases, line, stage, isLate));
            }
        }
        List<Map<String, Object>> board = lanes.values().stream()
                .map(lane -> Map.<String, Object>of(
                        "glyph",
                        lane.glyph(),
                        "stageName",
                        lane.name(),
                        "cards",
                        lane.cards(),
                        "n",
                        lane.cards().size()))
                .toList();
        return request.page("matter/desk", Map.of("board", board, "lateCount", late, "allCount", lines.size()));
    }

    private Map<String, Object> card(Request request, Phrases phrases, Line line, Stage stage, boolean late) {
        return Map.of(
                "href",
                "/c/" + request.here().code() + "/matters/" + line.id(),
                "heading",
                line.title(),
                "number",
                line.number(),
                "late",
                late,
                "waits",
                line.state().equals("suspended")
                        ? phrases.say("matter.suspended")
                        : room.course.waits(phrases, stage, line.awaited()));
    }
}
