package pavilion.web;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pavilion.rules.Refusal;

/** How often one person, or one address before sign-in, may post; held by each node for itself. */
public final class Limits {
    private static final int MOST = 100_000;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final int personPerMinute;
    private final int addressPerMinute;

    public Limits(int personPerMinute, int addressPerMinute) {
        this.personPerMinute = personPerMinute;
        this.addressPerMinute = addressPerMinute;
    }

    void check(Visit visit) {
        Viewer viewer = visit.viewer();
        boolean free = viewer != null
                ? take("p" + viewer.person(), personPerMinute)
                : take("a" + visit.address(), addressPerMinute);
        if (!free) {
            throw Stop.because(429, Refusal.of("web.stop.too-often"));
        }
    }

    /** @return whether the subject still had one of its {@code perMinute} left */
    public boolean take(String subject, int perMinute) {
        if (buckets.size() > MOST) {
            buckets.clear();
        }
        return buckets.computeIfAbsent(
                        subject,
                        s -> Bucket.builder()
                                .addLimit(limit ->
                                        limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                                .build())
                .tryConsume(1);
    }
}
