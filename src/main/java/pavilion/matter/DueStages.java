package pavilion.matter;

import java.util.List;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.rules.procedure.StageKind;

/** What time alone ends: a notice that has run out, a rating whose days are over. A row held by another node is left to it. */
final class DueStages {
    private final Database db;
    private final Matters matters;

    DueStages(Database db, Matters matters) {
        this.db = db;
        this.matters = matters;
    }

    int run() {
        int moved = 0;
        for (long[] each : MatterStore.due(db.plain(), matters.today(), stages())) {
            if (db.transact(tx -> one(tx, (int) each[0], each[1]))) {
                moved++;
            }
        }
        return moved;
    }

    private static boolean endsByTime(StageKind kind) {
        return kind == StageKind.NOTICE || kind == StageKind.PUBLICITY || kind == StageKind.RATE;
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
                || matters.shut(tx, matter, Actor.SERVER).isPresent()) {
            return false;
        }
        matters.advance(tx, matter, Actor.SERVER, "");
        return true;
    }
}
