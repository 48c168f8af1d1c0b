package pavilion.session;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Times;
import pavilion.db.Tx;

/** The table {@code session}, and the items of its agenda as everybody reads them. */
public final class SessionStore {
    /** To be continued by the caller with a condition; {@code s} is the session, {@code p} its place. */
    public static final String SELECT = """
            select s.*, p.path, p.name as place_name from session s
            join place p on p.community = s.community and p.id = s.place
            """;

    private SessionStore() {}

    public static Optional<Session> find(Tx tx, int community, long id) {
        return tx.first(SessionStore::session, SELECT + "where s.community = $1 and s.id = $2", community, id);
    }

    static Optional<Session> lock(Tx tx, int community, long id) {
        return tx.first(
                SessionStore::session, SELECT + "where s.community = $1 and s.id = $2 for update of s", community, id);
    }

    /** The newest session with this matter on its agenda. */
    public static Optional<Session> ofMatter(Tx tx, int community, long matter) {
        return tx.first(SessionStore::session, SELECT + """
                        join agenda_item a on a.community = s.community and a.session = s.id
                        where s.community = $1 and a.matter = $2 order by s.id desc limit 1
                        """, community, matter);
    }

    /** The agenda, in its order. */
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
                                ItemEnding.of(row.getString("ended")),
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

    /** Opens it, for the first time or again. */
    public static void open(Tx tx, Session session, long moderator, Instant now) {
        tx.run("""
                update session set state = 'open', moderator = $3, opened_at = coalesce(opened_at, $4),
                    reason = '', resumes_at = null, moved_from = null, moved_venue = '', moved_why = '',
                    version = version + 1
                where community = $1 and id = $2
                """, session.community(), session.id(), moderator, Times.at(now));
    }

    public static void state(Tx tx, Session session, SessionState state, @Nullable Instant closedAt) {
        tx.run(
                "update session set state = $3, closed_at = $4, version = version + 1 where community = $1 and id = $2",
                session.community(),
                session.id(),
                state.key(),
                Times.at(closedAt));
    }

    /** Takes up another item of the agenda. */
    public static void current(Tx tx, Session session, int ordinal) {
        tx.run(
                "update session set current = $3, version = version + 1 where community = $1 and id = $2",
                session.community(),
                session.id(),
                ordinal);
    }

    /**
     * The version of everything that the session's pages show: it grows with every change of the session or of a poll in it.
     *
     * @return -1 where there is no such session
     */
    public static long version(Tx tx, int community, long id) {
        return tx.first(row -> row.getLong(0), """
                        select s.version + (select coalesce(sum(p.version), 0) from poll p
                            where p.community = s.community and p.session = s.id)::bigint
                        from session s where s.community = $1 and s.id = $2
                        """, community, id).orElse(-1L);
    }

    static void touch(Tx tx, int community, long session) {
        tx.run("update session set version = version + 1 where community = $1 and id = $2", community, session);
    }

    /** One row of {@link #SELECT}. */
    public static Session session(Row row) {
        return new Session(
                row.getInteger("community"),
                row.getLong("id"),
                new Session.Place(row.getLong("place"), row.getString("path"), row.getString("place_name")),
                new Session.Call(
                        SessionKind.of(row.getString("kind")).orElseThrow(),
                        row.getString("title"),
                        row.getString("venue"),
                        row.getOffsetDateTime("starts_at").toInstant()),
                row.getString("called_by"),
                new Session.Progress(
                        SessionState.of(row.getString("state")),
                        row.getInteger("current"),
                        Times.of(row, "opened_at"),
                        Times.of(row, "closed_at"),
                        row.getString("reason"),
                        Times.of(row, "resumes_at"),
                        Times.of(row, "moved_from"),
                        row.getString("moved_venue"),
                        row.getString("moved_why")),
                new Session.Counting(row.getInteger("members"), row.getBoolean("remote")),
                new Session.SpeakingLimits(row.getInteger("turn_seconds"), row.getInteger("turns_each")),
                row.getLong("version"),
                row.getString("door_key"));
    }
}
