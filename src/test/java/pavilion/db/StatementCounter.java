package pavilion.db;

import io.vertx.sqlclient.SqlClient;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the statements that go to the database through its {@link #tx}. */
public final class StatementCounter {
    private final AtomicInteger statements = new AtomicInteger();
    private final Tx tx;

    public StatementCounter(Database database) {
        SqlClient counted = (SqlClient) Proxy.newProxyInstance(
                SqlClient.class.getClassLoader(), new Class<?>[] {SqlClient.class}, (proxy, method, args) -> {
                    if (method.getName().equals("preparedQuery")) {
                        statements.incrementAndGet();
                    }
                    try {
                        return method.invoke(database.pool(), args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        this.tx = new Tx(counted);
    }

    public Tx tx() {
        return tx;
    }

    /** How many since the last time this was asked. */
    public int count() {
        return statements.getAndSet(0);
    }
}
