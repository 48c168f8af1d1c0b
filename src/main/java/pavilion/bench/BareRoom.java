package pavilion.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The ceiling of the room: a server that does nothing but write a frame of the same size to as many sockets. */
final class BareRoom {
    private static final int FRAMES = 20;
    private static final long EVERY_MILLIS = 200;

    private BareRoom() {}

    /** @return from the moment of writing to the moment of receiving, all sockets */
    static Latencies measure(Crowd crowd, int sockets, int frameBytes) throws InterruptedException {
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        try {
            List<ServerWebSocket> seats = new CopyOnWriteArrayList<>();
            HttpServer server = Crowd.within(
                    Duration.ofSeconds(10),
                    vertx.createHttpServer().webSocketHandler(seats::add).listen(0, "127.0.0.1"));
            Watchers watchers = new Watchers(crowd.vertx(), sockets, text -> Integer.parseInt(text.substring(0, 8)));
            watchers.sit(server.actualPort(), "/", List.of(), sockets);
            String filler = "x".repeat(Math.max(0, frameBytes - 8));
            long[] sent = new long[FRAMES];
            for (int i = 0; i < FRAMES; i++) {
                String frame = "%08d".formatted(i) + filler;
                sent[i] = System.nanoTime();
                seats.forEach(seat -> seat.writeTextMessage(frame));
                Thread.sleep(EVERY_MILLIS);
            }
            Thread.sleep(EVERY_MILLIS);
            Latencies latencies = new Latencies();
            // The first five warm the path up.
            for (int i = 5; i < FRAMES; i++) {
                for (Watchers.Watcher watcher : List.copyOf(watchers.all)) {
                    long heard = watcher.heard(i);
                    if (heard > 0) {
                        latencies.add(heard - sent[i]);
                    }
                }
            }
            watchers.leave();
            return latencies;
        } finally {
            Crowd.within(Duration.ofSeconds(10), vertx.close());
        }
    }
}
