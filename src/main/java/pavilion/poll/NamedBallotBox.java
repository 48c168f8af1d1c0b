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

/** Named ballots: the voter stands beside the choice, and only scrutineers may read it. */
final class NamedBallotBox implements BallotBox {
    @Override
    public Secrecy secrecy() {
        return Secrecy.NAMED;
    }

    @Override
    public Future<List<CastResult>> cast(
            Database db, int community, long poll, List<SubmittedBallot> batch, Instant now) {
        return BallotStore.cast(db, NamedBallotStore.CAST, community, poll, batch, now);
    }

    @Override
    public List<StandingBallot> standing(Tx tx, Poll poll, long person) {
        return NamedBallotStore.standing(tx, poll, person);
    }

    @Override
    public List<OptionSet.Pile> piles(Tx tx, Poll poll) {
        return NamedBallotStore.piles(tx, poll);
    }

    @Override
    public List<String> receipts(Tx tx, Poll poll) {
        return NamedBallotStore.receipts(tx, poll);
    }

    @Override
    public List<PublishedBallot> published(Tx tx, Poll poll) {
        return NamedBallotStore.published(tx, poll);
    }

    @Override
    public List<ScrutinyLine> byVoter(Tx tx, Poll poll) {
        return NamedBallotStore.byVoter(tx, poll);
    }

    @Override
    public BallotWays ways(Tx tx, Poll poll) {
        return NamedBallotStore.ways(tx, poll);
    }

    @Override
    public JsonObject seal(Tx tx, Poll poll) {
        PaperEntries.requireSettled(tx, poll);
        AreaCommitmentStore.commit(tx, poll);
        return new JsonObject();
    }

    @Override
    public void stop(Tx tx, Poll poll) {}

    @Override
    public boolean mixes() {
        return false;
    }

    @Override
    public boolean changeable() {
        return true;
    }

    @Override
    public boolean takesBallotsByName() {
        return true;
    }

    @Override
    public boolean takesPaper(Poll poll) {
        return false;
    }
}
