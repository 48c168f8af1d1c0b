package pavilion.poll;

import java.time.Instant;
import java.util.List;
import pavilion.db.Times;
import pavilion.db.Tx;

/** The table {@code count_sheet}: what each of those who counted hands, or papers from a box, counted. */
final class ManualCountStore {
    private ManualCountStore() {}

    /** Counting again replaces what the same person counted before. */
    static void put(Tx tx, Poll poll, ManualCount count, Instant now) {
        tx.run(
                """
                insert into count_sheet (community, poll, person, post, yes, no, abstain, spoiled, at)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                on conflict (community, poll, person) do update set post = excluded.post, yes = excluded.yes,
                    no = excluded.no, abstain = excluded.abstain, spoiled = excluded.spoiled, at = excluded.at
                """,
                poll.community(),
                poll.id(),
                count.person(),
                count.post(),
                count.yes(),
                count.no(),
                count.abstain(),
                count.spoiled(),
                Times.at(now));
    }

    /** The newest first. */
    static List<ManualCount> of(Tx tx, Poll poll) {
        return tx.list(
                row -> new ManualCount(
                        row.getLong("person"),
                        row.getString("post"),
                        row.getInteger("yes"),
                        row.getInteger("no"),
                        row.getInteger("abstain"),
                        row.getInteger("spoiled")),
                "select * from count_sheet where community = $1 and poll = $2 order by at desc, person",
                poll.community(),
                poll.id());
    }

    static void clear(Tx tx, Poll poll) {
        tx.run("delete from count_sheet where community = $1 and poll = $2", poll.community(), poll.id());
    }
}
