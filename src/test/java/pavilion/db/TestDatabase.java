package pavilion.db;

import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A fresh, migrated database on a real PostgreSQL for one test class:
 *
 * <pre>{@code
 * static TestDatabase it;
 * @BeforeAll static void open() { it = TestDatabase.fresh(); }
 * @AfterAll static void close() { it.close(); }
 * }</pre>
 *
 * Each is a copy of a template, so it costs a fraction of a second. {@link #from} fills a template once for the whole run.
 */
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Map<String, String> TEMPLATES = new ConcurrentHashMap<>();

    private final Endpoint endpoint;
    private final Database database;

    private TestDatabase(Endpoint endpoint, int connections) {
        this.endpoint = endpoint;
        this.database = new Database(vertx(), endpoint, connections);
    }

    /** The schema and nothing in it. */
    public static TestDatabase fresh() {
        return fresh(16);
    }

    public static TestDatabase fresh(int connections) {
        return new TestDatabase(copy(empty()), connections);
    }

    /** The schema with what {@code fill} put in; filled once a run for each name. */
    public static TestDatabase from(String name, Consumer<Database> fill) {
        return from(name, (database, endpoint) -> fill.accept(database));
    }

    public static synchronized TestDatabase from(String name, Fill fill) {
        String template = TEMPLATES.get(name);
        if (template == null) {
            Endpoint filled = copy(empty());
            try (Database database = new Database(vertx(), filled, 4)) {
                fill.into(database, filled);
            }
            template = filled.database();
            TEMPLATES.put(name, template);
        }
        return new TestDatabase(copy(template), 16);
    }

    /** What a template is filled with. */
    public interface Fill {
        void into(Database database, Endpoint endpoint);
    }

    public Database database() {
        return database;
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    /** One for the whole run; do not close it. */
    public static Vertx vertx() {
        return TestServer.VERTX;
    }

    private static synchronized String empty() {
        return TEMPLATES.computeIfAbsent("", n -> {
            String name = name();
            TestServer.execute("create database " + name);
            Migrations.run(TestServer.ENDPOINT.withDatabase(name));
            return name;
        });
    }

    private static synchronized Endpoint copy(String template) {
        String name = name();
        TestServer.execute("create database " + name + " template " + template);
        return TestServer.ENDPOINT.withDatabase(name);
    }

    private static String name() {
        return "t_" + NEXT.incrementAndGet();
    }

    @Override
    public void close() {
        database.close();
        TestServer.execute("drop database if exists " + endpoint.database() + " with (force)");
    }
}
