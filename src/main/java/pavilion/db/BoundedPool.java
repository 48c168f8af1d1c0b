package pavilion.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pool whose callers wait for a connection, and for an answer, no longer than its limits say; those who cannot be served are
 * told {@link DatabaseUnavailable}. A connection whose statement was given up is used again only once that statement has ended.
 *
 * <p>Callers wait at a semaphore in front of the Vert.x pool and not in its queue. That pool's own timeout for waiters is
 * switched off: in Vert.x 5.0 the timer of a waiter may be set after its connection was already handed out, and is then never
 * cancelled. Thirty seconds later it fails a promise that was completed long ago, counts the waiter out of the queue a second
 * time, so that the gauge of waiters stays negative (eclipse-vertx/vert.x 6169, vertx-sql-client 1567 and 1706).
 */
final class BoundedPool {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int SILENT_MILLIS = 30_000;
    private static final int CLOSE_MILLIS = 3_000;
    private static final Logger LOG = LoggerFactory.getLogger(BoundedPool.class);

    private final Pool pool;
    private final Semaphore free;
    private final DatabaseLimits limits;
    private final Tx plain;

    /** @param name by which the metrics tell it from the others */
    BoundedPool(Vertx vertx, String name, PgConnectOptions options, int connections, DatabaseLimits limits) {
        PgConnectOptions own = new PgConnectOptions(options)
                .addProperty(
                        "statement_timeout", String.valueOf(limits.statement().toMillis()));
        this.pool = PgBuilder.pool()
                .using(vertx)
                .connectingTo(own)
                .with(new PoolOptions()
                        .setName(name)
                        .setMaxSize(connections)
                        .setMaxWaitQueueSize(limits.waiting())
                        .setConnectionTimeout(0))
                .with(new NetClientOptions()
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setTcpKeepAlive(true)
                        .setTcpUserTimeout(SILENT_MILLIS))
                .build();
        this.free = new Semaphore(connections, true);
        this.limits = limits;
        this.plain = Tx.plain(this);
    }

    Pool pool() {
        return pool;
    }

    Tx plain() {
        return plain;
    }

    <T> T transact(Function<Tx, T> work) {
        Future<SqlConnection> connecting = taken(pool::getConnection);
        SqlConnection connection;
        try {
            connection = await(connecting, limits.queued().toMillis());
        } catch (Throwable e) {
            connecting.onComplete(late -> close(late.result()));
            throw e;
        }
        Tx tx = Tx.on(connection, this);
        Transaction transaction = null;
        try {
            transaction = tx.answer(connection::begin);
            T result = work.apply(tx);
            Transaction done = transaction;
            transaction = null;
            tx.answer(done::commit);
            return result;
        } finally {
            end(tx, connection, transaction);
        }
    }

    // A statement that was given up is still on its way: what ends the transaction goes after it, and nobody waits for
    // that.
    private void end(Tx tx, SqlConnection connection, @Nullable Transaction open) {
        Future<?> last = tx.last();
        if (!last.isComplete()) {
            last.onComplete(answered -> rolledBack(open, answered.result()).onComplete(done -> close(connection)));
            return;
        }
        Future<?> rollback = rolledBack(open, null);
        rollback.onComplete(done -> close(connection));
        try {
            await(rollback, limits.answer().toMillis());
        } catch (RuntimeException broken) {
            // A connection that broke has rolled back already.
        }
    }

    /** @param late what was begun only after it was given up */
    private static Future<?> rolledBack(@Nullable Transaction open, @Nullable Object late) {
        Transaction transaction = open == null && late instanceof Transaction begun ? begun : open;
        return transaction == null ? Future.succeededFuture() : transaction.rollback();
    }

    private void close(@Nullable SqlConnection connection) {
        if (connection == null) {
            free.release();
        } else {
            connection.close().onComplete(done -> free.release());
        }
    }

    /** One statement for an event loop, which waits for nothing: the future fails when the answer does not come in time. */
    Future<RowSet<Row>> ask(String sql, Tuple args) {
        return pool.preparedQuery(sql)
                .execute(args)
                .timeout(limits.answer().toMillis(), TimeUnit.MILLISECONDS)
                .recover(failure -> Future.failedFuture(
                        failure instanceof TimeoutException ? new DatabaseUnavailable(failure.getMessage()) : failure));
    }

    /** What a stopped database still owes is not waited for. */
    void close() {
        try {
            await(pool.close(), CLOSE_MILLIS);
        } catch (DatabaseUnavailable stopped) {
            LOG.warn("the database did not let its connections end: {}", stopped.getMessage());
        }
    }

    /** One statement on whatever connection is free. */
    <T> T single(Supplier<Future<T>> statement) {
        Future<T> asked = taken(statement);
        asked.onComplete(done -> free.release());
        return await(asked, limits.answer().toMillis());
    }

    <T> T await(Future<T> future) {
        return await(future, limits.answer().toMillis());
    }

    private <T> Future<T> taken(Supplier<Future<T>> use) {
        enter();
        try {
            return use.get();
        } catch (Throwable e) {
            free.release();
            throw e;
        }
    }

    private void enter() {
        if (free.tryAcquire()) {
            return;
        }
        if (free.getQueueLength() >= limits.waiting()) {
            throw new DatabaseUnavailable("too many wait for a connection");
        }
        try {
            if (!free.tryAcquire(limits.queued().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new DatabaseUnavailable("no connection was free in time");
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    // A future throws what it failed with, also a checked exception, which no caller would expect.
    private static <T> T await(Future<T> future, long millis) {
        try {
            return future.await(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new DatabaseUnavailable("no answer in " + millis + " ms");
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception checked) {
            throw checked instanceof InterruptedException
                    ? interrupted()
                    : new DatabaseUnavailable(checked.getClass().getSimpleName());
        }
    }

    private static DatabaseUnavailable interrupted() {
        Thread.currentThread().interrupt();
        return new DatabaseUnavailable("interrupted");
    }
}
