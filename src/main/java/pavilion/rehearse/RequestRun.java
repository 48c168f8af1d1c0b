package pavilion.rehearse;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/** The outcome of many requests over a few connections. */
public final class RequestRun {
    private final Latencies latencies = new Latencies();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private long nanos;

    void answered(int status, long after) {
        latencies.add(after);
        statuses.merge(status, 1, Integer::sum);
    }

    void finished(long whole) {
        nanos = whole;
    }

    public Latencies latencies() {
        return latencies;
    }

    public int good() {
        return statuses.entrySet().stream()
                .filter(e -> e.getKey() >= 200 && e.getKey() < 400)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    public double perSecond() {
        return nanos == 0 ? 0 : good() * 1e9 / nanos;
    }

    public JsonObject toJson() {
        JsonObject answers = new JsonObject();
        statuses.forEach((status, count) -> answers.put(String.valueOf(status), count));
        return latencies.toJson().put("seconds", nanos / 1e9).put("answers", answers);
    }
}
