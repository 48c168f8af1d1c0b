package pavilion.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whether the database answers, asked on a connection of its own: many pages that wait are no reason to say that it is down.
 * Whoever asks while the question is on its way shares it, so that a database that is stopped gathers no questions.
 */
final class DatabaseHealth {
    private static final long PATIENCE_MILLIS = 1_500;

    private final BoundedPool pool;
    private @Nullable Future<?> asked;

    /** @param pool with one connection */
    DatabaseHealth(BoundedPool pool) {
        this.pool = pool;
    }

    synchronized Future<?> answers() {
        if (asked == null || asked.isComplete()) {
            asked = pool.pool().preparedQuery("select 1").execute(Tuple.tuple());
        }
        return asked.timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    void close() {
        pool.close();
    }
}
