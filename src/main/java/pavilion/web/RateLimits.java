package pavilion.web;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pavilion.identity.CurrentUser;
import pavilion.rules.Refusal;

/** How often one person, or one address before sign-in, may post; held by each node for itself. */
public final class RateLimits {
    private static final int MOST = 100_000;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final int personPerMinute;
    private final int addressPerMinute;

    public RateLimits(int personPerMinute, int addressPerMinute) {
        this.personPerMinute = personPerMinute;
        this.addressPerMinute = addressPerMinute;
    }

    void check(Request request) {
        CurrentUser viewer = request.viewer();
        boolean free = viewer != null
                ? take("p" + viewer.person(), personPerMinute)
                : take("a" + request.address(), addressPerMinute);
        if (!free) {
            throw HttpError.because(429, Refusal.of("web.stop.too-often"));
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
