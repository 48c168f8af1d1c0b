package pavilion.rehearse;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What all phones together recorded during a session. */
final class RunLog {
    final Latencies arrivals = new Latencies();
    final Latencies papers = new Latencies();
    final Latencies taps = new Latencies();
    final Latencies screens = new Latencies();
    final Latencies returns = new Latencies();
    final AtomicInteger came = new AtomicInteger();
    final AtomicInteger voted = new AtomicInteger();
    final AtomicInteger twice = new AtomicInteger();
    final AtomicInteger missed = new AtomicInteger();
    final AtomicInteger behind = new AtomicInteger();
    final Set<String> receipts = ConcurrentHashMap.newKeySet();
    final AckLog acks = new AckLog();
    private final Map<String, Integer> choices = new TreeMap<>();
    private final Map<String, Integer> troubles = new TreeMap<>();

    synchronized void chose(String choice) {
        choices.merge(choice, 1, Integer::sum);
    }

    synchronized int chosen(String choice) {
        return choices.getOrDefault(choice, 0);
    }

    /** @param where at which step, and what the answer was */
    synchronized void problem(String where) {
        troubles.merge(where, 1, Integer::sum);
    }

    synchronized int troubles() {
        return troubles.values().stream().mapToInt(n -> n).sum();
    }

    synchronized JsonObject troublesJson() {
        JsonObject json = new JsonObject();
        troubles.forEach(json::put);
        return json;
    }
}
