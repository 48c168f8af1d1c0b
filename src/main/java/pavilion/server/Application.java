package pavilion.server;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pavilion.db.DataFolder;
import pavilion.db.Database;
import pavilion.db.EmbeddedServer;
import pavilion.db.Endpoint;
import pavilion.db.Migrations;
import pavilion.db.SettingStore;
import pavilion.web.Route;

/** A running server with its database. Opened by {@code serve}, by the benchmark and by tests. */
public final class Application implements AutoCloseable {
    static final String UPLOADS = "uploads";

    private final Config config;
    private final @Nullable EmbeddedServer embedded;
    private final Vertx vertx;
    private final Database database;
    private final AdjustableClock clock;
    private final WebServer server;

    private Application(
            Config config,
            @Nullable EmbeddedServer embedded,
            Vertx vertx,
            Database database,
            AdjustableClock clock,
            WebServer server) {
        this.config = config;
        this.embedded = embedded;
        this.vertx = vertx;
        this.database = database;
        this.clock = clock;
        this.server = server;
    }

    /** The demo was asked for, but the database holds a real community. */
    public static final class RealData extends RuntimeException {}

    /** The database holds the demo, but the demo was not asked for: invented data is never served as real. */
    public static final class DemoData extends RuntimeException {}

    /**
     * @throws pavilion.db.FolderInUse if another process holds the data folder
     * @throws DataFolder.Unusable if it cannot be made or written
     * @throws pavilion.db.PostgresFailed if the embedded PostgreSQL does not start
     * @throws RealData if the demo is asked for on a database with a real community
     * @throws DemoData if the database is the demo's and the demo is not asked for
     * @throws pavilion.db.Unreachable if no database answers
     * @throws pavilion.db.OldSchema if an earlier version made the database
     */
    public static Application open(Config config, Clock base) {
        return open(config, base, embedded -> {});
    }

    /** @param started given the embedded database as soon as it runs, so that it can be stopped while the rest is opened */
    public static Application open(Config config, Clock base, Consumer<EmbeddedServer> started) {
        DataFolder.makePrivate(config.data());
        LogFile.at(config.data().resolve("log/pavilion.log"));
        EmbeddedServer embedded = config.database().isPresent() ? null : EmbeddedServer.start(config.data());
        if (embedded != null) {
            started.accept(embedded);
        }
        Endpoint endpoint = config.database().orElseGet(() -> embedded.endpoint());
        Vertx vertx = null;
        try {
            if (embedded != null) {
                forgetUploads(config.data().resolve(UPLOADS));
            }
            Migrations.run(endpoint);
            PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            vertx = Vertx.builder()
                    .with(new VertxOptions()
                            .setPreferNativeTransport(true)
                            .setMetricsOptions(new MicrometerMetricsOptions()
                                    .setEnabled(true)
                                    .setRegistryName(java.util.UUID.randomUUID().toString())))
                    .withMetrics(new MicrometerMetricsFactory(meters))
                    .build();
            Database database = new Database(vertx, endpoint, config.connections());
            refuseMixedData(config, database);
            Wiring wiring = Wiring.of(config, vertx, database, base);
            WebServer server = WebServer.start(config, vertx, wiring, meters);
            return new Application(config, embedded, vertx, database, wiring.clock(), server);
        } catch (Throwable e) { // also checked exceptions, which awaiting a future lets through
            if (vertx != null) {
                quietly(vertx.close());
            }
            if (embedded != null) {
                embedded.close();
            }
            throw e;
        }
    }

    // Whatever was being sent when the server was killed: a roll, or photographs with their places.
    private static void forgetUploads(Path folder) {
        try {
            DataFolder.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseMixedData(Config config, Database database) {
        if (config.demo() && SettingStore.holdsRealData(database.plain())) {
            throw new RealData();
        }
        if (!config.demo() && SettingStore.isDemo(database.plain())) {
            throw new DemoData();
        }
    }

    public Config config() {
        return config;
    }

    public Database database() {
        return database;
    }

    public Vertx vertx() {
        return vertx;
    }

    public AdjustableClock clock() {
        return clock;
    }

    public @Nullable EmbeddedServer embedded() {
        return embedded;
    }

    public int port() {
        return server.port();
    }

    /** Every route. */
    public List<Route> routes() {
        return server.wiring().listing();
    }

    public String url() {
        return config.publicUrl() != null ? config.publicUrl() : "http://localhost:" + server.port();
    }

    public String managementUrl() {
        return "http://localhost:" + server.managementPort();
    }

    /** The folder or the address of the database, for people. */
    public String where() {
        return embedded != null
                ? config.data().toString()
                : String.valueOf(config.database().orElseThrow());
    }

    public String demoSignIns() {
        return server.wiring().demoSignIns();
    }

    @Override
    public void close() {
        server.wiring().closing();
        quietly(server.close());
        database.close();
        quietly(vertx.close());
        if (embedded != null) {
            embedded.close();
        }
    }

    private static void quietly(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(5, java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            org.slf4j.LoggerFactory.getLogger(Application.class).warn("closing", e);
        }
    }
}
