package pavilion.server;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.concurrent.atomic.AtomicInteger;
import pavilion.live.Channels;
import pavilion.web.OpenConnections;
import pavilion.web.SecurityHeaders;

/** Listens: the pages on one port for everybody, health and metrics on another for this machine only. */
public final class WebServer {
    private final Wiring wiring;
    private final int port;
    private final HttpServer management;

    private WebServer(Wiring wiring, int port, HttpServer management) {
        this.wiring = wiring;
        this.port = port;
        this.management = management;
    }

    static WebServer start(Config config, Vertx vertx, Wiring wiring, PrometheusMeterRegistry meters) {
        AtomicInteger bound = new AtomicInteger();
        AtomicInteger open = new AtomicInteger();
        int loops = Math.max(1, Runtime.getRuntime().availableProcessors());
        // The loops of one deployment share a port; a negative one is any free port, the same for all of them.
        int asked = config.port() == 0 ? -1 : config.port();
        taken(
                config.port(),
                vertx.deployVerticle(
                        () -> new Loop(config, wiring, asked, bound, open),
                        new DeploymentOptions().setInstances(loops)));
        HttpServer management = taken(
                config.managementPort(),
                vertx.createHttpServer()
                        .requestHandler(request -> {
                            switch (request.path()) {
                                case "/metrics" -> request.response().end(meters.scrape());
                                case "/health" ->
                                    wiring.healthy()
                                            .onComplete(ok -> request.response()
                                                    .setStatusCode(ok.succeeded() ? 200 : 503)
                                                    .putHeader("Content-Type", "application/json")
                                                    .end(new JsonObject()
                                                            .put("status", ok.succeeded() ? "up" : "down")
                                                            .put(
                                                                    "sockets",
                                                                    wiring.live()
                                                                            .sockets())
                                                            .encode()));
                                default -> request.response().setStatusCode(404).end();
                            }
                        })
                        .listen(config.managementPort(), "127.0.0.1"));
        return new WebServer(wiring, bound.get(), management);
    }

    /** Another process listens on this port. */
    public static final class PortTaken extends RuntimeException {
        PortTaken(int port, Throwable cause) {
            super(String.valueOf(port), cause);
        }
    }

    private static <T> T taken(int port, Future<T> listening) {
        try {
            return listening.await();
        } catch (Exception e) {
            throw new PortTaken(port, e);
        }
    }

    Wiring wiring() {
        return wiring;
    }

    int port() {
        return port;
    }

    int managementPort() {
        return management.actualPort();
    }

    Future<?> close() {
        return management.close();
    }

    /** Serves the pages on one event loop. */
    private static final class Loop extends VerticleBase {
        private final Config config;
        private final Wiring wiring;
        private final int asked;
        private final AtomicInteger bound;
        private final AtomicInteger open;

        Loop(Config config, Wiring wiring, int asked, AtomicInteger bound, AtomicInteger open) {
            this.config = config;
            this.wiring = wiring;
            this.asked = asked;
            this.bound = bound;
            this.open = open;
        }

        @Override
        public Future<?> start() {
            HttpServerOptions options = new HttpServerOptions()
                    .setCompressionSupported(true)
                    .setMaxFormAttributeSize(2 << 20)
                    .setMaxFormBufferedBytes(64 << 10)
                    // No browser speaks it without TLS; each of its connections could carry a hundred requests at once.
                    .setHttp2ClearTextEnabled(false)
                    .setMaxInitialLineLength(8192)
                    .setIdleTimeout(90);
            OpenConnections connections = OpenConnections.on(vertx, Wiring.CONNECTIONS, open);
            return vertx.createHttpServer(Channels.configure(options))
                    .connectionHandler(connections::accept)
                    .requestHandler(router(connections))
                    .listen(asked, config.host())
                    .onSuccess(server -> bound.set(server.actualPort()));
        }

        private Router router(OpenConnections connections) {
            Router root = Router.router(vertx);
            root.route().handler(connections::begin);
            SecurityHeaders security = new SecurityHeaders(config.https());
            root.route().handler(security::mark);
            root.get("/static/:version/:file").handler(wiring.assets()::serve);
            root.get("/live").handler(wiring.live()::connect);
            root.route("/*").subRouter(wiring.routes().router(wiring.listing()));
            return root;
        }
    }
}
