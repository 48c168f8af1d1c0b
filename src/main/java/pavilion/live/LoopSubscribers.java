package pavilion.live;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The seats of one room on one event loop, served a few at a time: in between the loop takes ballots, and whoever is
 * served later gets what is newest then. Everything happens on that loop.
 */
final class LoopSubscribers {
    private static final int LEAST = 50;
    private static final int TURNS = 40;
    private static final long BREATH_MILLIS = 1;

    private final Vertx vertx;
    private final Context loop;
    private final Channel room;
    private final Set<Subscriber> seats = new LinkedHashSet<>();
    private long served = -1;
    private boolean serving;

    LoopSubscribers(Vertx vertx, Context loop, Channel room) {
        this.vertx = vertx;
        this.loop = loop;
        this.room = room;
    }

    void sit(Subscriber seat) {
        seats.add(seat);
    }

    void leave(Subscriber seat) {
        seats.remove(seat);
    }

    /** From any thread: there is something newer in the room. */
    void serve() {
        loop.runOnContext(v -> walk());
    }

    /** From any thread. */
    void ping() {
        loop.runOnContext(v -> turn(List.copyOf(seats), 0, Subscriber::ping, () -> {}));
    }

    private void walk() {
        Snapshot newest = room.newest();
        if (serving || newest == null || newest.version() <= served) {
            return;
        }
        serving = true;
        served = newest.version();
        turn(new ArrayList<>(seats), 0, seat -> seat.offer(room.newest()), () -> {
            serving = false;
            walk();
        });
    }

    private void turn(List<Subscriber> all, int from, Consumer<Subscriber> deed, Runnable then) {
        int to = Math.min(all.size(), from + Math.max(LEAST, all.size() / TURNS));
        all.subList(from, to).forEach(deed);
        if (to < all.size()) {
            vertx.setTimer(BREATH_MILLIS, t -> turn(all, to, deed, then));
        } else {
            then.run();
        }
    }
}
