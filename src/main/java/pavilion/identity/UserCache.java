package pavilion.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Sha256;

/**
 * Who a token belongs to, remembered for half a minute so that a ballot needs no query to know its voter. Signing out,
 * a new role or a new level is told to all nodes at once; the half minute is only for a lost message.
 */
public final class UserCache {
    private static final String CHANGED = "viewer.changed";
    private static final long KEEP_NANOS = 30_000_000_000L;
    private static final int MOST = 50_000;

    private record Seen(@Nullable CurrentUser viewer, long until) {}

    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final TokenLookup recognition;
    private final Vertx vertx;

    public UserCache(Vertx vertx, TokenLookup recognition) {
        this.vertx = vertx;
        this.recognition = recognition;
        vertx.eventBus().<Long>consumer(CHANGED, message -> forget(message.body()));
    }

    public Future<@Nullable CurrentUser> of(@Nullable String token) {
        if (token == null) {
            return Future.succeededFuture();
        }
        String hash = Sha256.of(token);
        Seen known = seen.get(hash);
        if (known != null && known.until - System.nanoTime() > 0) {
            return Future.succeededFuture(known.viewer);
        }
        return recognition.find(hash).map(viewer -> {
            if (viewer != null) {
                if (seen.size() > MOST) {
                    seen.clear();
                }
                seen.put(hash, new Seen(viewer, System.nanoTime() + KEEP_NANOS));
            } else {
                seen.remove(hash);
            }
            return viewer;
        });
    }

    /** This person's sign-ins, roles or level changed: every node asks the database again. */
    public void changed(long person) {
        forget(person);
        vertx.eventBus().publish(CHANGED, person);
    }

    private void forget(long person) {
        seen.values().removeIf(s -> s.viewer() != null && s.viewer().person() == person);
    }
}
