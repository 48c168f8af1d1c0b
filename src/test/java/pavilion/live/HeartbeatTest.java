package pavilion.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pavilion.live.LiveFixture.PATH;
import static pavilion.live.LiveFixture.RESIDENT;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.junit5.VertxExtension;
import io.vertx.junit5.VertxTestContext;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class HeartbeatTest {
    private static final Duration HEARTBEAT = Duration.ofMillis(200);
    /** Until the third heartbeat, a second for the close frame, and time for a busy machine. */
    private static final Duration NOTICED = Duration.ofMillis(3 * 200 + 1_000 + 2_000);

    private static final String HANDSHAKE = "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
            + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + "Cookie: pavilion=%s\r\n\r\n";

    private static LiveFixture server(Vertx vertx, Duration heartbeat) {
        return new LiveFixture(vertx, new LiveLimits(heartbeat, 20), new LiveFixture.Shared());
    }

    @Test
    void firstFrameTellsTheInterval(Vertx vertx) throws InterruptedException {
        TestSocket socket = server(vertx, LiveLimits.HEARTBEAT).open(RESIDENT);
        socket.next();
        assertEquals(new JsonObject("{\"beat\":20.0}"), socket.first());
    }

    @Test
    void clientThatAnswersStaysAndGetsHeartbeats(Vertx vertx, VertxTestContext context) {
        TestSocket socket = server(vertx, HEARTBEAT).open(RESIDENT);
        vertx.timer(HEARTBEAT.toMillis() * 8, java.util.concurrent.TimeUnit.MILLISECONDS)
                .onComplete(context.succeeding(v -> context.verify(() -> {
                    assertFalse(socket.closed().isComplete());
                    assertTrue(socket.beats.get() >= 6, socket.beats + " heartbeats");
                    context.completeNow();
                })));
    }

    /** A client that completes the handshake and from then on neither answers a ping nor a close frame. */
    private static void openSilent(Vertx vertx, LiveFixture live, VertxTestContext context, boolean reads) {
        vertx.setTimer(NOTICED.toMillis(), t -> context.failNow("the connection is still open"));
        vertx.createNetClient(new NetClientOptions())
                .connect(live.port(), "127.0.0.1")
                .onComplete(context.succeeding(socket -> {
                    if (reads) {
                        socket.closeHandler(v -> context.verify(() -> {
                            assertEquals(0, live.channels.sockets());
                            context.completeNow();
                        }));
                    } else {
                        socket.handler(answer -> socket.pause());
                        waitUntilGone(vertx, live, context);
                    }
                    handshake(socket);
                }));
    }

    private static void handshake(NetSocket socket) {
        socket.write(HANDSHAKE.formatted(PATH, RESIDENT));
    }

    private static void waitUntilGone(Vertx vertx, LiveFixture live, VertxTestContext context) {
        boolean[] seen = {false};
        vertx.setPeriodic(20, timer -> {
            seen[0] |= live.channels.sockets() == 1;
            if (seen[0] && live.channels.sockets() == 0) {
                vertx.cancelTimer(timer);
                context.completeNow();
            }
        });
    }

    @Test
    void clientThatMissesTwoHeartbeatsIsClosedWithoutItsDoing(Vertx vertx, VertxTestContext context) {
        openSilent(vertx, server(vertx, HEARTBEAT), context, true);
    }

    @Test
    void clientThatDoesNotEvenReadIsClosedAsWell(Vertx vertx, VertxTestContext context) {
        openSilent(vertx, server(vertx, HEARTBEAT), context, false);
    }
}
