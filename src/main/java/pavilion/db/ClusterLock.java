package pavilion.db;

/**
 * A lock that all servers on one database share, each under a name: while one holds it, the others do without. It is an
 * advisory lock of PostgreSQL, held by a transaction of its own on one connection, so that a server that dies lets go of it.
 */
public final class ClusterLock {
    private static final String PREFIX = "pavilion ";

    private final Database database;

    public ClusterLock(Database database) {
        this.database = database;
    }

    /** @return whether it ran; false if the work of this name is running already, here or on another server */
    public boolean tryRun(String name, Runnable work) {
        return database.transactJob(tx -> {
            boolean held = tx.first(
                            row -> row.getBoolean(0),
                            "select pg_try_advisory_xact_lock(hashtextextended($1, 0))",
                            PREFIX + name)
                    .orElseThrow();
            if (held) {
                work.run();
            }
            return held;
        });
    }

    /** Waits until the work of this name is running nowhere, and then runs. */
    public void run(String name, Runnable work) {
        database.transactJob(tx -> {
            tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", PREFIX + name);
            work.run();
            return true;
        });
    }
}
