package pavilion.matter;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.identity.Actor;

/** The table {@code stage_record}: rows are added and never changed. */
final class StageRecordStore {
    private StageRecordStore() {}

    static void add(Tx tx, Matter matter, StageRecord made, Actor by) {
        tx.run(
                """
                insert into stage_record (community, matter, stage, day, needless, text, by_person, by_post, at)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """,
                matter.community(),
                matter.id(),
                made.stage(),
                made.day(),
                made.needless(),
                made.text(),
                by.person(),
                by.post(),
                Times.at(made.at()));
    }

    /** The newest one made since the matter came to its stage. */
    static Optional<StageRecord> here(Tx tx, Matter matter) {
        return tx.list(StageRecordStore::read, """
                        select r.* from stage_record r where r.community = $1 and r.matter = $2 and r.stage = $3
                            and r.at >= coalesce((select max(s.at) from step s
                                where s.community = r.community and s.matter = r.matter and s.to_stage = r.stage
                                    and s.move not in ('suspend', 'resume')), r.at)
                        order by r.at desc, r.id desc limit 1
                        """, matter.community(), matter.id(), matter.stage()).stream()
                .findFirst();
    }

    /** Oldest first. */
    static List<StageRecord> of(Tx tx, Matter matter) {
        return tx.list(
                StageRecordStore::read,
                "select * from stage_record where community = $1 and matter = $2 order by at, id",
                matter.community(),
                matter.id());
    }

    private static StageRecord read(Row row) {
        return new StageRecord(
                row.getString("stage"),
                row.getLocalDate("day"),
                row.getBoolean("needless"),
                row.getString("text"),
                row.getString("by_post"),
                Times.of(row, "at"));
    }
}
