package pavilion.rehearse;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;

/** Times in nanoseconds, gathered by any thread, read in milliseconds. */
public final class Latencies {
    private long[] nanos = new long[1024];
    private int size;
    private boolean sorted = true;

    public synchronized void add(long value) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = value;
        sorted = false;
    }

    public synchronized void addAll(Latencies more) {
        for (int i = 0; i < more.size; i++) {
            add(more.nanos[i]);
        }
    }

    public synchronized void clear() {
        size = 0;
        sorted = true;
    }

    public synchronized int size() {
        return size;
    }

    /** @param share 0.5 is the median; the nearest rank, so that it is a time that really occurred */
    public synchronized double millis(double share) {
        if (size == 0) {
            return Double.NaN;
        }
        if (!sorted) {
            Arrays.sort(nanos, 0, size);
            sorted = true;
        }
        int rank = (int) Math.ceil(share * size) - 1;
        return nanos[Math.max(0, Math.min(size - 1, rank))] / 1e6;
    }

    public JsonObject toJson() {
        JsonObject json = new JsonObject().put("count", size());
        if (size() > 0) {
            json.put("p50_ms", millis(0.5))
                    .put("p95_ms", millis(0.95))
                    .put("p99_ms", millis(0.99))
                    .put("max_ms", millis(1));
        }
        return json;
    }
}
