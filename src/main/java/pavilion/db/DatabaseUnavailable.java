package pavilion.db;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The database did not answer in time, or too many wait for it already. What was being written may have been written. */
public final class DatabaseUnavailable extends RuntimeException {
    /**
     * SQLSTATEs of a server that is there and cannot answer now: too many connections, statement cancelled at its deadline,
     * lock not free in time, shutting down, crashed, starting.
     */
    private static final Set<String> STATES = Set.of("53300", "57014", "55P03", "57P01", "57P02", "57P03");

    private static final String CONNECTION_STATES = "08";

    DatabaseUnavailable(String what) {
        super(what, null, false, false);
    }

    /** Whether this failure says that no database answers now, rather than that the request or the server is wrong. */
    public static boolean causes(@Nullable Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof DatabaseUnavailable
                    || each instanceof ClosedConnectionException
                    || each instanceof ConnectionPoolTooBusyException
                    || each instanceof SocketException
                    || each instanceof UnknownHostException
                    || (each instanceof PgException said && says(said.getSqlState()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean says(@Nullable String state) {
        return state != null && (STATES.contains(state) || state.startsWith(CONNECTION_STATES));
    }
}
