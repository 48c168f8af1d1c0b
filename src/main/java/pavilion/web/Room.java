package pavilion.web;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who sits in one room on this node, and the newest that there is to tell them. */
final class Room {
    private final Vertx vertx;
    private final Map<Thread, Deck> decks = new ConcurrentHashMap<>();
    private final AtomicInteger sockets = new AtomicInteger();
    private volatile @Nullable Frame newest;

    Room(Vertx vertx) {
        this.vertx = vertx;
    }

    @Nullable
    Frame newest() {
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
    Deck deck() {
        return decks.computeIfAbsent(Thread.currentThread(), thread -> {
            Context loop = vertx.getOrCreateContext();
            return new Deck(vertx, loop, this);
        });
    }

    /** @param next makes the newest from what was newest; an older one is dropped */
    synchronized void hear(Function<@Nullable Frame, Frame> next) {
        Frame known = newest;
        Frame frame = next.apply(known);
        if (known == null || frame.version() > known.version()) {
            newest = frame;
            decks.values().forEach(Deck::serve);
        }
    }

    void ping() {
        decks.values().forEach(Deck::ping);
    }
}
