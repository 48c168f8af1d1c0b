package pavilion.poll;

import java.util.List;
import pavilion.db.Tx;

/** The table {@code box_rewrite}: secret polls that are over, and whose tables still hold what was there before. */
final class BoxRewriteStore {
    private BoxRewriteStore() {}

    /**
     * A poll whose box is to be written anew.
     *
     * @param ready whether nobody reads the database as it was before the poll ended: a table that is written anew keeps for
     *     such readers the rows that are gone
     * @param late whether it ended more than a minute ago
     */
    record Due(int community, long poll, boolean ready, boolean late) {}

    static List<Due> due(Tx tx) {
        return tx.list(
                row -> new Due(
                        row.getInteger("community"),
                        row.getLong("poll"),
                        row.getBoolean("ready"),
                        row.getBoolean("late")),
                """
                select b.community, b.poll, b.since < now() - interval '1 minute' as late, not exists (
                    select from pg_stat_activity a where a.datname = current_database() and a.pid <> pg_backend_pid()
                        and greatest(age(a.backend_xmin), age(a.backend_xid)) >= age(b.ended_in::xid)) as ready
                from box_rewrite b order by b.community, b.poll
                """);
    }

    /**
     * Writes the tables into new files. A plain vacuum would leave the images of the rows that are gone in their pages.
     *
     * @param db no transaction: a vacuum runs outside of one
     * @return false if PostgreSQL passed over them, which it does for a role that does not own them
     */
    static boolean rewrite(Tx db) {
        long before = file(db);
        db.run("vacuum (full) secret_ballot, count_sheet");
        return file(db) != before;
    }

    private static long file(Tx db) {
        return db.first(row -> row.getLong(0), "select pg_relation_filenode('secret_ballot')::bigint")
                .orElseThrow();
    }

    static void done(Tx tx, List<Due> rewritten) {
        tx.run(
                """
                delete from box_rewrite b using unnest($1::int[], $2::bigint[]) as d(community, poll)
                where b.community = d.community and b.poll = d.poll
                """,
                rewritten.stream().map(Due::community).toArray(Integer[]::new),
                rewritten.stream().map(Due::poll).toArray(Long[]::new));
    }
}
