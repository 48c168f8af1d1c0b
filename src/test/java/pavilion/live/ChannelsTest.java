package pavilion.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pavilion.live.LiveFixture.CHANNEL;
import static pavilion.live.LiveFixture.PATH;
import static pavilion.live.LiveFixture.RESIDENT;

import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.Checkpoint;
import io.vertx.junit5.VertxExtension;
import io.vertx.junit5.VertxTestContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class ChannelsTest {
    private final LiveFixture.Shared shared = new LiveFixture.Shared();
    private LiveFixture live;

    @BeforeEach
    void start(Vertx vertx) {
        live = new LiveFixture(vertx, LiveLimits.standard(), shared);
    }

    private void isRejected(VertxTestContext context, Checkpoint done, String path, @Nullable String token) {
        isRejected(context, done, path, token, null);
    }

    private void isRejected(
            VertxTestContext context, Checkpoint done, String path, @Nullable String token, @Nullable String origin) {
        live.client
                .connect(live.options(path, token, origin))
                .onComplete(context.failing(e -> context.verify(() -> {
                    assertEquals(
                            403,
                            assertInstanceOf(UpgradeRejectedException.class, e, path)
                                    .getStatus(),
                            path);
                    done.flag();
                })));
    }

    @Test
    void strangersAreRefused(VertxTestContext context) {
        Checkpoint refused = context.checkpoint(3);
        isRejected(context, refused, PATH, null);
        isRejected(context, refused, PATH, "no-such-token");
        isRejected(context, refused, PATH + "&key=wrong", null);
    }

    @Test
    void pagesOfOtherSitesAreRefusedWhoeverReadsThem(VertxTestContext context) {
        Checkpoint refused = context.checkpoint(3);
        isRejected(context, refused, PATH, RESIDENT, "http://evil.example");
        isRejected(context, refused, PATH, RESIDENT, "null");
        isRejected(context, refused, PATH, RESIDENT, "http://127.0.0.1:" + live.port() + ".evil.example");
    }

    @Test
    void channelsThatDoNotExistAreRefused(VertxTestContext context) {
        List<String> channels = List.of(
                "", "x", "hall/1", "hall/1/5/6", "hall/-1/5", "hall/1/99999999999999999999", "..%2f", "cellar/1/5");
        Checkpoint refused = context.checkpoint(channels.size() + 1);
        channels.forEach(channel -> isRejected(context, refused, "/live?channel=" + channel, RESIDENT));
        isRejected(context, refused, "/live", RESIDENT);
    }

    @Test
    void newSubscriberGetsTheStateAndThenEachNewerOneOnce() throws InterruptedException {
        TestSocket socket = live.open(PATH + "&lang=en", RESIDENT);
        JsonObject first = socket.next();
        assertEquals(1, first.getLong("v"));
        assertTrue(first.getJsonObject("html").getString("turnout").contains("Present 1"));
        shared.state.set(2);
        live.channels.touch(CHANNEL);
        assertEquals(2, socket.nextVersion());
        live.channels.touch(CHANNEL);
        assertNull(socket.within(500), "the same state is not sent again");
    }

    @Test
    void subscriberThatHoldsTheNewestStateIsSentNothing() throws InterruptedException {
        assertNull(live.open(PATH + "&v=1", RESIDENT).within(400));
    }

    @Test
    void olderSnapshotIsDropped() throws InterruptedException {
        TestSocket early = live.open(RESIDENT);
        assertEquals(1, early.nextVersion());
        live.publish(7, "");
        assertEquals(7, early.nextVersion());
        live.publish(6, "overtaken");
        assertNull(early.within(300));
        assertEquals(7, live.open(RESIDENT).nextVersion(), "a new subscriber gets the newest");
    }

    @Test
    void screenEntersByItsKey() throws InterruptedException {
        assertEquals(1, live.open(PATH + "&key=screen-key", null).nextVersion());
    }

    @Test
    void hundredTouchesAreAFewRenderingsAndTheLastIsSent() throws InterruptedException {
        TestSocket socket = live.open(RESIDENT);
        socket.next();
        int before = shared.renderings.get();
        for (int i = 0; i < 100; i++) {
            shared.state.incrementAndGet();
            live.channels.touch(CHANNEL);
        }
        long last = shared.state.get();
        while (socket.nextVersion() < last) {
            assertTrue(shared.renderings.get() - before <= 4);
        }
        assertTrue(shared.renderings.get() - before <= 4, "rendered " + (shared.renderings.get() - before));
    }

    @Test
    void channelAtRestCanBeTouchedAgain() throws InterruptedException {
        TestSocket socket = live.open(RESIDENT);
        socket.next();
        for (int version = 2; version < 5; version++) {
            shared.state.set(version);
            Thread.sleep(300);
            live.channels.touch(CHANNEL);
            assertEquals(version, socket.nextVersion());
        }
    }
}
