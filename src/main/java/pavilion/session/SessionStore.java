package pavilion.session;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Times;
import pavilion.db.Tx;

/** The tables {@code session}, {@code agenda_item} and {@code presence}. */
public final class SessionStore {
    public static final String SELECT = """
            select s.*, p.path, p.name as place_name from session s
            join place p on p.community = s.community and p.id = s.place
            """;

    private SessionStore() {}

    public static Optional<Session> find(Tx tx, int community, long id) {
        return tx.first(SessionStore::session, SELECT + "where s.community = $1 and s.id = $2", community, id);
    }

    public static Optional<Session> lock(Tx tx, int community, long id) {
        return tx.first(
                SessionStore::session, SELECT + "where s.community = $1 and s.id = $2 for update of s", community, id);
    }

    public static Optional<Session> ofMatter(Tx tx, int community, long matter) {
        return tx.first(SessionStore::session, SELECT + """
                        join agenda_item a on a.community = s.community and a.session = s.id
                        where s.community = $1 and a.matter = $2 order by s.id desc limit 1
                        """, community, matter);
    }

    /** A matter that waits at a stage for its meeting or its poll, and the first option to vote on. */
    public record Ready(long matter, String option) {}

    public static List<Ready> ready(Tx tx, int community, String stage) {
        return tx.list(row -> new Ready(row.getLong(0), row.getString(1)), """
                select m.id, (select o.title from plan_option o where o.community = m.community and o.matter = m.id
                        and not o.as_is order by o.ordinal limit 1) as option
                from matter m where m.community = $1 and m.stage = $2 and m.state = 'open'
                    and exists (select 1 from plan_option o where o.community = m.community and o.matter = m.id and not o.as_is)
                    and not exists (select 1 from agenda_item a where a.community = m.community and a.matter = m.id)
                    and not exists (select 1 from poll p where p.community = m.community and p.matter = m.id)
                """, community, stage);
    }

    public static List<AgendaItem> items(Tx tx, int community, long session) {
        return tx.list(
                row -> new AgendaItem(
                        row.getLong("id"),
                        row.getInteger("ordinal"),
                        row.getLong("matter"),
                        row.getString("title"),
                        row.getString("motion"),
                        row.getInteger("minutes"),
                        new AgendaItem.Debate(
                                row.getInteger("motion_version"),
                                row.getBoolean("floor_closed"),
                                row.getString("ended"),
                                row.getInteger("unsettled"))),
                """
                select a.*, (select count(*)::int from motion m
                    where m.community = a.community and m.session = a.session and m.item = a.id
                        and (m.state in ('consent', 'voting') or m.kind = 'amend' and m.state = 'moved')) as unsettled
                from agenda_item a where a.community = $1 and a.session = $2 order by a.ordinal
                """,
                community,
                session);
    }

    public static void motion(Tx tx, Session session, int ordinal, String motion) {
        tx.run(
                "update agenda_item set motion = $4 where community = $1 and session = $2 and ordinal = $3",
                session.community(),
                session.id(),
                ordinal,
                motion);
    }

    /** Whether anybody moved an amendment to an item, whatever became of it. */
    public static boolean amended(Tx tx, Session session, long item) {
        return tx.first(
                        row -> true,
                        "select 1 from motion where community = $1 and session = $2 and item = $3 and kind = 'amend' limit 1",
                        session.community(),
                        session.id(),
                        item)
                .isPresent();
    }

    public static void closeFloor(Tx tx, Session session, long item) {
        tx.run(
                "update agenda_item set floor_closed = true where community = $1 and session = $2 and id = $3",
                session.community(),
                session.id(),
                item);
    }

    public static void end(Tx tx, Session session, long item, String how) {
        tx.run(
                "update agenda_item set ended = $4 where community = $1 and session = $2 and id = $3",
                session.community(),
                session.id(),
                item,
                how);
    }

    /** Those behind the item move up; it waits beyond the end meanwhile, since no two may stand at the same place. */
    public static void toEnd(Tx tx, Session session, AgendaItem item, int last) {
        tx.query("select set_config('pavilion.later', $1, true)", Long.toString(item.id()));
        int ordinal = item.ordinal();
        String move = "update agenda_item set ordinal = $4 where community = $1 and session = $2 and ordinal = $3";
        tx.run(move, session.community(), session.id(), ordinal, last + 1);
        for (int each = ordinal; each <= last; each++) {
            tx.run(move, session.community(), session.id(), each + 1, each);
        }
    }

    public static void open(Tx tx, Session session, long moderator, Instant now) {
        tx.run("""
                update session set state = 'open', moderator = $3, opened_at = coalesce(opened_at, $4),
                    reason = '', resumes_at = null, version = version + 1
                where community = $1 and id = $2
                """, session.community(), session.id(), moderator, Times.at(now));
    }

    public static void state(Tx tx, Session session, String state, @Nullable Instant closedAt) {
        tx.run(
                "update session set state = $3, closed_at = $4, version = version + 1 where community = $1 and id = $2",
                session.community(),
                session.id(),
                state,
                Times.at(closedAt));
    }

    public static void current(Tx tx, Session session, int ordinal) {
        tx.run(
                "update session set current = $3, version = version + 1 where community = $1 and id = $2",
                session.community(),
                session.id(),
                ordinal);
    }

    /** Of all that a room sees: it grows with every change of the session or of a poll in it. */
    public static long version(Tx tx, int community, long id) {
        return tx.first(row -> row.getLong(0), """
                        select s.version + (select coalesce(sum(p.version), 0) from poll p
                            where p.community = s.community and p.session = s.id)::bigint
                        from session s where s.community = $1 and s.id = $2
                        """, community, id).orElse(-1L);
    }

    public static void touch(Tx tx, int community, long session) {
        tx.run("update session set version = version + 1 where community = $1 and id = $2", community, session);
    }

    public static Session session(Row row) {
        return new Session(
                row.getInteger("community"),
                row.getLong("id"),
                row.getLong("place"),
                row.getString("path"),
                row.getString("place_name"),
                row.getString("kind"),
                row.getString("title"),
                row.getString("venue"),
                row.getOffsetDateTime("starts_at").toInstant(),
                row.getString("state"),
                row.getInteger("current"),
                row.getLong("version"),
                row.getString("door_key"),
                row.getInteger("members"),
                row.getInteger("turn_seconds"),
                row.getInteger("turns_each"),
                Times.of(row, "opened_at"),
                Times.of(row, "closed_at"),
                row.getString("called_by"),
                row.getString("reason"),
                Times.of(row, "resumes_at"),
                row.getBoolean("remote"));
    }
}
