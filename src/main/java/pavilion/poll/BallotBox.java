package pavilion.poll;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import pavilion.audit.PublishedBallot;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.rules.Secrecy;
import pavilion.rules.method.OptionSet;

/**
 * Where the ballots of a poll are kept, and what that allows: one implementation for each secrecy that a rule can ask
 * for, registered in {@link BallotBoxes}. All that differs between named and secret ballots stands in the
 * implementations.
 */
interface BallotBox {
    Secrecy secrecy();

    /**
     * Takes a batch by one statement; asynchronous, because the intake runs on event loops.
     *
     * @param batch at most one ballot a voter
     * @return one result a ballot, in the order of the batch, after the commit
     */
    Future<List<CastResult>> cast(Database db, int community, long poll, List<SubmittedBallot> batch, Instant now);

    /** What has been cast for the voters that this person casts for. */
    List<StandingBallot> standing(Tx tx, Poll poll, long person);

    /** Ballots by what they say, counted from the ballots themselves, never from a counter. */
    List<OptionSet.Pile> piles(Tx tx, Poll poll);

    /** The receipts of all who took part, as they are kept beside the ballots; not those that the chain names. */
    List<String> receipts(Tx tx, Poll poll);

    /** The ballots as they are published: no voter beside a choice, sorted. */
    List<PublishedBallot> published(Tx tx, Poll poll);

    /** Who answered what, for the scrutineers; empty where nobody may know. */
    List<ScrutinyLine> byVoter(Tx tx, Poll poll);

    /** How many ballots came which way, counted from the ballots themselves. */
    BallotWays ways(Tx tx, Poll poll);

    /**
     * The last step before the count, within the closing transaction.
     *
     * @return what the stored tally says beside the count, empty where there is nothing to say
     * @throws pavilion.rules.Refused while ballots are outside the box that belong in it
     */
    JsonObject seal(Tx tx, Poll poll);

    /** The last step of a poll that ends without a count, within its transaction. */
    void stop(Tx tx, Poll poll);

    /** Whether a ballot is to be written together with another where one comes soon, so that it cannot be told whose it is. */
    boolean mixes();

    /** Whether a ballot can be changed for a while after it was cast. */
    boolean changeable();

    /** Whether somebody without a phone can give a ballot to the recorder, by name. */
    boolean takesBallotsByName();

    /** Whether paper ballots can be given out for this poll. */
    boolean takesPaper(Poll poll);
}
