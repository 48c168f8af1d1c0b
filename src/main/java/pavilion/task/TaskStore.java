package pavilion.task;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.matter.Matter;

/** The tasks of a matter. */
public final class TaskStore {
    private TaskStore() {}

    private static final String SELECT = """
            select community, id, matter, ordinal, title, due, claimed_by, claimed_as, claimed_at, done_at, done_note, dropped
            from errand where community = $1
            """;

    private static Task task(Row row) {
        return new Task(
                row.getInteger("community"),
                row.getLong("id"),
                row.getLong("matter"),
                row.getInteger("ordinal"),
                row.getString("title"),
                row.getLocalDate("due"),
                row.getLong("claimed_by"),
                row.getString("claimed_as"),
                Times.of(row, "claimed_at"),
                Times.of(row, "done_at"),
                row.getString("done_note"),
                row.getString("dropped"));
    }

    static List<Task> of(Tx tx, Matter matter) {
        return tx.list(TaskStore::task, SELECT + "and matter = $2 order by ordinal", matter.community(), matter.id());
    }

    static Optional<Task> find(Tx tx, Matter matter, long id) {
        return tx.first(TaskStore::task, SELECT + "and matter = $2 and id = $3", matter.community(), matter.id(), id);
    }

    static void add(Tx tx, Matter matter, String title, @Nullable LocalDate due) {
        tx.run("""
                insert into errand (community, matter, ordinal, title, due)
                select $1, $2, coalesce(max(ordinal), 0) + 1, $3, $4 from errand where community = $1 and matter = $2
                """, matter.community(), matter.id(), title, due);
    }

    /** @return false if somebody else has taken it, even at the same moment, or it is closed */
    public static boolean claim(Tx tx, Matter matter, long id, long person, String as, Instant at) {
        return tx.run("""
                        update errand set claimed_by = $4, claimed_as = $5, claimed_at = $6
                        where community = $1 and matter = $2 and id = $3 and claimed_by is null and done_at is null
                          and dropped is null
                        """, matter.community(), matter.id(), id, person, as, Times.at(at)) == 1;
    }

    static boolean done(Tx tx, Matter matter, long id, String note, Instant at) {
        return tx.run("""
                        update errand set done_at = $4, done_note = $5
                        where community = $1 and matter = $2 and id = $3 and done_at is null and dropped is null
                        """, matter.community(), matter.id(), id, Times.at(at), note) == 1;
    }

    static boolean drop(Tx tx, Matter matter, long id, String reason) {
        return tx.run("""
                        update errand set dropped = $4
                        where community = $1 and matter = $2 and id = $3 and done_at is null and dropped is null
                        """, matter.community(), matter.id(), id, reason) == 1;
    }
}
