package pavilion.bench;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/** What many requests over a few connections came to. */
final class Round {
    final Latencies latencies = new Latencies();
    final Map<Integer, Integer> statuses = new TreeMap<>();
    long nanos;

    int good() {
        return statuses.entrySet().stream()
                .filter(e -> e.getKey() >= 200 && e.getKey() < 400)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    double perSecond() {
        return nanos == 0 ? 0 : good() * 1e9 / nanos;
    }

    JsonObject toJson() {
        JsonObject answers = new JsonObject();
        statuses.forEach((status, count) -> answers.put(String.valueOf(status), count));
        return latencies.toJson().put("seconds", nanos / 1e9).put("answers", answers);
    }
}
