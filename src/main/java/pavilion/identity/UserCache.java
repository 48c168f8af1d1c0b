package pavilion.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Sha256;

/**
 * Who a token belongs to, remembered for half a minute so that a ballot needs no query to know its voter. Signing out, a
 * new role or a new level is told to all servers at once; the half minute is only for a lost message.
 */
public final class UserCache {
    private static final String PERSON_CHANGED = "users.person-changed";
    private static final String COMMUNITY_CHANGED = "users.community-changed";
    private static final Duration KEEP = Duration.ofSeconds(30);
    private static final int MOST = 50_000;

    /** Is told after this server has forgotten what it knew; called on any thread, must return at once. */
    public interface Listener {
        /** This person's sign-ins, roles, household or level may have changed. */
        void personChanged(long person);

        /** The same for everybody on the roll of a community. */
        void communityChanged(int community);
    }

    private final Cache<String, CurrentUser> byTokenHash =
            Caffeine.newBuilder().expireAfterWrite(KEEP).maximumSize(MOST).build();
    private final AtomicLong changes = new AtomicLong();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final TokenLookup lookup;
    private final Vertx vertx;

    public UserCache(Vertx vertx, TokenLookup lookup) {
        this.vertx = vertx;
        this.lookup = lookup;
        vertx.eventBus().<Long>consumer(PERSON_CHANGED, message -> personChanged(message.body()));
        vertx.eventBus().<Integer>consumer(COMMUNITY_CHANGED, message -> communityChanged(message.body()));
    }

    public void onChange(Listener listener) {
        listeners.add(listener);
    }

    /** @return nobody for no token, an unknown or an expired one */
    public Future<@Nullable CurrentUser> of(@Nullable String token) {
        return token == null ? Future.succeededFuture() : ofHash(Sha256.of(token));
    }

    /** @param tokenHash hex SHA-256 of the token */
    public Future<@Nullable CurrentUser> ofHash(String tokenHash) {
        CurrentUser known = byTokenHash.getIfPresent(tokenHash);
        if (known != null) {
            return Future.succeededFuture(known);
        }
        long before = changes.get();
        return lookup.find(tokenHash).map(user -> {
            if (user != null) {
                byTokenHash.put(tokenHash, user);
                // What the database said before a change must not outlive that change here.
                if (changes.get() != before) {
                    byTokenHash.invalidate(tokenHash);
                }
            }
            return user;
        });
    }

    /** This person's sign-ins, roles, household or level changed, and it is committed: every server asks the database again. */
    public void changed(long person) {
        forget(user -> user.person() == person);
        vertx.eventBus().publish(PERSON_CHANGED, person);
    }

    /** The same for everybody on the roll of this community. */
    public void changedIn(int community) {
        forget(user -> user.community() == community);
        vertx.eventBus().publish(COMMUNITY_CHANGED, community);
    }

    private void personChanged(long person) {
        forget(user -> user.person() == person);
        listeners.forEach(listener -> listener.personChanged(person));
    }

    private void communityChanged(int community) {
        forget(user -> user.community() == community);
        listeners.forEach(listener -> listener.communityChanged(community));
    }

    private void forget(Predicate<CurrentUser> who) {
        changes.incrementAndGet();
        byTokenHash.asMap().values().removeIf(who);
    }
}
