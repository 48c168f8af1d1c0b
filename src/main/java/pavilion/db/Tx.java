package pavilion.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A transaction (or the pool, for single statements) that a store's method takes first. Arguments are bound in order to
 * {@code $1, $2 ...}; arrays as Java arrays ({@code Long[]}, {@code String[]}).
 */
public final class Tx {
    private final SqlClient client;

    Tx(SqlClient client) {
        this.client = client;
    }

    public RowSet<Row> query(String sql, Object... args) {
        return await(client.preparedQuery(sql).execute(Tuple.from(args)));
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
            await(client.preparedQuery(sql).executeBatch(rows));
        }
    }

    /** Blocks this virtual thread; a failure is thrown as it is. */
    public static <T> T await(Future<T> future) {
        return future.await();
    }
}
