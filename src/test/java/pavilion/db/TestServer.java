package pavilion.db;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** One PostgreSQL for the run: in a container where an engine answers, else embedded. Stopped when the run ends. */
final class TestServer {
    static final Vertx VERTX = Vertx.vertx();
    static final Endpoint ENDPOINT = start();

    private TestServer() {}

    private static Endpoint start() {
        Endpoint endpoint = DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
        dropLeftovers(endpoint);
        return endpoint;
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

    private static Endpoint embedded() {
        EmbeddedServer server;
        try {
            server = EmbeddedServer.start(Path.of("target", "test-database"));
        } catch (FolderInUse e) {
            server = EmbeddedServer.start(
                    Path.of("target", "test-database-" + ProcessHandle.current().pid()));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server.endpoint();
    }

    private static void dropLeftovers(Endpoint endpoint) {
        List<String> names = new ArrayList<>();
        try (Connection connection = connect(endpoint);
                Statement statement = connection.createStatement()) {
            try (ResultSet rows =
                    statement.executeQuery("select datname from pg_database where datname like 't\\_%'")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            for (String name : names) {
                statement.execute("drop database " + name + " with (force)");
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

    private static Connection connect(Endpoint endpoint) throws SQLException {
        return DriverManager.getConnection(endpoint.jdbc(), endpoint.user(), endpoint.password());
    }
}
