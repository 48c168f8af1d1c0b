package pavilion.poll;

import java.util.Optional;
import pavilion.db.Tx;

/** Paper ballots of a secret poll: who was given one stands in {@code turnout}, like everybody who took part. */
final class PaperBallotStore {
    private PaperBallotStore() {}

    /** @return whether this voter is present and had not taken part before */
    static boolean issue(Tx tx, Poll poll, long voter, String receipt, String key) {
        boolean fresh = tx.run("""
                        insert into turnout (community, poll, voter, receipt, request_key, paper)
                        select $1, $2, e.voter, $4, $5, true from entitlement e
                        where e.community = $1 and e.poll = $2 and e.voter = $3 and e.present and e.left_at is null
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
        return tx.first(row -> row.getString(0), """
                select receipt from turnout
                where community = $1 and poll = $2 and voter = $3 and request_key = $4 and paper
                """, poll.community(), poll.id(), voter, key);
    }

    static Optional<String> receipt(Tx tx, Poll poll, long voter) {
        return tx.first(
                row -> row.getString(0),
                "select receipt from turnout where community = $1 and poll = $2 and voter = $3 and paper",
                poll.community(),
                poll.id(),
                voter);
    }

    static int issued(Tx tx, Poll poll) {
        return tx.first(
                        row -> row.getInteger(0),
                        "select count(*)::int from turnout where community = $1 and poll = $2 and paper",
                        poll.community(),
                        poll.id())
                .orElse(0);
    }

    static BallotWays ways(Tx tx, Poll poll) {
        return tx.first(
                        row -> new BallotWays(row.getInteger(0), 0, row.getInteger(1), row.getInteger(2)),
                        """
                        select count(*) filter (where not paper)::int, count(*) filter (where paper)::int,
                            count(*) filter (where exists (select 1 from proxy_use u
                                join proxy_letter l on l.community = u.community and l.id = u.letter
                                join entitlement e on e.community = u.community and e.poll = u.poll and e.voter = u.voter
                                where u.community = t.community and u.poll = t.poll and u.voter = t.voter
                                    and e.person = l.holder))::int
                        from turnout t where community = $1 and poll = $2
                        """,
                        poll.community(),
                        poll.id())
                .orElseThrow();
    }

    /** Writes what was found on paper as ballots like the others. */
    static void addToBox(Tx tx, Poll poll, ManualCount found) {
        tx.run("""
                insert into secret_ballot (community, poll, id, choice)
                select $1, $2, gen_random_uuid(), choice from (
                    select 'yes' as choice from generate_series(1, $3) union all
                    select 'no' from generate_series(1, $4) union all
                    select 'abstain' from generate_series(1, $5)) c order by random()
                """, poll.community(), poll.id(), found.yes(), found.no(), found.abstain());
    }
}
