package pavilion.live;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who sits in one room on this node, and the newest that there is to tell them. */
final class Channel {
    private final Vertx vertx;
    private final Map<Thread, LoopSubscribers> decks = new ConcurrentHashMap<>();
    private final AtomicInteger sockets = new AtomicInteger();
    private volatile @Nullable Snapshot newest;

    Channel(Vertx vertx) {
        this.vertx = vertx;
    }

    @Nullable
    Snapshot newest() {
        return newest;
    }

    int sockets() {
        return sockets.get();
    }

    void reserve() {
        sockets.incrementAndGet();
    }

    /** @return whether nobody is left */
    boolean release() {
        return sockets.decrementAndGet() == 0;
    }

    /** The deck of the event loop on which this is called. */
    LoopSubscribers deck() {
        return decks.computeIfAbsent(Thread.currentThread(), thread -> {
            Context loop = vertx.getOrCreateContext();
            return new LoopSubscribers(vertx, loop, this);
        });
    }

    /** @param next makes the newest from what was newest; an older one is dropped */
    synchronized void hear(Function<@Nullable Snapshot, Snapshot> next) {
        Snapshot known = newest;
        Snapshot frame = next.apply(known);
        if (known == null || frame.version() > known.version()) {
            newest = frame;
            decks.values().forEach(LoopSubscribers::serve);
        }
    }

    void ping() {
        decks.values().forEach(LoopSubscribers::ping);
    }
}
