package pavilion.live;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The subscribers of one channel on one event loop, served in groups: in between the loop takes ballots, and whoever is
 * served later gets what is newest then. Everything happens on that loop.
 */
final class LoopSubscribers {
    private static final int SMALLEST_GROUP = 50;
    private static final int GROUPS = 40;
    private static final long PAUSE_MILLIS = 1;

    private final Vertx vertx;
    private final Context loop;
    private final Channel channel;
    private final Set<Subscriber> subscribers = new LinkedHashSet<>();
    private long delivered = -1;
    private boolean delivering;

    LoopSubscribers(Vertx vertx, Context loop, Channel channel) {
        this.vertx = vertx;
        this.loop = loop;
        this.channel = channel;
    }

    @Nullable
    Snapshot newest() {
        return channel.newest();
    }

    void add(Subscriber subscriber) {
        subscribers.add(subscriber);
    }

    void remove(Subscriber subscriber) {
        subscribers.remove(subscriber);
    }

    /** From any thread. */
    void run(Runnable work) {
        loop.runOnContext(v -> work.run());
    }

    /** From any thread: the channel has a newer snapshot. */
    void deliver() {
        run(this::deliverNewest);
    }

    /** From any thread: this for every subscriber, in groups. */
    void forEach(Consumer<Subscriber> action) {
        run(() -> inGroups(List.copyOf(subscribers), 0, action, () -> {}));
    }

    private void deliverNewest() {
        Snapshot newest = channel.newest();
        if (delivering || newest == null || newest.version() <= delivered) {
            return;
        }
        delivering = true;
        delivered = newest.version();
        inGroups(new ArrayList<>(subscribers), 0, subscriber -> subscriber.offer(channel.newest()), () -> {
            delivering = false;
            deliverNewest();
        });
    }

    private void inGroups(List<Subscriber> all, int from, Consumer<Subscriber> action, Runnable then) {
        int to = Math.min(all.size(), from + Math.max(SMALLEST_GROUP, all.size() / GROUPS));
        all.subList(from, to).forEach(action);
        if (to < all.size()) {
            vertx.setTimer(PAUSE_MILLIS, t -> inGroups(all, to, action, then));
        } else {
            then.run();
        }
    }
}
