package pavilion.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Everybody who asks: an event loop of their own, in this process, on the machine that serves them. */
final class Crowd implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx(
            new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(2).setPreferNativeTransport(true));
    private final NetClient net = vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));

    Vertx vertx() {
        return vertx;
    }

    List<Wire> wires(int port, int connections) {
        List<Future<Wire>> opening = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            opening.add(net.connect(port, "127.0.0.1").map(Wire::new));
        }
        return within(Duration.ofSeconds(20), Future.join(opening).map(all -> all.<Wire>list()));
    }

    /** Each connection sends its next request when the one before is answered, until all are sent. */
    Round send(int port, int connections, List<Buffer> requests, Duration limit) {
        List<Wire> wires = wires(port, connections);
        Promise<Round> done = Promise.promise();
        Rush rush = new Rush(requests, done, wires.size());
        vertx.runOnContext(v -> {
            rush.began = System.nanoTime();
            wires.forEach(rush::next);
        });
        Round round = within(limit, done.future());
        wires.forEach(Wire::close);
        return round;
    }

    /** Confined to the event loop. */
    private static final class Rush {
        final List<Buffer> requests;
        final Promise<Round> done;
        final Round round = new Round();
        int sent;
        int working;
        long began;

        Rush(List<Buffer> requests, Promise<Round> done, int wires) {
            this.requests = requests;
            this.done = done;
            this.working = wires;
        }

        void next(Wire wire) {
            if (sent == requests.size()) {
                if (--working == 0) {
                    round.nanos = System.nanoTime() - began;
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
                round.latencies.add(System.nanoTime() - at);
                round.statuses.merge(answer.result(), 1, Integer::sum);
                next(wire);
            });
        }
    }

    static <T> T within(Duration limit, Future<T> future) {
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
