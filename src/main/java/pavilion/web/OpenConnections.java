package pavilion.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The connections of one event loop: no more than may be, none later than may be. One look at all of them a second costs less
 * than a timer for each request.
 */
public final class OpenConnections {
    private static final long EVERY_MILLIS = 1_000;

    private final ConnectionLimits limits;
    private final AtomicInteger all;
    private final Map<HttpConnection, OpenConnection> open = new HashMap<>();

    /** @param all how many there are on all event loops of this server */
    private OpenConnections(ConnectionLimits limits, AtomicInteger all) {
        this.limits = limits;
        this.all = all;
    }

    /** To be called on the event loop whose connections these are. */
    public static OpenConnections on(Vertx vertx, ConnectionLimits limits, AtomicInteger all) {
        OpenConnections connections = new OpenConnections(limits, all);
        vertx.setPeriodic(EVERY_MILLIS, t -> connections.closeLate());
        return connections;
    }

    public void accept(HttpConnection connection) {
        if (all.incrementAndGet() > limits.most()) {
            all.decrementAndGet();
            connection.close();
            return;
        }
        Runnable closed = () -> {
            if (open.remove(connection) != null) {
                all.decrementAndGet();
            }
        };
        open.put(connection, new OpenConnection(connection, limits.head(), closed));
        connection.closeHandler(v -> closed.run());
    }

    /** The first handler of every request. */
    public void begin(RoutingContext context) {
        OpenConnection connection = open.get(context.request().connection());
        // Nobody answers on a connection that was one too many and is being closed.
        if (connection != null) {
            connection.begin(context, limits);
            context.next();
        }
    }

    private void closeLate() {
        long now = System.nanoTime();
        List.copyOf(open.values()).stream().filter(each -> each.isLate(now)).forEach(OpenConnection::late);
    }
}
