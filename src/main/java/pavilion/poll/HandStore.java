package pavilion.poll;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pavilion.db.Tx;
import pavilion.rules.Tally;

/** The table {@code hand_count}: what each of those who counted saw. */
final class HandStore {
    private HandStore() {}

    /** What one person counted. */
    record Seen(long person, String post, int yes, int no, int abstain) {
        boolean same(Seen other) {
            return yes == other.yes && no == other.no && abstain == other.abstain;
        }
    }

    static void put(Tx tx, Poll poll, Seen seen, Instant now) {
        tx.run(
                """
                insert into hand_count (community, poll, person, post, yes, no, abstain, at)
                values ($1, $2, $3, $4, $5, $6, $7, $8)
                on conflict (community, poll, person) do update set post = excluded.post, yes = excluded.yes,
                    no = excluded.no, abstain = excluded.abstain, at = excluded.at
                """,
                poll.community(),
                poll.id(),
                seen.person(),
                seen.post(),
                seen.yes(),
                seen.no(),
                seen.abstain(),
                PollStore.at(now));
    }

    static List<Seen> seen(Tx tx, Poll poll) {
        return tx.list(
                row -> new Seen(
                        row.getLong("person"),
                        row.getString("post"),
                        row.getInteger("yes"),
                        row.getInteger("no"),
                        row.getInteger("abstain")),
                "select * from hand_count where community = $1 and poll = $2 order by at desc",
                poll.community(),
                poll.id());
    }

    /** The count that two people came to, each on their own: the two that counted last. */
    static Optional<Tally> agreed(Tx tx, Poll poll) {
        List<Seen> seen = seen(tx, poll);
        if (seen.size() < 2 || !seen.get(0).same(seen.get(1))) {
            return Optional.empty();
        }
        Seen count = seen.getFirst();
        return Optional.of(Tally.of(count.yes(), count.no(), count.abstain()));
    }

    /** Every count, by post, without a name. */
    static JsonArray all(Tx tx, Poll poll) {
        JsonArray all = new JsonArray();
        seen(tx, poll)
                .forEach(s -> all.add(new JsonObject()
                        .put("post", s.post())
                        .put("yes", s.yes())
                        .put("no", s.no())
                        .put("abstain", s.abstain())));
        return all;
    }
}
