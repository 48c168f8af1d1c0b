package pavilion.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pavilion.live.LiveFixture.PATH;
import static pavilion.live.LiveFixture.RESIDENT;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.junit5.VertxExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class SlowSocketTest {
    private static final int SNAPSHOTS = 600;
    /** Much more in all than the buffers of two operating systems and a client hold. */
    private static final String PADDING = "x".repeat(60_000);

    @Test
    void socketThatReadsNothingGetsOnlyTheNewestAfterwards(Vertx vertx) throws InterruptedException {
        LiveFixture live = new LiveFixture(vertx, new LiveLimits(LiveFixture.NEVER, 20), new LiveFixture.Shared());
        WebSocketClient client = vertx.createWebSocketClient(
                new WebSocketClientOptions().setReceiveBufferSize(16_384).setMaxFrameSize(1 << 20));
        TestSocket quick = live.open(RESIDENT);
        TestSocket slow = TestSocket.open(client, live.options(PATH, RESIDENT, null));
        assertEquals(1, quick.nextVersion());
        assertEquals(1, slow.nextVersion());
        slow.socket.pause();
        for (long version = 2; version <= SNAPSHOTS; version++) {
            live.publish(version, PADDING);
            // Each was offered to both before the next is published.
            assertEquals(version, quick.nextVersion());
        }
        slow.socket.resume();
        while (slow.nextVersion() < SNAPSHOTS) {
            assertTrue(slow.received.get() < SNAPSHOTS / 2, "a queue was kept");
        }
        assertTrue(slow.received.get() < SNAPSHOTS / 2, slow.received + " of " + SNAPSHOTS);
    }
}
