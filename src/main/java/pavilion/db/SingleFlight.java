package pavilion.db;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Callers that ask for the same key at the same time share one read, which begins after the last of them asked, so that
 * nobody misses what was committed before. When five hundred people check in to one session, each of whom changes it, this
 * is the difference between five hundred reads and some twenty. Callers run on virtual threads.
 */
public final class SingleFlight<K, V> {
    private static final class Lane<V> {
        final ReentrantLock turn = new ReentrantLock();

        @Nullable
        CompletableFuture<V> next;
    }

    private final Map<K, Lane<V>> lanes = new ConcurrentHashMap<>();

    /** The result of {@code load} for all who asked for this key before it began, or what it threw. */
    public V read(K key, Supplier<V> load) {
        Lane<V> lane = lanes.computeIfAbsent(key, k -> new Lane<>());
        CompletableFuture<V> mine;
        boolean leads;
        synchronized (lane) {
            leads = lane.next == null;
            if (lane.next == null) {
                lane.next = new CompletableFuture<>();
            }
            mine = lane.next;
        }
        if (leads) {
            lead(lane, mine, load);
            if (!lane.turn.isLocked()) {
                // Somebody who still holds this lane then reads alone, which is correct as well.
                lanes.remove(key, lane);
            }
        }
        try {
            return mine.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private void lead(Lane<V> lane, CompletableFuture<V> mine, Supplier<V> load) {
        lane.turn.lock();
        try {
            synchronized (lane) {
                lane.next = null;
            }
            mine.complete(load.get());
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
        } finally {
            lane.turn.unlock();
        }
    }
}
