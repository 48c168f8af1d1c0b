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

/** Secret ballots: who took part and what was chosen are kept apart, and the end of a poll shuffles what was chosen. */
final class SecretBallotBox implements BallotBox {
    @Override
    public Secrecy secrecy() {
        return Secrecy.SECRET;
    }

    @Override
    public Future<List<CastResult>> cast(
            Database db, int community, long poll, List<SubmittedBallot> batch, Instant now) {
        return BallotStore.cast(db, SecretBallotStore.CAST, community, poll, batch, now);
    }

    @Override
    public List<StandingBallot> standing(Tx tx, Poll poll, long person) {
        return SecretBallotStore.standing(tx, poll, person);
    }

    @Override
    public List<OptionSet.Pile> piles(Tx tx, Poll poll) {
        return SecretBallotStore.piles(tx, poll);
    }

    @Override
    public List<String> receipts(Tx tx, Poll poll) {
        return SecretBallotStore.receipts(tx, poll);
    }

    @Override
    public List<PublishedBallot> published(Tx tx, Poll poll) {
        return SecretBallotStore.published(tx, poll);
    }

    @Override
    public List<ScrutinyLine> byVoter(Tx tx, Poll poll) {
        return List.of();
    }

    @Override
    public BallotWays ways(Tx tx, Poll poll) {
        return PaperBallotStore.ways(tx, poll);
    }

    @Override
    public JsonObject seal(Tx tx, Poll poll) {
        JsonObject papers = PaperBallots.addToBox(tx, poll);
        SecretBallotStore.shuffle(tx, poll);
        return papers.isEmpty() ? papers : new JsonObject().put("papers", papers);
    }

    // What was cast stays secret although nobody counts it.
    @Override
    public void stop(Tx tx, Poll poll) {
        if (!poll.question().byHands()) {
            ManualCountStore.clear(tx, poll);
        }
        SecretBallotStore.shuffle(tx, poll);
    }

    @Override
    public boolean mixes() {
        return true;
    }

    @Override
    public boolean changeable() {
        return false;
    }

    @Override
    public boolean takesBallotsByName() {
        return false;
    }

    @Override
    public boolean takesPaper(Poll poll) {
        return poll.question().yesOrNoByBallot();
    }
}
