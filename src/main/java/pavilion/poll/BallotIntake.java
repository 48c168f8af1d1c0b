package pavilion.poll;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.db.DatabaseUnavailable;

/**
 * Group commit without a timer: ballots that arrive while one batch is being committed wait and go out together as the
 * next. When little happens a ballot is a batch of its own; when everybody votes at once, one commit carries hundreds.
 * Measured on two cores, one statement a ballot through a pool reaches about half of what pgbench inserts; batches pass
 * it.
 *
 * <p>A secret ballot that is alone waits a moment for a second one, because a batch of one shows in the database's log of
 * changes what its voter chose. Nobody is let wait longer, and a named ballot does not wait.
 */
final class BallotIntake {
    /** How long a secret ballot waits for another: shorter than anybody notices at a button. */
    static final Duration WAIT = Duration.ofMillis(250);

    private static final int MOST = 500;

    private record Waiting(
            SubmittedBallot ballot,
            Promise<CastResult> promise,
            @Nullable Context loop) {}

    /** The ballots of one poll: in the map only while a batch is out. */
    private static final class Lane {
        final Queue<Waiting> waiting = new ArrayDeque<>();
        boolean busy;
        /** Counts the waits for a second ballot, so that the end of an earlier one does not end a later one. */
        int waits;

        boolean waitsForSecond;
        boolean over;
    }

    private record Key(int community, long poll, BallotBox box) {}

    private final Database db;
    private final Clock clock;
    private final BiConsumer<Integer, Long> counted;
    private final Duration wait;
    private final Map<Key, Lane> lanes = new ConcurrentHashMap<>();

    /**
     * @param counted told (community, poll) after every commit that changed a poll
     * @param wait the longest that a ballot waits for another where its box mixes them
     */
    BallotIntake(Database db, Clock clock, BiConsumer<Integer, Long> counted, Duration wait) {
        this.db = db;
        this.clock = clock;
        this.counted = counted;
        this.wait = wait;
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
            boolean goes;
            synchronized (lane) {
                if (lane.over) {
                    continue;
                }
                lane.waiting.add(waiting);
                boolean second = lane.waitsForSecond && !alone(lane);
                goes = second || !lane.busy;
                lane.busy = true;
                if (second) {
                    lane.waitsForSecond = false;
                }
            }
            if (goes) {
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
        boolean waits;
        int number;
        synchronized (lane) {
            waits = key.box.mixes() && alone(lane);
            lane.waitsForSecond = waits;
            number = ++lane.waits;
        }
        if (waits) {
            CompletableFuture.delayedExecutor(wait.toNanos(), TimeUnit.NANOSECONDS)
                    .execute(() -> endWait(key, lane, number));
        } else {
            go(key, lane);
        }
    }

    private void endWait(Key key, Lane lane, int number) {
        synchronized (lane) {
            if (!lane.waitsForSecond || lane.waits != number) {
                return;
            }
            lane.waitsForSecond = false;
        }
        go(key, lane);
    }

    /** Whether one voter's ballots are all that there is. */
    private static boolean alone(Lane lane) {
        return lane.waiting.stream()
                        .map(each -> each.ballot.voter())
                        .distinct()
                        .limit(2)
                        .count()
                == 1;
    }

    private void go(Key key, Lane lane) {
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
