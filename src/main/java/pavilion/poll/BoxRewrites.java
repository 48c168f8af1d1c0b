package pavilion.poll;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pavilion.db.Database;
import pavilion.db.DatabaseUnavailable;
import pavilion.db.WriteAheadLog;

/**
 * What the database still keeps of single ballots once a secret poll is over, counted or stopped: the rows that the shuffle
 * replaced, and what was on paper, are in the tables' files and in the log of changes. The tables are written anew and the log
 * is discarded. The database records which polls are due, so that neither a failure nor the end of the server leaves one out.
 */
public final class BoxRewrites {
    private static final Logger LOG = LoggerFactory.getLogger(BoxRewrites.class);

    // Statements that were running when the poll ended are over by then.
    private static final int TRIES = 10;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Database db;
    private final AtomicBoolean told = new AtomicBoolean();

    BoxRewrites(Database db) {
        this.db = db;
    }

    /** After a poll ended. It has ended whatever becomes of this: what cannot be done now is left to the next round. */
    void soon() {
        try {
            for (int i = 0; !run() && i < TRIES; i++) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        } catch (RuntimeException e) {
            if (!DatabaseUnavailable.causes(e)) {
                throw e;
            }
        }
    }

    /**
     * All that are due. What cannot be done stays due, and is told once.
     *
     * @return whether nothing is due any more
     */
    public boolean run() {
        List<BoxRewriteStore.Due> due = BoxRewriteStore.due(db.plain());
        List<BoxRewriteStore.Due> ready =
                due.stream().filter(BoxRewriteStore.Due::ready).toList();
        try {
            if (!ready.isEmpty()) {
                rewrite(ready);
            }
        } catch (RuntimeException e) {
            if (told.compareAndSet(false, true)) {
                LOG.error("secret ballots of polls that are over cannot be written anew; it is tried again", e);
            }
            return false;
        }
        boolean waits = due.stream().anyMatch(each -> !each.ready() && each.late());
        if (waits && told.compareAndSet(false, true)) {
            LOG.warn(
                    "secret ballots of polls that are over are not written anew while somebody reads the database as it was");
        } else if (ready.size() == due.size() && told.compareAndSet(true, false)) {
            LOG.info("the secret ballots of all polls that are over are written anew");
        }
        return ready.size() == due.size();
    }

    private void rewrite(List<BoxRewriteStore.Due> ready) {
        if (!BoxRewriteStore.rewrite(db.plainJob())) {
            throw new IllegalStateException("the server's role does not own the ballots");
        }
        WriteAheadLog.discard(db.plainJob());
        BoxRewriteStore.done(db.plain(), ready);
    }
}
