package pavilion.live;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A client's socket: its snapshots in order, its heartbeats counted, and the code with which the server closed it. */
final class TestSocket {
    private static final long SECONDS = 5;

    final WebSocket socket;
    final AtomicInteger beats = new AtomicInteger();
    final AtomicInteger received = new AtomicInteger();
    private final BlockingQueue<JsonObject> snapshots = new LinkedBlockingQueue<>();
    private final Promise<Short> closed = Promise.promise();
    private volatile @Nullable JsonObject first;

    private TestSocket(WebSocket socket) {
        this.socket = socket;
        socket.textMessageHandler(this::receive);
        socket.closeHandler(v -> closed.complete(socket.closeStatusCode()));
    }

    static TestSocket open(WebSocketClient client, WebSocketConnectOptions options) {
        return client.connect(options).map(TestSocket::new).await();
    }

    private void receive(String text) {
        JsonObject frame = new JsonObject(text);
        first = first == null ? frame : first;
        if (frame.containsKey("beat")) {
            beats.incrementAndGet();
        } else {
            received.incrementAndGet();
            snapshots.add(frame);
        }
    }

    /** The very first frame, whatever it says. */
    @Nullable
    JsonObject first() {
        return first;
    }

    JsonObject next() throws InterruptedException {
        JsonObject snapshot = snapshots.poll(SECONDS, TimeUnit.SECONDS);
        assertNotNull(snapshot, "no snapshot came");
        return snapshot;
    }

    long nextVersion() throws InterruptedException {
        return next().getLong("v");
    }

    /** @return nothing if none comes in that time */
    @Nullable
    JsonObject within(long millis) throws InterruptedException {
        return snapshots.poll(millis, TimeUnit.MILLISECONDS);
    }

    /** Completes with the close code when the connection ends. */
    Future<Short> closed() {
        return closed.future();
    }
}
