package pavilion.matter;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pavilion.db.Tx;
import pavilion.identity.CurrentUser;
import pavilion.rules.procedure.Stage;
import pavilion.rules.procedure.StageKind;

/** Lines of lists with what the kinds of stages know of them: one query for the lines, a fixed number for each kind. */
final class MatterLists {
    private final Matters matters;
    private final MatterRegistry registry;

    MatterLists(Matters matters, MatterRegistry registry) {
        this.matters = matters;
        this.registry = registry;
    }

    /** A line at its stage. */
    record Listed(MatterLine line, Stage stage, StageFact fact) {
        Awaited awaited() {
            return new Awaited(line.due(), fact.closes(), fact.objections(), fact.unposted(), fact.unopened());
        }
    }

    /** @return in the order of the lines */
    List<Listed> with(Tx tx, CurrentUser user, List<MatterLine> lines) {
        Map<StageKind, List<MatterLine>> atKind = new EnumMap<>(StageKind.class);
        for (MatterLine line : lines) {
            if (line.state() != MatterState.ENDED) {
                atKind.computeIfAbsent(stage(line).kind(), kind -> new ArrayList<>())
                        .add(line);
            }
        }
        Map<Long, StageFact> facts = new HashMap<>();
        atKind.forEach((kind, some) -> facts.putAll(registry.of(kind).facts().of(tx, user, some)));
        return lines.stream()
                .map(line -> new Listed(line, stage(line), facts.getOrDefault(line.id(), StageFact.NONE)))
                .toList();
    }

    /** What one matter waits for. */
    Awaited awaited(Tx tx, CurrentUser user, Matter matter) {
        return with(tx, user, List.of(MatterLine.of(matter))).getFirst().awaited();
    }

    private Stage stage(MatterLine line) {
        return matters.book().template(line.template()).stage(line.stage());
    }
}
