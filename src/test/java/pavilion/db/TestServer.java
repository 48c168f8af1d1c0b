package pavilion.db;

import io.vertx.core.Vertx;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL of this JVM's tests: the one that {@value #SHARED} names, else one in a container where an engine
 * answers, else an embedded one. The last two are stopped when the JVM ends.
 *
 * <p>A shared server is for many short JVMs in a row, as mutation testing starts them. Each names its databases after its
 * process; templates stay for the next, so the server must not outlive a change of the schema or of the demo.
 */
public final class TestServer {
    /** Environment variable: {@code postgresql://USER:PASSWORD@HOST:PORT/DATABASE}. */
    public static final String SHARED = "PAVILION_TEST_DATABASE";

    static final Vertx VERTX = Vertx.vertx();
    static final Endpoint ENDPOINT = start();

    private TestServer() {}

    /** Where it answers, as {@value #SHARED} says it. */
    public static String url() {
        return "postgresql://%s:%s@%s:%d/%s"
                .formatted(ENDPOINT.user(), ENDPOINT.password(), ENDPOINT.host(), ENDPOINT.port(), ENDPOINT.database());
    }

    private static Endpoint start() {
        String shared = System.getenv(SHARED);
        if (shared != null && !shared.isEmpty()) {
            Endpoint endpoint = Endpoint.parse(shared);
            dropOfDeadProcesses(endpoint);
            return endpoint;
        }
        return DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
    }

    private static Endpoint container() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:18")
                .withCommand("postgres", "-c", "max_connections=200", "-c", "fsync=off");
        container.start();
        return new Endpoint(
                container.getHost(),
                container.getMappedPort(5432),
                "postgres",
                container.getUsername(),
                container.getPassword());
    }

    // Nothing in it survives a crash of the machine, which no test needs: those that kill a server start the real one.
    private static Endpoint embedded() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(
                            Path.of("target", "test-database").toAbsolutePath().toFile())
                    .setDataDirectory(TestFolder.ours())
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_buffers", "128MB")
                    .setServerConfig("max_wal_size", "256MB")
                    .setServerConfig("wal_level", "minimal")
                    .setServerConfig("max_wal_senders", "0")
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                    .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Endpoint("127.0.0.1", postgres.getPort(), "postgres", "postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void dropOfDeadProcesses(Endpoint endpoint) {
        try (Connection connection = connect(endpoint);
                Statement statement = connection.createStatement()) {
            for (String name : strings(statement, "select datname from pg_database where datname ~ '^t_[0-9]+_'")) {
                if (ProcessHandle.of(Long.parseLong(name.split("_")[1])).isEmpty()) {
                    statement.execute("drop database if exists " + name + " with (force)");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void execute(String sql) {
        try (Connection connection = connect(ENDPOINT);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a template once for all JVMs on this server; whoever asks meanwhile waits. */
    static void template(String name, Runnable make) {
        try (Connection connection = connect(ENDPOINT);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtext('" + name + "'))");
            if (strings(statement, "select datname from pg_database where datname = '" + name + "'")
                    .isEmpty()) {
                make.run();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> strings(Statement statement, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static Connection connect(Endpoint endpoint) throws SQLException {
        return DriverManager.getConnection(endpoint.jdbc(), endpoint.user(), endpoint.password());
    }
}
