package pavilion.poll;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pavilion.db.Times;
import pavilion.db.Tx;

/** The table {@code count_sheet}: what each of those who counted hands, or papers from a box, saw. */
final class ManualCountStore {
    private ManualCountStore() {}

    /** What one person counted; spoiled papers say nothing. */
    record Seen(long person, String post, int yes, int no, int abstain, int spoiled) {
        long valid() {
            return (long) yes + no + abstain;
        }

        long all() {
            return valid() + spoiled;
        }

        boolean possible() {
            return yes >= 0 && no >= 0 && abstain >= 0 && spoiled >= 0;
        }

        boolean same(Seen other) {
            return yes == other.yes && no == other.no && abstain == other.abstain && spoiled == other.spoiled;
        }
    }

    /** Counting again replaces what the same person counted before. */
    static void put(Tx tx, Poll poll, Seen seen, Instant now) {
        tx.run(
                """
                insert into count_sheet (community, poll, person, post, yes, no, abstain, spoiled, at)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                on conflict (community, poll, person) do update set post = excluded.post, yes = excluded.yes,
                    no = excluded.no, abstain = excluded.abstain, spoiled = excluded.spoiled, at = excluded.at
                """,
                poll.community(),
                poll.id(),
                seen.person(),
                seen.post(),
                seen.yes(),
                seen.no(),
                seen.abstain(),
                seen.spoiled(),
                Times.at(now));
    }

    /** The newest first. */
    static List<Seen> seen(Tx tx, Poll poll) {
        return tx.list(
                row -> new Seen(
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

    /** The count that two people came to, each on their own: the two that counted last. */
    static Optional<Seen> agreed(List<Seen> seen) {
        return seen.size() < 2 || !seen.get(0).same(seen.get(1)) ? Optional.empty() : Optional.of(seen.getFirst());
    }

    /** Every count of hands, by post, without a name. */
    static JsonArray sheet(List<Seen> seen) {
        JsonArray all = new JsonArray();
        seen.forEach(s -> all.add(new JsonObject()
                .put("post", s.post())
                .put("yes", s.yes())
                .put("no", s.no())
                .put("abstain", s.abstain())));
        return all;
    }

    static void clear(Tx tx, Poll poll) {
        tx.run("delete from count_sheet where community = $1 and poll = $2", poll.community(), poll.id());
    }
}
