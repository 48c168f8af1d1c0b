package pavilion.rehearse;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Everybody who asks: an event loop of their own. */
public final class LoadClient implements AutoCloseable {
    private static final int PAGE_CONNECTIONS = 200;
    private static final int FRAME = 1 << 20;

    private final Vertx vertx = Vertx.vertx(
            new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(2).setPreferNativeTransport(true));
    private final NetClient net = vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));

    public Vertx vertx() {
        return vertx;
    }

    /** For pages: kept-alive connections, as many as that many phones keep busy. */
    HttpClient pages(ServerAddress site) {
        return vertx.createHttpClient(
                new HttpClientOptions()
                        .setDefaultHost(site.host())
                        .setDefaultPort(site.port())
                        .setSsl(site.ssl())
                        .setKeepAliveTimeout(30)
                        .setConnectTimeout(10_000)
                        .setDecompressionSupported(true)
                        .setMaxHeaderSize(16 << 10),
                new PoolOptions().setHttp1MaxSize(PAGE_CONNECTIONS));
    }

    WebSocketClient sockets(ServerAddress site, int most) {
        return vertx.createWebSocketClient(new WebSocketClientOptions()
                .setDefaultHost(site.host())
                .setDefaultPort(site.port())
                .setSsl(site.ssl())
                .setConnectTimeout(20_000)
                .setMaxConnections(most)
                .setMaxFrameSize(FRAME)
                .setMaxMessageSize(FRAME));
    }

    public List<RawHttp> wires(int port, int connections) {
        List<Future<RawHttp>> opening = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            opening.add(net.connect(port, "127.0.0.1").map(RawHttp::new));
        }
        return within(Duration.ofSeconds(20), Future.join(opening).map(all -> all.<RawHttp>list()));
    }

    /** Each connection sends its next request when the one before is answered, until all are sent. */
    public RequestRun send(int port, int connections, List<Buffer> requests, Duration limit) {
        List<RawHttp> wires = wires(port, connections);
        Promise<RequestRun> done = Promise.promise();
        Rush rush = new Rush(requests, done, wires.size());
        vertx.runOnContext(v -> {
            rush.began = System.nanoTime();
            wires.forEach(rush::next);
        });
        RequestRun round = within(limit, done.future());
        wires.forEach(RawHttp::close);
        return round;
    }

    /**
     * One request every so often, whether or not those before were answered: how long one takes counts from when it was
     * due, also where no connection was free.
     */
    public RequestRun offer(int port, int connections, List<Buffer> requests, int perSecond, Duration limit) {
        Deque<RawHttp> free = new ArrayDeque<>(wires(port, connections));
        List<RawHttp> all = List.copyOf(free);
        Promise<RequestRun> done = Promise.promise();
        vertx.runOnContext(v -> new Offer(requests, free, perSecond * 1e-9, done).begin(vertx));
        RequestRun round = within(limit, done.future());
        all.forEach(RawHttp::close);
        return round;
    }

    /** Confined to the event loop. */
    private static final class Offer {
        final List<Buffer> requests;
        final Deque<RawHttp> free;
        final double perNano;
        final Promise<RequestRun> done;
        final RequestRun round = new RequestRun();
        final long began = System.nanoTime();
        int sent;
        int answered;

        Offer(List<Buffer> requests, Deque<RawHttp> free, double perNano, Promise<RequestRun> done) {
            this.requests = requests;
            this.free = free;
            this.perNano = perNano;
            this.done = done;
        }

        void begin(Vertx vertx) {
            vertx.setPeriodic(1, timer -> {
                send();
                if (sent == requests.size() || done.future().isComplete()) {
                    vertx.cancelTimer(timer);
                }
            });
        }

        void send() {
            while (sent < requests.size() && !free.isEmpty() && (System.nanoTime() - began) * perNano >= sent) {
                RawHttp wire = free.remove();
                long due = began + Math.round(sent / perNano);
                wire.send(requests.get(sent++)).onComplete(answer -> {
                    if (answer.failed()) {
                        done.tryFail(answer.cause());
                        return;
                    }
                    round.answered(answer.result(), System.nanoTime() - due);
                    free.add(wire);
                    if (++answered == requests.size()) {
                        round.took(System.nanoTime() - began);
                        done.tryComplete(round);
                    }
                    send();
                });
            }
        }
    }

    /** Confined to the event loop. */
    private static final class Rush {
        final List<Buffer> requests;
        final Promise<RequestRun> done;
        final RequestRun round = new RequestRun();
        int sent;
        int working;
        long began;

        Rush(List<Buffer> requests, Promise<RequestRun> done, int wires) {
            this.requests = requests;
            this.done = done;
            this.working = wires;
        }

        void next(RawHttp wire) {
            if (sent == requests.size()) {
                if (--working == 0) {
                    round.took(System.nanoTime() - began);
                    done.tryComplete(round);
                }
                return;
            }
            long at = System.nanoTime();
            wire.send(requests.get(sent++)).onComplete(answer -> {
                if (answer.failed()) {
                    done.tryFail(answer.cause());
                    return;
                }
                round.answered(answer.result(), System.nanoTime() - at);
                next(wire);
            });
        }
    }

    public static <T> T within(Duration limit, Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        within(Duration.ofSeconds(10), vertx.close());
    }
}
