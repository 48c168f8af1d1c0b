package pavilion.db;

import java.time.Duration;

/**
 * How long anybody waits for the database, and how many.
 *
 * @param queued most that somebody waits for a free connection
 * @param statement until PostgreSQL cancels a statement; the client itself gives up a second later, for a server that is
 *     stopped cancels nothing
 * @param waiting most callers that wait for a connection at the same time
 */
public record DatabaseLimits(Duration queued, Duration statement, int waiting) {
    private static final Duration GRACE = Duration.ofSeconds(1);

    /** Pages and ballots: somebody waits in front of a screen. The slowest page was measured below a second. */
    public static final DatabaseLimits PAGES =
            new DatabaseLimits(Duration.ofSeconds(10), Duration.ofSeconds(15), 2_000);

    /** The roll taken in, an export, tables written anew: on a slow disk tens of seconds a statement. */
    public static final DatabaseLimits JOBS = new DatabaseLimits(Duration.ofSeconds(20), Duration.ofMinutes(3), 50);

    /** How long the client waits for the answer to a statement. */
    Duration answer() {
        return statement.plus(GRACE);
    }
}
