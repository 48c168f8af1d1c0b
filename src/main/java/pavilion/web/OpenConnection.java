package pavilion.web;

import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One connection and what it must have done by when; confined to its event loop. */
public final class OpenConnection {
    private static final String KEY = "connection";

    private final HttpConnection connection;
    private final Runnable closed;
    private @Nullable RoutingContext current;
    private long until;
    private Runnable late;
    private boolean upgraded;

    /** @param closed to be run when it is gone; more than once does no harm */
    OpenConnection(HttpConnection connection, Duration head, Runnable closed) {
        this.connection = connection;
        this.closed = closed;
        this.late = connection::close;
        expect(head, connection::close);
    }

    static @Nullable OpenConnection of(RoutingContext context) {
        return context.get(KEY);
    }

    /**
     * The connection becomes a WebSocket, which has its own heartbeat and is no longer looked at here.
     *
     * @return to be run when the socket is closed: HTTP does not learn that any more
     */
    public static Runnable upgraded(RoutingContext context) {
        OpenConnection connection = of(context);
        if (connection == null) {
            return () -> {};
        }
        connection.upgraded = true;
        return connection.closed;
    }

    void begin(RoutingContext context, ConnectionLimits limits) {
        current = context;
        context.put(KEY, this);
        expect(limits.answer(), connection::close);
        context.addEndHandler(done -> {
            // The next request of a pipeline may have begun.
            if (current == context) {
                current = null;
                expect(limits.idle(), connection::close);
            }
        });
    }

    /** @param late what to do if nothing else was expected of it by then */
    void expect(Duration within, Runnable late) {
        until = System.nanoTime() + within.toNanos();
        this.late = late;
    }

    boolean isLate(long now) {
        return !upgraded && now - until > 0;
    }

    void late() {
        Runnable what = late;
        late = connection::close;
        until = System.nanoTime();
        what.run();
    }
}
