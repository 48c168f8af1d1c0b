package pavilion.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrameType;
import io.vertx.core.http.impl.ws.WebSocketFrameImpl;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The ceiling of a channel: a server that does nothing but write one frame, made once, to all of its sockets. Runs in a
 * process of its own; {@code /go?frames=50&bytes=700} starts it, five frames a second.
 */
public final class BaselineServer extends VerticleBase {
    private static final long EVERY_MILLIS = 200;
    private static final List<BaselineServer> LOOPS = new CopyOnWriteArrayList<>();

    private final int port;
    private static long sent;
    private final Set<ServerWebSocket> sockets = new HashSet<>();
    private Context loop;

    private BaselineServer(int port) {
        this.port = port;
    }

    public static void main(String[] args) {
        int port = Integer.parseInt(args[0]);
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        int loops = Math.max(1, Runtime.getRuntime().availableProcessors());
        vertx.deployVerticle(() -> new BaselineServer(port), new DeploymentOptions().setInstances(loops))
                .await();
        ProcessHandle.current().parent().ifPresent(p -> p.onExit().thenRun(() -> System.exit(0)));
    }

    @Override
    public Future<?> start() {
        loop = vertx.getOrCreateContext();
        LOOPS.add(this);
        return vertx.createHttpServer()
                .requestHandler(this::go)
                .webSocketHandler(socket -> {
                    sockets.add(socket);
                    socket.closeHandler(v -> sockets.remove(socket));
                })
                .listen(port, "127.0.0.1");
    }

    private void go(HttpServerRequest request) {
        int frames = Integer.parseInt(request.getParam("frames", "0"));
        int bytes = Integer.parseInt(request.getParam("bytes", "0"));
        for (int i = 1; i <= frames; i++) {
            long n = ++sent;
            vertx.setTimer(i * EVERY_MILLIS, t -> {
                // The machine's monotonic clock is the same in all of its processes.
                String head = "{\"v\":" + n + ",\"at\":" + System.nanoTime() + ",\"x\":\"";
                ByteBuf text = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer((head
                                + "x".repeat(Math.max(0, bytes - head.length() - 2)) + "\"}")
                        .getBytes(StandardCharsets.US_ASCII)));
                LOOPS.forEach(each -> each.loop.runOnContext(v -> each.write(text)));
            });
        }
        request.response().end();
    }

    private void write(ByteBuf text) {
        sockets.forEach(socket -> socket.writeFrame(new WebSocketFrameImpl(WebSocketFrameType.TEXT, text.duplicate())));
    }
}
