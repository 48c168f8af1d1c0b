package pavilion.db;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The pool and its transactions. Blocking style: callers run on virtual threads, never on an event loop. The ballot
 * intake, which runs on event loops, asks for {@link #intake()}.
 */
public final class Database implements AutoCloseable {
    private static final int INTAKE_CONNECTIONS = 4;
    // Unless told otherwise, the client does not cache statements longer than 2,048 characters; the intake's is longer.
    private static final int LONGEST_STATEMENT = 16_384;

    private final Pool pool;
    private final Pool intake;
    private final Tx plain;

    public Database(Vertx vertx, Endpoint endpoint, int connections) {
        PgConnectOptions options = new PgConnectOptions()
                .setHost(endpoint.host())
                .setPort(endpoint.port())
                .setDatabase(endpoint.database())
                .setUser(endpoint.user())
                .setPassword(endpoint.password())
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheMaxSize(512)
                .setPreparedStatementCacheSqlLimit(LONGEST_STATEMENT);
        this.pool = pool(vertx, options, connections);
        // The intake's one statement is planned once a connection, because planning it costs as much as running it.
        // It may be planned while the table is still empty, and must not choose a sequential scan then.
        PgConnectOptions planned = new PgConnectOptions(options)
                .addProperty("plan_cache_mode", "force_generic_plan")
                .addProperty("enable_seqscan", "off");
        this.intake = pool(vertx, planned, INTAKE_CONNECTIONS);
        this.plain = new Tx(pool);
    }

    private static Pool pool(Vertx vertx, PgConnectOptions options, int connections) {
        return PgBuilder.pool()
                .using(vertx)
                .connectingTo(options)
                .with(new PoolOptions().setMaxSize(connections).setMaxWaitQueueSize(-1))
                .build();
    }

    public Pool pool() {
        return pool;
    }

    /** Connections for the ballot intake alone, so that pages that wait do not delay a ballot. */
    public Pool intake() {
        return intake;
    }

    /** Succeeds when the database answers. */
    public Future<?> answers() {
        return pool.query("select 1").execute();
    }

    /** For single statements, each in a transaction of its own. */
    public Tx plain() {
        return plain;
    }

    /** Runs {@code work} in a transaction, which is rolled back if it throws. */
    public <T> T transact(Function<Tx, T> work) {
        SqlConnection connection = Tx.await(pool.getConnection());
        try {
            Transaction transaction = Tx.await(connection.begin());
            T result;
            try {
                result = work.apply(new Tx(connection));
            } catch (RuntimeException | Error e) {
                try {
                    Tx.await(transaction.rollback());
                } catch (RuntimeException ignored) {
                    e.addSuppressed(ignored);
                }
                throw e;
            }
            Tx.await(transaction.commit());
            return result;
        } finally {
            connection.close();
        }
    }

    /** Runs {@code work}, which only reads, in a transaction that sees one moment however many statements it has. */
    public <T> T snapshot(Function<Tx, T> work) {
        return transact(tx -> {
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
        plain.run("analyze");
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
        Tx.await(intake.close());
        Tx.await(pool.close());
    }
}
