package pavilion.matter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pavilion.matter.ListStore.Line;
import pavilion.rules.procedure.Stage;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Role;
import pavilion.web.Visit;

/** The committee's board: every matter under way, at its stage, the late ones first. */
final class DeskPages {
    private static final int MOST = 300;
    private final MatterRoom room;

    DeskPages(MatterRoom room) {
        this.room = room;
    }

    List<Door> doors() {
        return List.of(Door.get(
                "/c/:c/desk",
                Access.of(Role.COMMITTEE, Role.MODERATOR, Role.SUPERVISION, Role.STREET, Role.GRID_WORKER),
                this::board));
    }

    private record Lane(String glyph, String name, List<Map<String, Object>> cards) {}

    Answer board(Visit visit) {
        Speech speech = Speech.of(visit);
        var tx = room.db.plain();
        Map<String, Lane> lanes = new LinkedHashMap<>();
        for (Stage stage : room.matters.book().template("T1").stages()) {
            lanes.put(stage.kind().name(), new Lane(stage.glyph(), speech.in(stage.name()), new ArrayList<>()));
        }
        List<Line> lines = new ArrayList<>(room.lists.underWay(tx, visit.here().id(), room.sight(visit, tx), MOST));
        lines.sort(Comparator.comparing(
                (Line line) -> line.awaited().day(), Comparator.nullsLast(Comparator.naturalOrder())));
        int late = 0;
        for (Line line : lines) {
            Stage stage = room.matters.book().template(line.template()).stage(line.stage());
            boolean isLate = line.state().equals("open") && room.course.late(line.awaited(), stage.kind());
            late += isLate ? 1 : 0;
            Lane lane = lanes.get(stage.kind().name());
            if (lane != null) {
                lane.cards().add(card(visit, speech, line, stage, isLate));
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
        return visit.page("matter/desk", Map.of("board", board, "lateCount", late, "allCount", lines.size()));
    }

    private Map<String, Object> card(Visit visit, Speech speech, Line line, Stage stage, boolean late) {
        return Map.of(
                "href",
                "/c/" + visit.here().code() + "/matters/" + line.id(),
                "heading",
                line.title(),
                "number",
                line.number(),
                "late",
                late,
                "waits",
                line.state().equals("suspended")
                        ? speech.say("matter.suspended")
                        : room.course.waits(speech, stage, line.awaited()));
    }
}
