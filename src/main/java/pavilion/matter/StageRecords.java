package pavilion.matter;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Optional;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.rules.procedure.NoticePeriod;
import pavilion.rules.procedure.RequiredRecord;
import pavilion.rules.procedure.Stage;

/** What is done outside the server, such as telling the committee, is recorded with its day before a stage can be left. */
final class StageRecords {
    private final Matters matters;

    StageRecords(Matters matters) {
        this.matters = matters;
    }

    /** @throws Refused where the stage asks for no record, or its day has not come */
    void add(Tx tx, int community, long id, LocalDate day, boolean needless, String text, Actor by) {
        Matter matter = matters.locked(tx, community, id);
        Matters.requireOpen(matter);
        Stage stage = matters.stage(matter);
        require(stage);
        if (day.isAfter(matters.today())) {
            throw new Refused("matter.record.ahead");
        }
        if (needless && !stage.recorded().optional()) {
            throw new Refused("matter.record.needed", stage.recorded().what());
        }
        StageRecordStore.add(
                tx, matter, new StageRecord(stage.key(), day, needless, text, by.post(), matters.now()), by);
        matters.act(
                tx,
                matter,
                "stage.record",
                by,
                new JsonObject()
                        .put("stage", stage.key())
                        .put("day", day.toString())
                        .put("needless", needless)
                        .put("text", text));
    }

    /** @throws Refused where the stage asks for no record */
    static void require(Stage stage) {
        if (!stage.requires(Stage.RECORD)) {
            throw new Refused("matter.stage.not-now", stage.glyph());
        }
    }

    /** Why the stage cannot be left yet: nothing is recorded, or its full days have not run. */
    static Optional<Refusal> refusal(Tx tx, Matters matters, Matter matter) {
        Stage stage = matters.stage(matter);
        if (!stage.requires(Stage.RECORD)) {
            return Optional.empty();
        }
        RequiredRecord asked = stage.recorded();
        StageRecord made = StageRecordStore.here(tx, matter).orElse(null);
        if (made == null) {
            return Optional.of(Refusal.of("matter.gate.record", asked.what()));
        }
        if (made.needless()) {
            return Optional.empty();
        }
        LocalDate earliest = new NoticePeriod(asked.days(), stage.article())
                .earliest(made.day(), matters.book().holidays());
        return matters.today().isBefore(earliest)
                ? Optional.of(Refusal.of(
                        "matter.gate.record.running",
                        asked.days(),
                        made.day().toString(),
                        earliest.toString(),
                        stage.article()))
                : Optional.empty();
    }
}
