package pavilion.matter;

import java.util.List;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.rules.procedure.StageKind;

/** Moves on what the calendar alone ends, such as a notice that has run out. A row held by another server is left to it. */
final class DueStages {
    private final Database db;
    private final Matters matters;
    private final MatterRegistry registry;

    DueStages(Database db, Matters matters, MatterRegistry registry) {
        this.db = db;
        this.matters = matters;
        this.registry = registry;
    }

    int advance() {
        int moved = 0;
        for (long[] each : MatterStore.due(db.plain(), matters.today(), stages())) {
            if (db.transact(tx -> one(tx, (int) each[0], each[1]))) {
                moved++;
            }
        }
        return moved;
    }

    private boolean endsByTime(StageKind kind) {
        return registry.of(kind).endsByTime();
    }

    private List<String> stages() {
        return matters.book().templates().values().stream()
                .flatMap(template -> template.stages().stream()
                        .filter(stage -> endsByTime(stage.kind()))
                        .map(stage -> template.id() + "/" + stage.key()))
                .toList();
    }

    private boolean one(Tx tx, int community, long id) {
        Matter matter =
                MatterStore.lockIfFree(tx, community, id).filter(Matter::open).orElse(null);
        if (matter == null || matter.stageDue() == null || !matter.stageDue().isBefore(matters.today())) {
            return false;
        }
        if (!endsByTime(matters.stage(matter).kind())
                || matters.refusal(tx, matter, Actor.SERVER).isPresent()) {
            return false;
        }
        matters.advance(tx, matter, Actor.SERVER, "");
        return true;
    }
}
