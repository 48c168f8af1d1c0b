package pavilion.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Sockets that look on: each remembers when it first heard of which count. */
final class Watchers {
    /** What one socket heard, in order; confined to the crowd's event loop until the end. */
    static final class Watcher {
        final List<int[]> counts = new ArrayList<>();
        final List<Long> times = new ArrayList<>();

        /** @return when a count of at least {@code need} came, or -1 */
        long heard(int need) {
            for (int i = 0; i < counts.size(); i++) {
                if (counts.get(i)[0] >= need) {
                    return times.get(i);
                }
            }
            return -1;
        }
    }

    final List<Watcher> all = new ArrayList<>();
    private final List<WebSocket> sockets = new ArrayList<>();
    private final WebSocketClient client;
    private final ToIntFunction<String> count;
    private int frameBytes;

    /** @param count read from a frame, or -1 if it tells none */
    Watchers(Vertx vertx, int sockets, ToIntFunction<String> count) {
        this.count = count;
        this.client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxConnections(sockets)
                .setMaxFrameSize(1 << 20)
                .setMaxMessageSize(1 << 20));
    }

    void sit(int port, String uri, List<String> cookies, int sockets) {
        // Fifty at a time: the listen queue of a plain machine is short.
        for (int from = 0; from < sockets; from += 50) {
            List<Future<WebSocket>> opening = new ArrayList<>();
            for (int i = from; i < Math.min(sockets, from + 50); i++) {
                WebSocketConnectOptions options = new WebSocketConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setURI(uri);
                if (!cookies.isEmpty()) {
                    options.addHeader("Cookie", cookies.get(i % cookies.size()));
                }
                opening.add(client.connect(options).onSuccess(this::watch));
            }
            Crowd.within(Duration.ofSeconds(30), Future.join(opening));
        }
    }

    private void watch(WebSocket socket) {
        Watcher watcher = new Watcher();
        all.add(watcher);
        sockets.add(socket);
        socket.textMessageHandler(text -> {
            long now = System.nanoTime();
            int seen = count.applyAsInt(text);
            frameBytes = Math.max(frameBytes, text.length());
            if (seen >= 0) {
                watcher.counts.add(new int[] {seen});
                watcher.times.add(now);
            }
        });
    }

    int frameBytes() {
        return frameBytes;
    }

    long frames() {
        return all.stream().mapToLong(w -> w.counts.size()).sum();
    }

    void leave() {
        sockets.forEach(WebSocket::close);
    }
}
