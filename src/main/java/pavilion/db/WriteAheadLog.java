package pavilion.db;

import io.vertx.pgclient.PgException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL's log of every change, which outlives the rows that it speaks of. */
public final class WriteAheadLog {
    private static final Logger LOG = LoggerFactory.getLogger(WriteAheadLog.class);
    private static final String NOT_ALLOWED = "42501";

    private WriteAheadLog() {}

    /**
     * Ends the file that is being written and lets PostgreSQL remove it and all before it: what was changed until now can
     * then no longer be read from the log. The embedded server deletes such files; one of somebody else may write over them
     * only later, and may not allow this at all, which is logged.
     *
     * @param db no transaction
     */
    public static void discard(Tx db) {
        try {
            db.query("select pg_switch_wal()");
            db.run("checkpoint");
        } catch (PgException e) {
            if (!NOT_ALLOWED.equals(e.getSqlState())) {
                throw e;
            }
            LOG.warn("this database does not let the server discard its write-ahead log: see docs/operating.md");
        }
    }
}
