package pavilion.live;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The subscribers of one channel on this server, and the newest snapshot that came over the event bus. */
final class Channel {
    private final Vertx vertx;
    private final RequestPacer pacer;
    private final MessageConsumer<JsonObject> consumer;
    private final Map<Thread, LoopSubscribers> loops = new ConcurrentHashMap<>();
    private final AtomicInteger sockets = new AtomicInteger();
    private volatile @Nullable Snapshot newest;

    Channel(Vertx vertx, ChannelKey key, RequestPacer pacer) {
        this.vertx = vertx;
        this.pacer = pacer;
        this.consumer = vertx.eventBus().consumer(key.address(), message -> receive(message.body()));
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

    /** From when on snapshots published by any server arrive here; with several servers that takes a moment. */
    Future<Void> listening() {
        return consumer.completion();
    }

    void close() {
        consumer.unregister();
    }

    /** The subscribers of the event loop on which this is called. */
    LoopSubscribers onThisLoop() {
        return loops.computeIfAbsent(Thread.currentThread(), thread -> {
            Context loop = vertx.getOrCreateContext();
            return new LoopSubscribers(vertx, loop, this);
        });
    }

    /** Messages of several servers overtake each other: a snapshot that is not newer is dropped. */
    private synchronized void receive(JsonObject json) {
        Snapshot known = newest;
        if (known == null || Snapshot.version(json) > known.version()) {
            newest = Snapshot.of(json, known, () -> pacer.window(sockets(), System.nanoTime()));
            loops.values().forEach(LoopSubscribers::deliver);
        }
    }

    void forEach(Consumer<Subscriber> action) {
        loops.values().forEach(loop -> loop.forEach(action));
    }
}
