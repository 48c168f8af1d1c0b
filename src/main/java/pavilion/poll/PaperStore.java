package pavilion.poll;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pavilion.db.Tx;

/** Paper ballots of a secret poll: who was given one (in {@code turnout}), and {@code paper_count}, what was in the box. */
final class PaperStore {
    private PaperStore() {}

    /** What one person found in the box. */
    record Found(long person, int yes, int no, int abstain, int spoiled) {
        int valid() {
            return yes + no + abstain;
        }

        boolean same(Found other) {
            return yes == other.yes && no == other.no && abstain == other.abstain && spoiled == other.spoiled;
        }
    }

    /** @return whether this voter had not taken part before */
    static boolean issue(Tx tx, Poll poll, long voter, String receipt, String key) {
        boolean fresh = tx.run("""
                        insert into turnout (community, poll, voter, receipt, request_key, paper)
                        select $1, $2, e.voter, $4, $5, true from entitlement e
                        where e.community = $1 and e.poll = $2 and e.voter = $3 and e.present
                        on conflict (community, poll, voter) do nothing
                        """, poll.community(), poll.id(), voter, receipt, key) > 0;
        if (fresh) {
            tx.run(
                    "update poll set cast_count = cast_count + 1, version = version + 1 where community = $1 and id = $2",
                    poll.community(),
                    poll.id());
        }
        return fresh;
    }

    /** The receipt that this form was answered with before. */
    static Optional<String> issued(Tx tx, Poll poll, long voter, String key) {
        return tx.first(
                row -> row.getString(0),
                "select receipt from turnout where community = $1 and poll = $2 and voter = $3 and request_key = $4",
                poll.community(),
                poll.id(),
                voter,
                key);
    }

    static int issued(Tx tx, Poll poll) {
        return tx.first(
                        row -> row.getInteger(0),
                        "select count(*)::int from turnout where community = $1 and poll = $2 and paper",
                        poll.community(),
                        poll.id())
                .orElse(0);
    }

    static void put(Tx tx, Poll poll, Found found, Instant now) {
        tx.run(
                """
                insert into paper_count (community, poll, person, yes, no, abstain, spoiled, at)
                values ($1, $2, $3, $4, $5, $6, $7, $8)
                on conflict (community, poll, person) do update set yes = excluded.yes, no = excluded.no,
                    abstain = excluded.abstain, spoiled = excluded.spoiled, at = excluded.at
                """,
                poll.community(),
                poll.id(),
                found.person(),
                found.yes(),
                found.no(),
                found.abstain(),
                found.spoiled(),
                PollStore.at(now));
    }

    static List<Found> found(Tx tx, Poll poll) {
        return tx.list(
                row -> new Found(
                        row.getLong("person"),
                        row.getInteger("yes"),
                        row.getInteger("no"),
                        row.getInteger("abstain"),
                        row.getInteger("spoiled")),
                "select * from paper_count where community = $1 and poll = $2 order by at desc",
                poll.community(),
                poll.id());
    }

    /** The count that the two who counted last came to, each on their own. */
    static Optional<Found> agreed(Tx tx, Poll poll) {
        List<Found> found = found(tx, poll);
        return found.size() < 2 || !found.get(0).same(found.get(1)) ? Optional.empty() : Optional.of(found.getFirst());
    }

    /** Into the box with the others; what was on paper alone is known nowhere any more. */
    static void drop(Tx tx, Poll poll, Found found) {
        tx.run("""
                insert into secret_ballot (community, poll, id, choice)
                select $1, $2, gen_random_uuid(), choice from (
                    select 'yes' as choice from generate_series(1, $3) union all
                    select 'no' from generate_series(1, $4) union all
                    select 'abstain' from generate_series(1, $5)) c order by random()
                """, poll.community(), poll.id(), found.yes(), found.no(), found.abstain());
        tx.run("delete from paper_count where community = $1 and poll = $2", poll.community(), poll.id());
    }
}
