package pavilion.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.junit5.VertxTestContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pavilion.rules.Sha256;

@ExtendWith(VertxExtension.class)
class UserCacheTest {
    private static final String TOKEN = "token";
    private final List<String> lookups = new ArrayList<>();
    private Future<@Nullable CurrentUser> answer = Future.succeededFuture(user(2));
    private UserCache users;

    @BeforeEach
    void start(Vertx vertx) {
        users = new UserCache(vertx, hash -> {
            lookups.add(hash);
            return answer;
        });
    }

    private static CurrentUser user(int level) {
        return new CurrentUser(1, 8, "resident", 0, "", level, List.of());
    }

    private int level() {
        return users.of(TOKEN).await().level();
    }

    @Test
    void personIsLookedUpOnceByTheHashOfTheToken() {
        assertEquals(2, level());
        assertEquals(2, level());
        assertEquals(List.of(Sha256.of(TOKEN)), lookups);
    }

    @Test
    void noTokenIsNobodyAndNeedsNoLookup() {
        assertNull(users.of(null).await());
        assertEquals(List.of(), lookups);
    }

    @Test
    void strangerIsNotRemembered() {
        answer = Future.succeededFuture();
        assertNull(users.of(TOKEN).await());
        answer = Future.succeededFuture(user(2));
        assertEquals(2, level());
    }

    @Test
    void changeOfOnePersonForgetsThatPersonOnly() {
        level();
        users.changed(9);
        users.changedIn(2);
        answer = Future.succeededFuture(user(3));
        assertEquals(2, level());
        users.changed(8);
        assertEquals(3, level());
        answer = Future.succeededFuture(user(1));
        users.changedIn(1);
        assertEquals(1, level());
    }

    @Test
    void answerFromBeforeAChangeIsNotRemembered() {
        Promise<@Nullable CurrentUser> slow = Promise.promise();
        answer = slow.future();
        Future<@Nullable CurrentUser> asked = users.of(TOKEN);
        users.changed(8);
        slow.complete(user(2));
        assertEquals(2, asked.await().level());
        answer = Future.succeededFuture(user(3));
        assertEquals(3, level());
    }

    @Test
    void listenerIsToldAfterTheCacheHasForgotten(VertxTestContext context) {
        level();
        answer = Future.succeededFuture(user(3));
        users.onChange(new UserCache.Listener() {
            @Override
            public void personChanged(long person) {
                users.of(TOKEN)
                        .onComplete(context.succeeding(user -> context.verify(() -> {
                            assertEquals(8, person);
                            assertEquals(3, user.level());
                            context.completeNow();
                        })));
            }

            @Override
            public void communityChanged(int community) {
                context.failNow("the change was of one person");
            }
        });
        users.changed(8);
    }
}
