package pavilion.db;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Many who ask for the same at the same time are answered by one reading, which begins after the last of them asked:
 * nobody is told less than what was committed before. When five hundred people come into one hall, each of whom changes
 * it, this is the difference between five hundred readings and some twenty. Callers run on virtual threads.
 */
public final class SingleFlight<K, V> {
    private static final class Lane<V> {
        final ReentrantLock turn = new ReentrantLock();

        @Nullable
        CompletableFuture<V> next;
    }

    private final Map<K, Lane<V>> lanes = new ConcurrentHashMap<>();

    /** What {@code reading} gives, to whoever asked for this key before it began; what it throws, to all of them. */
    public V read(K key, Supplier<V> reading) {
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
            lead(lane, mine, reading);
            if (!lane.turn.isLocked()) {
                // Whoever still holds this lane reads alone, which is as good.
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

    private void lead(Lane<V> lane, CompletableFuture<V> mine, Supplier<V> reading) {
        lane.turn.lock();
        try {
            synchronized (lane) {
                lane.next = null;
            }
            mine.complete(reading.get());
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
        } finally {
            lane.turn.unlock();
        }
    }
}
