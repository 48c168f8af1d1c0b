package pavilion.db;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The pool and its transactions. Blocking style: callers run on virtual threads, never on an event loop. The ballot
 * intake, which runs on event loops, asks for {@link #intake}.
 */
public final class Database implements AutoCloseable {
    private static final int INTAKE_CONNECTIONS = 4;
    private static final int JOB_CONNECTIONS = 4;
    // Unless told otherwise, the client does not cache statements longer than 2,048 characters; the intake's is longer.
    private static final int LONGEST_STATEMENT = 16_384;

    private final BoundedPool pages;
    private final BoundedPool jobs;
    private final BoundedPool intake;
    private final DatabaseHealth health;

    public Database(Vertx vertx, Endpoint endpoint, int connections) {
        this(vertx, endpoint, connections, DatabaseLimits.PAGES);
    }

    Database(Vertx vertx, Endpoint endpoint, int connections, DatabaseLimits limits) {
        PgConnectOptions options = new PgConnectOptions()
                .setHost(endpoint.host())
                .setPort(endpoint.port())
                .setDatabase(endpoint.database())
                .setUser(endpoint.user())
                .setPassword(endpoint.password())
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheMaxSize(512)
                .setPreparedStatementCacheSqlLimit(LONGEST_STATEMENT);
        this.pages = new BoundedPool(vertx, "pages", options, connections, limits);
        this.jobs = new BoundedPool(vertx, "jobs", options, JOB_CONNECTIONS, DatabaseLimits.JOBS);
        // The intake's one statement is planned once a connection, because planning it costs as much as running it.
        // It may be planned while the table is still empty, and must not choose a sequential scan then.
        PgConnectOptions planned = new PgConnectOptions(options)
                .addProperty("plan_cache_mode", "force_generic_plan")
                .addProperty("enable_seqscan", "off");
        this.intake = new BoundedPool(vertx, "intake", planned, INTAKE_CONNECTIONS, limits);
        this.health = new DatabaseHealth(new BoundedPool(vertx, "health", options, 1, limits));
    }

    public Pool pool() {
        return pages.pool();
    }

    /**
     * One statement for event loops, on connections of their own, so that pages that wait do not delay a ballot. It fails with
     * {@link DatabaseUnavailable} if its answer does not come in time.
     */
    public Future<RowSet<Row>> intake(String sql, Tuple args) {
        return intake.ask(sql, args);
    }

    /** Succeeds when the database answers, and fails when it does not within a second and a half. */
    public Future<?> answers() {
        return health.answers();
    }

    /** For single statements, each in a transaction of its own. */
    public Tx plain() {
        return pages.plain();
    }

    /** For single statements that may take minutes. */
    public Tx plainJob() {
        return jobs.plain();
    }

    /** Runs {@code work} in a transaction, which is rolled back if it throws. */
    public <T> T transact(Function<Tx, T> work) {
        return pages.transact(work);
    }

    /** The same, for work whose statements may take minutes and that needs no place among the pages. */
    public <T> T transactJob(Function<Tx, T> work) {
        return jobs.transact(work);
    }

    /** Runs {@code work}, which only reads, in a transaction that sees one moment however many statements it has. */
    public <T> T snapshot(Function<Tx, T> work) {
        return transactJob(tx -> {
            tx.run("set transaction isolation level repeatable read, read only");
            return work.apply(tx);
        });
    }

    public void run(Consumer<Tx> work) {
        transact(tx -> {
            work.accept(tx);
            return true;
        });
    }

    /** To be called after much was inserted: the planner knows nothing about tables that were just filled. */
    public void analyze() {
        jobs.plain().run("analyze");
    }

    /** For event loops: {@code work} may block, on a virtual thread; its result comes back to the calling event loop. */
    public static <T> Future<T> aside(Supplier<T> work) {
        Context loop = Vertx.currentContext();
        Promise<T> promise = Promise.promise();
        Thread.ofVirtual().start(() -> {
            try {
                T result = work.get();
                onto(loop, () -> promise.complete(result));
            } catch (RuntimeException | Error e) {
                onto(loop, () -> promise.fail(e));
            }
        });
        return promise.future();
    }

    /** Runs {@code then} on that event loop, or here if it is null: those who share a batch are answered each on its own loop. */
    public static void onto(@Nullable Context loop, Runnable then) {
        if (loop == null) {
            then.run();
        } else {
            loop.runOnContext(v -> then.run());
        }
    }

    @Override
    public void close() {
        health.close();
        intake.close();
        jobs.close();
        pages.close();
    }
}
