package pavilion;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.cli.LogFile;
import pavilion.db.Database;
import pavilion.db.EmbeddedServer;
import pavilion.db.Endpoint;
import pavilion.db.HouseStore;
import pavilion.db.Migrations;
import pavilion.web.Door;

/** The running house: its database, its rooms, its doors. Opened by {@code serve}, by the benchmark and by tests. */
public final class House implements AutoCloseable {
    private final Config config;
    private final @Nullable EmbeddedServer embedded;
    private final Vertx vertx;
    private final Database database;
    private final HouseClock clock;
    private final Server server;

    private House(
            Config config,
            @Nullable EmbeddedServer embedded,
            Vertx vertx,
            Database database,
            HouseClock clock,
            Server server) {
        this.config = config;
        this.embedded = embedded;
        this.vertx = vertx;
        this.database = database;
        this.clock = clock;
        this.server = server;
    }

    /** Demo data and real data never share a database. */
    static final class RealData extends RuntimeException {}

    /** What was invented for the demo is never served as if it were real. */
    static final class DemoData extends RuntimeException {}

    /**
     * @throws pavilion.db.FolderInUse if another process holds the data folder
     * @throws RealData if the demo is asked for on a database with a real community
     * @throws DemoData if the database is the demo's and the demo is not asked for
     * @throws pavilion.db.Unreachable if no database answers
     * @throws pavilion.db.OldSchema if an earlier version made the database
     */
    public static House open(Config config, Clock base) {
        LogFile.at(config.data().resolve("log/pavilion.log"));
        EmbeddedServer embedded = config.database().isPresent() ? null : EmbeddedServer.start(config.data());
        Endpoint endpoint = config.database().orElseGet(() -> embedded.endpoint());
        Vertx vertx = null;
        try {
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
            refuseTheOther(config, database);
            Wiring wiring = Wiring.of(config, vertx, database, base);
            Server server = Server.start(config, vertx, wiring, meters);
            return new House(config, embedded, vertx, database, wiring.clock(), server);
        } catch (Throwable e) { // also the checked ones that waiting for a future lets through
            if (vertx != null) {
                quietly(vertx.close());
            }
            if (embedded != null) {
                embedded.close();
            }
            throw e;
        }
    }

    private static void refuseTheOther(Config config, Database database) {
        if (config.demo() && HouseStore.holdsRealData(database.plain())) {
            throw new RealData();
        }
        if (!config.demo() && HouseStore.isDemo(database.plain())) {
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

    public HouseClock clock() {
        return clock;
    }

    public @Nullable EmbeddedServer embedded() {
        return embedded;
    }

    public int port() {
        return server.port();
    }

    /** Every door there is: the route listing. */
    public List<Door> doors() {
        return server.wiring().listing();
    }

    public String url() {
        return config.publicUrl() != null ? config.publicUrl() : "http://localhost:" + server.port();
    }

    String managementUrl() {
        return "http://localhost:" + server.managementPort();
    }

    String where() {
        return embedded != null
                ? config.data().toString()
                : String.valueOf(config.database().orElseThrow());
    }

    String demoSignIns() {
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
            org.slf4j.LoggerFactory.getLogger(House.class).warn("closing", e);
        }
    }
}
