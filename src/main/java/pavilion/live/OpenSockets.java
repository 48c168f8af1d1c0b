package pavilion.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The subscribers of this server by owner, oldest first. An owner who opens one too many loses the oldest, not the new one:
 * the new one is what somebody is looking at, and the oldest is most likely the rest of a connection that died.
 */
final class OpenSockets {
    private final int perOwner;
    private final Map<SocketOwner, Deque<Subscriber>> byOwner = new ConcurrentHashMap<>();

    OpenSockets(int perOwner) {
        this.perOwner = perOwner;
    }

    /** @return the subscriber that has to go, if its owner now has too many */
    @Nullable
    Subscriber add(Subscriber subscriber) {
        List<Subscriber> surplus = new ArrayList<>(1);
        byOwner.compute(subscriber.owner(), (owner, known) -> {
            Deque<Subscriber> open = known == null ? new ArrayDeque<>(2) : known;
            open.add(subscriber);
            if (open.size() > perOwner) {
                surplus.add(open.remove());
            }
            return open;
        });
        return surplus.isEmpty() ? null : surplus.getFirst();
    }

    void remove(Subscriber subscriber) {
        byOwner.computeIfPresent(subscriber.owner(), (owner, open) -> {
            open.remove(subscriber);
            return open.isEmpty() ? null : open;
        });
    }

    List<Subscriber> of(Predicate<SocketOwner> owners) {
        List<Subscriber> found = new ArrayList<>();
        List.copyOf(byOwner.keySet()).stream()
                .filter(owners)
                .forEach(each -> byOwner.computeIfPresent(each, (owner, open) -> {
                    found.addAll(open);
                    return open;
                }));
        return found;
    }
}
