package pavilion.poll;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pavilion.db.Times;
import pavilion.db.Tx;

/** Ballots in the table {@code ballot} that somebody else entered: the recorder of a session, or two people from a paper. */
final class AssistedBallotStore {
    private AssistedBallotStore() {}

    /** @return whether this voter is present, has not left and had not voted before */
    static boolean enter(Tx tx, Poll poll, SubmittedBallot ballot, Instant now) {
        boolean fresh = tx.run(
                        """
                        insert into ballot (community, poll, voter, choice, receipt, request_key, channel, at)
                        select $1, $2, e.voter, $4, $5, $6, $7, $8 from entitlement e
                        where e.community = $1 and e.poll = $2 and e.voter = $3 and e.present and e.left_at is null
                        on conflict (community, poll, voter) do nothing
                        """,
                        poll.community(),
                        poll.id(),
                        ballot.voter(),
                        ballot.choice(),
                        ballot.receipt(),
                        ballot.key(),
                        ballot.channel().stored(),
                        Times.at(now))
                > 0;
        if (fresh) {
            tx.run(
                    "update poll set cast_count = cast_count + 1, version = version + 1 where community = $1 and id = $2",
                    poll.community(),
                    poll.id());
        }
        return fresh;
    }

    /** Another answer in place of one that was entered before. @return its receipt, which stays; empty where none was */
    static Optional<String> correct(Tx tx, Poll poll, SubmittedBallot ballot) {
        return tx.first(
                row -> row.getString(0),
                """
                update ballot set choice = $4, request_key = $5
                where community = $1 and poll = $2 and voter = $3 and channel = $6 returning receipt
                """,
                poll.community(),
                poll.id(),
                ballot.voter(),
                ballot.choice(),
                ballot.key(),
                ballot.channel().stored());
    }

    /** Whether this very form was taken before. */
    static boolean taken(Tx tx, Poll poll, long voter, String key) {
        return tx.first(
                        row -> true,
                        "select 1 from ballot where community = $1 and poll = $2 and voter = $3 and request_key = $4",
                        poll.community(),
                        poll.id(),
                        voter,
                        key)
                .isPresent();
    }

    /** Those whose ballots came that way, by their label; what they chose stays with the scrutineers. */
    static List<PollVoter> entered(Tx tx, Poll poll, BallotChannel channel) {
        return tx.list(PollStore::voter, """
                select e.*, e.left_at is not null as gone from entitlement e join ballot b using (community, poll, voter)
                where e.community = $1 and e.poll = $2 and b.channel = $3 order by e.label
                """, poll.community(), poll.id(), channel.stored());
    }
}
