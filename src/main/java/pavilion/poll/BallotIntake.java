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
import pavilion.db.DatabaseUnavailable;

/**
 * Group commit without a timer: ballots that arrive while one batch is being committed wait and go out together as the
 * next. When little happens a ballot is a batch of its own; when everybody votes at once, one commit carries hundreds.
 * Measured on two cores, one statement a ballot through a pool reaches about half of what pgbench inserts; batches pass
 * it.
 */
final class BallotIntake {
    private static final int MOST = 500;

    private record Waiting(
            SubmittedBallot ballot,
            Promise<CastResult> promise,
            @Nullable Context loop) {}

    /** The ballots of one poll: in the map only while a batch is out. */
    private static final class Lane {
        final Queue<Waiting> waiting = new ArrayDeque<>();
        boolean busy;
        boolean over;
    }

    private record Key(int community, long poll, BallotBox box) {}

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

    /**
     * The future completes after the commit, on the event loop that called, if one did. It fails where nobody can know
     * whether the ballot was committed: then the same form may be sent again.
     */
    Future<CastResult> cast(int community, long poll, BallotBox box, SubmittedBallot ballot) {
        Key key = new Key(community, poll, box);
        Waiting waiting = new Waiting(ballot, Promise.promise(), Vertx.currentContext());
        while (true) {
            Lane lane = lanes.computeIfAbsent(key, k -> new Lane());
            boolean first;
            synchronized (lane) {
                if (lane.over) {
                    continue;
                }
                lane.waiting.add(waiting);
                first = !lane.busy;
                lane.busy = true;
            }
            if (first) {
                next(key, lane);
            }
            return waiting.promise.future();
        }
    }

    /** How many polls have ballots on their way. */
    int busy() {
        return lanes.size();
    }

    private void next(Key key, Lane lane) {
        List<Waiting> batch;
        synchronized (lane) {
            batch = take(lane);
            if (batch.isEmpty()) {
                lane.over = true;
                lanes.remove(key);
                return;
            }
        }
        send(key, batch).onComplete(done -> {
            if (done.cause() instanceof DatabaseUnavailable) {
                takeAll(lane, batch);
            }
            next(key, lane);
            if (done.failed()) {
                batch.forEach(each -> Database.onto(each.loop, () -> each.promise.tryFail(done.cause())));
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

    // Where one batch was given up after its deadline, those behind it would only wait for another.
    private static void takeAll(Lane lane, List<Waiting> batch) {
        synchronized (lane) {
            batch.addAll(lane.waiting);
            lane.waiting.clear();
        }
    }

    private Future<List<CastResult>> send(Key key, List<Waiting> batch) {
        List<SubmittedBallot> ballots = batch.stream().map(Waiting::ballot).toList();
        try {
            return key.box.cast(db, key.community, key.poll, ballots, clock.instant());
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    // One statement cannot touch the same voter twice: a second ballot of one voter waits for the next batch.
    private static List<Waiting> take(Lane lane) {
        List<Waiting> batch = new ArrayList<>();
        Set<Long> voters = new HashSet<>();
        Iterator<Waiting> all = lane.waiting.iterator();
        while (all.hasNext() && batch.size() < MOST) {
            Waiting next = all.next();
            if (voters.add(next.ballot.voter())) {
                batch.add(next);
                all.remove();
            }
        }
        return batch;
    }
}
