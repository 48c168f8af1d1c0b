package pavilion.poll;

import io.vertx.pgclient.PgException;
import java.util.List;
import pavilion.db.Database;

/** What somebody finds of ballots in PostgreSQL's files, by two of its extensions that the server does not bring along. */
final class StoredTraces {
    private final Database db;
    private final String begun;

    /** @param db looked at from now on */
    StoredTraces(Database db) {
        this.db = db;
        db.plain().run("create extension if not exists pageinspect");
        db.plain().run("create extension if not exists pg_walinspect");
        this.begun = db.plain()
                .first(row -> row.getString(0), "select pg_current_wal_flush_lsn()::text")
                .orElseThrow();
    }

    /** The numbers of a poll's ballots, as they stand in a page. */
    static List<String> numbers(Database db, Poll poll) {
        return db.plain()
                .list(
                        row -> row.getString(0),
                        "select replace(id::text, '-', '') from secret_ballot where poll = $1 order by 1",
                        poll.id());
    }

    /** How many of these numbers stand in a page of the table, in whatever is left of a row. */
    int inPages(List<String> numbers) {
        List<String> pages = db.plain().list(row -> row.getString(0), """
                select encode(get_raw_page('secret_ballot', n::int), 'hex')
                from generate_series(0, pg_relation_size('secret_ballot') / 8192 - 1) n
                """);
        return (int) numbers.stream()
                .filter(number -> pages.stream().anyMatch(page -> page.contains(number)))
                .count();
    }

    /** How many changes since the beginning can be read from the write-ahead log; none once their file is gone. */
    int inLog() {
        try {
            // The test's server writes its log late, unless it is told to.
            db.plain().run("checkpoint");
            return db.plain()
                    .first(
                            row -> row.getInteger(0),
                            "select count(*)::int from pg_get_wal_records_info('" + begun
                                    + "', pg_current_wal_flush_lsn())")
                    .orElseThrow();
        } catch (PgException e) {
            return 0;
        }
    }
}
