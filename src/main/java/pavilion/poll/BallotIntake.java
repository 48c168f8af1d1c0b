package pavilion.poll;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;

/**
 * Group commit without a timer: ballots that arrive while one batch is being committed wait and go out together as the
 * next. On a quiet evening a ballot is a batch of its own; in a full hall one commit carries hundreds. Measured on two
 * cores, one statement a ballot through a pool reaches about half of what pgbench inserts, batches pass it.
 */
final class BallotIntake {
    private static final int MOST = 500;

    private record Waiting(
            SubmittedBallot cast,
            Promise<CastResult> promise,
            @Nullable Context loop) {}

    private static final class Lane {
        final Queue<Waiting> waiting = new ArrayDeque<>();
        boolean busy;
    }

    private record Key(int community, long poll, boolean secret) {}

    private final Database db;
    private final Clock clock;
    private final BiConsumer<Integer, Long> counted;
    private final Map<Key, Lane> lanes = new ConcurrentHashMap<>();

    /** @param counted told (community, poll) after every commit that changed a poll */
    BallotIntake(Database db, Clock clock, BiConsumer<Integer, Long> counted) {
        this.db = db;
        this.clock = clock;
        this.counted = counted;
    }

    /** The future completes after the commit, or fails where nobody can know: then the same form may be sent again. */
    Future<CastResult> cast(int community, long poll, boolean secret, SubmittedBallot cast) {
        Key key = new Key(community, poll, secret);
        Promise<CastResult> promise = Promise.promise();
        Lane lane = lanes.computeIfAbsent(key, k -> new Lane());
        boolean first;
        synchronized (lane) {
            lane.waiting.add(new Waiting(cast, promise, Vertx.currentContext()));
            first = !lane.busy;
            lane.busy = true;
        }
        if (first) {
            next(key, lane);
        }
        return promise.future();
    }

    private void next(Key key, Lane lane) {
        List<Waiting> batch;
        synchronized (lane) {
            batch = take(lane);
            if (batch.isEmpty()) {
                lane.busy = false;
                return;
            }
        }
        BallotStore.cast(
                        db,
                        key.community,
                        key.poll,
                        key.secret,
                        batch.stream().map(Waiting::cast).toList(),
                        clock.instant())
                .onComplete(done -> {
                    next(key, lane);
                    if (done.failed()) {
                        batch.forEach(w -> Database.onto(w.loop, () -> w.promise.tryFail(done.cause())));
                        return;
                    }
                    List<CastResult> results = done.result();
                    for (int i = 0; i < batch.size(); i++) {
                        Waiting each = batch.get(i);
                        CastResult result = results.get(i);
                        Database.onto(each.loop, () -> each.promise.tryComplete(result));
                    }
                    if (results.stream().anyMatch(CastResult::stands)) {
                        counted.accept(key.community, key.poll);
                    }
                });
    }

    // One statement cannot touch the same voter twice: a second ballot of one voter waits for the next batch.
    private static List<Waiting> take(Lane lane) {
        List<Waiting> batch = new ArrayList<>();
        Set<Long> voters = new HashSet<>();
        Iterator<Waiting> all = lane.waiting.iterator();
        while (all.hasNext() && batch.size() < MOST) {
            Waiting next = all.next();
            if (voters.add(next.cast.voter())) {
                batch.add(next);
                all.remove();
            }
        }
        return batch;
    }
}
