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

/** The clients of a load test, on an event loop of their own. */
public final class LoadClient implements AutoCloseable {
    private static final int PAGE_CONNECTIONS = 200;
    private static final int FRAME = 1 << 20;

    private final Vertx vertx = Vertx.vertx(
            new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(2).setPreferNativeTransport(true));
    private final NetClient net = vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));

    public Vertx vertx() {
        return vertx;
    }

    /** For pages, over a limited number of kept-alive connections. */
    HttpClient pages(ServerAddress server) {
        return vertx.createHttpClient(
                new HttpClientOptions()
                        .setDefaultHost(server.host())
                        .setDefaultPort(server.port())
                        .setSsl(server.ssl())
                        .setKeepAliveTimeout(30)
                        .setConnectTimeout(10_000)
                        .setDecompressionSupported(true)
                        .setMaxHeaderSize(16 << 10),
                new PoolOptions().setHttp1MaxSize(PAGE_CONNECTIONS));
    }

    WebSocketClient sockets(ServerAddress server, int most) {
        return vertx.createWebSocketClient(new WebSocketClientOptions()
                .setDefaultHost(server.host())
                .setDefaultPort(server.port())
                .setSsl(server.ssl())
                .setConnectTimeout(20_000)
                .setMaxConnections(most)
                .setMaxFrameSize(FRAME)
                .setMaxMessageSize(FRAME));
    }

    public List<RawHttp> connect(int port, int connections) {
        List<Future<RawHttp>> opening = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            opening.add(net.connect(port, "127.0.0.1").map(RawHttp::new));
        }
        return within(Duration.ofSeconds(20), Future.join(opening).map(all -> all.<RawHttp>list()));
    }

    /** Each connection sends its next request when the previous one is answered (closed loop), until all are sent. */
    public RequestRun send(int port, int connections, List<Buffer> requests, Duration limit) {
        List<RawHttp> open = connect(port, connections);
        Promise<RequestRun> done = Promise.promise();
        ClosedLoop loop = new ClosedLoop(requests, done, open.size());
        vertx.runOnContext(v -> {
            loop.began = System.nanoTime();
            open.forEach(loop::next);
        });
        RequestRun run = within(limit, done.future());
        open.forEach(RawHttp::close);
        return run;
    }

    /**
     * Sends so many requests a second, whether or not the earlier ones were answered (open loop). A request's time counts
     * from when it was due, even if no connection was free then.
     */
    public RequestRun offer(int port, int connections, List<Buffer> requests, int perSecond, Duration limit) {
        Deque<RawHttp> free = new ArrayDeque<>(connect(port, connections));
        List<RawHttp> all = List.copyOf(free);
        Promise<RequestRun> done = Promise.promise();
        vertx.runOnContext(v -> new OpenLoop(requests, free, perSecond * 1e-9, done).begin(vertx));
        RequestRun run = within(limit, done.future());
        all.forEach(RawHttp::close);
        return run;
    }

    /** Confined to the event loop. */
    private static final class OpenLoop {
        final List<Buffer> requests;
        final Deque<RawHttp> free;
        final double perNano;
        final Promise<RequestRun> done;
        final RequestRun run = new RequestRun();
        final long began = System.nanoTime();
        int sent;
        int answered;

        OpenLoop(List<Buffer> requests, Deque<RawHttp> free, double perNano, Promise<RequestRun> done) {
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
                RawHttp connection = free.remove();
                long due = began + Math.round(sent / perNano);
                connection.send(requests.get(sent++)).onComplete(answer -> {
                    if (answer.failed()) {
                        done.tryFail(answer.cause());
                        return;
                    }
                    run.answered(answer.result(), System.nanoTime() - due);
                    free.add(connection);
                    if (++answered == requests.size()) {
                        run.finished(System.nanoTime() - began);
                        done.tryComplete(run);
                    }
                    send();
                });
            }
        }
    }

    /** Confined to the event loop. */
    private static final class ClosedLoop {
        final List<Buffer> requests;
        final Promise<RequestRun> done;
        final RequestRun run = new RequestRun();
        int sent;
        int working;
        long began;

        ClosedLoop(List<Buffer> requests, Promise<RequestRun> done, int connections) {
            this.requests = requests;
            this.done = done;
            this.working = connections;
        }

        void next(RawHttp connection) {
            if (sent == requests.size()) {
                if (--working == 0) {
                    run.finished(System.nanoTime() - began);
                    done.tryComplete(run);
                }
                return;
            }
            long at = System.nanoTime();
            connection.send(requests.get(sent++)).onComplete(answer -> {
                if (answer.failed()) {
                    done.tryFail(answer.cause());
                    return;
                }
                run.answered(answer.result(), System.nanoTime() - at);
                next(connection);
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
