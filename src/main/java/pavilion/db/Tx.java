package pavilion.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A transaction (or the pool, for single statements) that a store's method takes first. Arguments are bound in order to
 * {@code $1, $2 ...}; arrays as Java arrays ({@code Long[]}, {@code String[]}).
 */
public final class Tx {
    private final SqlClient client;
    private final @Nullable BoundedPool pool;
    private final boolean single;
    private Future<?> last = Future.succeededFuture();

    private Tx(SqlClient client, @Nullable BoundedPool pool, boolean single) {
        this.client = client;
        this.pool = pool;
        this.single = single;
    }

    /** On this client, without a deadline. */
    Tx(SqlClient client) {
        this(client, null, false);
    }

    /** In a transaction on a connection of that pool. */
    static Tx on(SqlConnection connection, BoundedPool pool) {
        return new Tx(connection, pool, false);
    }

    /** Each statement on whatever connection of the pool is free. */
    static Tx plain(BoundedPool pool) {
        return new Tx(pool.pool(), pool, true);
    }

    public RowSet<Row> query(String sql, Object... args) {
        return answer(() -> client.preparedQuery(sql).execute(Tuple.from(args)));
    }

    public <T> List<T> list(Function<Row, T> shape, String sql, Object... args) {
        List<T> all = new ArrayList<>();
        for (Row row : query(sql, args)) {
            all.add(shape.apply(row));
        }
        return all;
    }

    public <T> Optional<T> first(Function<Row, T> shape, String sql, Object... args) {
        for (Row row : query(sql, args)) {
            return Optional.of(shape.apply(row));
        }
        return Optional.empty();
    }

    /** @return how many rows it changed */
    public int run(String sql, Object... args) {
        return query(sql, args).rowCount();
    }

    /** One prepared statement for many rows, pipelined. */
    public void batch(String sql, List<Tuple> rows) {
        if (!rows.isEmpty()) {
            answer(() -> client.preparedQuery(sql).executeBatch(rows));
        }
    }

    /** @throws DatabaseUnavailable if the answer does not come in time */
    <T> T answer(Supplier<Future<T>> statement) {
        if (pool == null) {
            return await(statement.get());
        }
        if (single) {
            return pool.single(statement);
        }
        Future<T> asked = statement.get();
        last = asked;
        return pool.await(asked);
    }

    /** What was asked last; it is not complete if its answer was given up. */
    Future<?> last() {
        return last;
    }

    /** Blocks this virtual thread; a failure is thrown as it is. */
    public static <T> T await(Future<T> future) {
        return future.await();
    }
}
