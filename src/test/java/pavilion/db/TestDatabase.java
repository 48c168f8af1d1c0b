package pavilion.db;

import io.vertx.core.Vertx;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A fresh, migrated database on a real PostgreSQL for one test class:
 *
 * <pre>{@code
 * static TestDatabase it;
 * @BeforeAll static void open() { it = TestDatabase.fresh(); }
 * @AfterAll static void close() { it.close(); }
 * }</pre>
 *
 * Each is a copy of a template, so it costs a fraction of a second. {@link #from} fills a template once a server.
 */
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String PREFIX = "t_" + ProcessHandle.current().pid() + "_";
    private static final Set<String> TEMPLATES = ConcurrentHashMap.newKeySet();

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

    /** The schema with what {@code fill} put in; filled once a server for each name. */
    public static TestDatabase from(String name, Consumer<Database> fill) {
        return from(name, (database, endpoint) -> fill.accept(database));
    }

    public static TestDatabase from(String name, Fill fill) {
        return from(new Template(name, null, fill));
    }

    public static TestDatabase from(Template template) {
        return new TestDatabase(copy(filled(template)), 16);
    }

    /**
     * What databases are copied from.
     *
     * @param base what is there before it is filled; null for the schema alone
     */
    public record Template(String name, @Nullable Template base, Fill fill) {}

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

    private static String empty() {
        String template = "template_empty";
        return template(template, () -> {
            Endpoint made = TestServer.ENDPOINT.withDatabase(name());
            TestServer.execute("create database " + made.database());
            Migrations.run(made);
            rename(made, template);
        });
    }

    private static String filled(Template template) {
        String base = template.base() == null ? empty() : filled(template.base());
        String name = "template_" + template.name().replaceAll("[^a-z0-9]", "_");
        return template(name, () -> {
            Endpoint made = copy(base);
            try (Database database = new Database(vertx(), made, 4)) {
                template.fill().into(database, made);
            }
            rename(made, name);
        });
    }

    private static synchronized String template(String template, Runnable make) {
        if (!TEMPLATES.contains(template)) {
            TestServer.template(template, make);
            TEMPLATES.add(template);
        }
        return template;
    }

    // A template has its name only when it is whole.
    private static void rename(Endpoint made, String template) {
        TestServer.execute("alter database " + made.database() + " rename to " + template);
    }

    private static Endpoint copy(String template) {
        String name = name();
        TestServer.execute("create database " + name + " template " + template + " strategy file_copy");
        return TestServer.ENDPOINT.withDatabase(name);
    }

    private static String name() {
        return PREFIX + NEXT.incrementAndGet();
    }

    @Override
    public void close() {
        database.close();
        TestServer.execute("drop database if exists " + endpoint.database() + " with (force)");
    }
}
