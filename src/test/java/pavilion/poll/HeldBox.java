package pavilion.poll;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import pavilion.audit.PublishedBallot;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.poll.CastResult.Result;
import pavilion.rules.Secrecy;
import pavilion.rules.method.OptionSet;

/** A third kind of ballot box: it keeps each batch until the test lets it go. */
final class HeldBox implements BallotBox {
    record Batch(List<Long> voters, Promise<List<CastResult>> commit) {
        void done() {
            commit.complete(voters.stream()
                    .map(v -> new CastResult(Result.COUNTED, "R" + v))
                    .toList());
        }
    }

    final List<Batch> batches = new CopyOnWriteArrayList<>();
    boolean broken;
    boolean mixes;

    @Override
    public Future<List<CastResult>> cast(
            Database db, int community, long poll, List<SubmittedBallot> batch, Instant now) {
        if (broken) {
            throw new IllegalStateException("no connection");
        }
        Promise<List<CastResult>> commit = Promise.promise();
        batches.add(new Batch(batch.stream().map(SubmittedBallot::voter).toList(), commit));
        return commit.future();
    }

    @Override
    public Secrecy secrecy() {
        return Secrecy.SEALED;
    }

    @Override
    public List<StandingBallot> standing(Tx tx, Poll poll, long person) {
        return List.of();
    }

    @Override
    public List<OptionSet.Pile> piles(Tx tx, Poll poll) {
        return List.of();
    }

    @Override
    public List<String> receipts(Tx tx, Poll poll) {
        return List.of();
    }

    @Override
    public List<PublishedBallot> published(Tx tx, Poll poll) {
        return List.of();
    }

    @Override
    public List<ScrutinyLine> byVoter(Tx tx, Poll poll) {
        return List.of();
    }

    @Override
    public BallotWays ways(Tx tx, Poll poll) {
        return new BallotWays(0, 0, 0, 0);
    }

    @Override
    public JsonObject seal(Tx tx, Poll poll) {
        return new JsonObject();
    }

    @Override
    public void stop(Tx tx, Poll poll) {}

    @Override
    public boolean mixes() {
        return mixes;
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
        return false;
    }
}
