package pavilion.session.call;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.identity.Tokens;
import pavilion.session.Session;
import pavilion.session.SessionStore;

/** What the table {@code session} makes known of a session, where one may be called, and which concern whom. */
final class CallStore {
    private CallStore() {}

    /** A place where a session may be called. */
    record CallingPlace(long id, String name, String path) {}

    /** The places under these paths that hold sessions. */
    static List<CallingPlace> places(Tx tx, int community, List<String> paths) {
        return tx.list(
                row -> new CallingPlace(row.getLong("id"), row.getString("name"), row.getString("path")),
                """
                select p.id, p.name, p.path from place p
                where p.community = $1 and p.kind in ('community', 'grid4', 'grid5', 'courtyard', 'building')
                    and exists (select 1 from unnest($2::text[]) as g(path) where starts_with(p.path, g.path))
                    and (p.kind <> 'building' or exists (select 1 from unnest($2::text[]) as g(path)
                        join place y on y.community = p.community and y.path = g.path and y.kind in ('courtyard', 'building')
                        where starts_with(p.path, g.path)))
                order by p.path
                """,
                community,
                paths.toArray(String[]::new));
    }

    /** Two calls for one place wait for each other. */
    static void lock(Tx tx, int community, long place) {
        tx.run("select 1 from place where community = $1 and id = $2 for no key update", community, place);
    }

    static Optional<Long> byKey(Tx tx, int community, String key) {
        return tx.first(
                row -> row.getLong(0),
                "select id from session where community = $1 and request_key = $2",
                community,
                key);
    }

    static long create(Tx tx, int community, long place, Session.Call call, String post, @Nullable String key) {
        return tx.first(
                        row -> row.getLong(0),
                        """
                        insert into session (community, place, kind, title, venue, starts_at, door_key, called_by, request_key)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id
                        """,
                        community,
                        place,
                        call.kind().key(),
                        call.title(),
                        call.venue(),
                        Times.at(call.startsAt()),
                        Tokens.token(),
                        post,
                        key)
                .orElseThrow();
    }

    /**
     * @param from the moment that was announced before, where the moment changes
     * @param there the venue that was announced before, where the venue changes
     */
    static void move(
            Tx tx,
            Session session,
            @Nullable Instant when,
            String venue,
            @Nullable Instant from,
            @Nullable String there,
            String reason) {
        tx.run("""
                update session set venue = $4, version = version + 1,
                    moved_from = coalesce($5::timestamptz, moved_from), moved_venue = coalesce($6::text, moved_venue),
                    moved_why = case when $5::timestamptz is null and $6::text is null then moved_why else $7 end,
                    starts_at = case when state = 'called' then $3::timestamptz else starts_at end,
                    resumes_at = case when state = 'called' then null else $3::timestamptz end
                where community = $1 and id = $2
                """, session.community(), session.id(), Times.at(when), venue, Times.at(from), there, reason);
    }

    static void off(Tx tx, Session session, String reason) {
        tx.run(
                "update session set state = 'off', reason = $3, version = version + 1 where community = $1 and id = $2",
                session.community(),
                session.id(),
                reason);
    }

    static void adjourn(Tx tx, Session session, @Nullable Instant when, String reason) {
        tx.run("""
                update session set state = 'paused', reason = $4, resumes_at = $3, version = version + 1
                where community = $1 and id = $2
                """, session.community(), session.id(), Times.at(when), reason);
    }

    /** Those that have not ended, and those called off for a day that is not past: the next one first. */
    static List<Session> ahead(Tx tx, int community, List<String> paths, Instant today) {
        return tx.list(
                SessionStore::session,
                SessionStore.SELECT + CONCERN + """
                and (s.state in ('called', 'open', 'paused') or (s.state = 'off' and s.starts_at >= $3))
                order by s.state <> 'open', coalesce(s.resumes_at, s.starts_at), s.id limit 100
                """,
                community,
                paths.toArray(String[]::new),
                Times.at(today));
    }

    /** Those that have ended, the newest first. */
    static List<Session> past(Tx tx, int community, List<String> paths, Instant today, int most) {
        return tx.list(
                SessionStore::session,
                SessionStore.SELECT + CONCERN + """
                and (s.state = 'closed' or (s.state = 'off' and s.starts_at < $3))
                order by s.starts_at desc, s.id desc limit $4
                """,
                community,
                paths.toArray(String[]::new),
                Times.at(today),
                most);
    }

    // Like CurrentUser.belongs: the place lies under one of theirs, or theirs under it.
    private static final String CONCERN = """
            where s.community = $1 and exists (select 1 from unnest($2::text[]) as g(path)
                where starts_with(p.path, g.path) or starts_with(g.path, p.path))
            """;
}
