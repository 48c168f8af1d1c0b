package pavilion.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import pavilion.identity.CurrentUser;
import pavilion.rules.Refusal;

/**
 * How often one person, or one address before sign-in, may post; held by each server for itself. When the table is full,
 * subjects that asked rarely or long ago are dropped; nobody else's limit is forgotten with them.
 */
public final class RateLimits {
    private static final int MAX_SUBJECTS = 100_000;
    /** A bucket is full again before that: from then on, forgetting it changes nothing. */
    private static final Duration KEEP = Duration.ofMinutes(10);

    private final Cache<String, Bucket> buckets;
    private final int personPerMinute;
    private final int addressPerMinute;

    public RateLimits(int personPerMinute, int addressPerMinute) {
        this(personPerMinute, addressPerMinute, MAX_SUBJECTS);
    }

    RateLimits(int personPerMinute, int addressPerMinute, int maxSubjects) {
        this.personPerMinute = personPerMinute;
        this.addressPerMinute = addressPerMinute;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(maxSubjects)
                .expireAfterAccess(KEEP)
                .build();
    }

    void check(Request request) {
        CurrentUser user = request.userOrNull();
        boolean free = user != null
                ? take("p" + user.person(), personPerMinute)
                : take("a" + request.address(), addressPerMinute);
        if (!free) {
            throw HttpError.because(429, Refusal.of("web.stop.too-often"));
        }
    }

    /** @return whether the subject still had one of its {@code perMinute} left */
    public boolean take(String subject, int perMinute) {
        return take(subject, perMinute, perMinute);
    }

    /** @param burst how many at once, if none were taken for a while: at most what comes again within {@link #KEEP} */
    public boolean take(String subject, int burst, int perMinute) {
        return buckets.get(
                        subject,
                        s -> Bucket.builder()
                                .addLimit(limit -> limit.capacity(burst).refillGreedy(perMinute, Duration.ofMinutes(1)))
                                .build())
                .tryConsume(1);
    }

    /** How many subjects are remembered, once pending evictions are done. */
    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }
}
