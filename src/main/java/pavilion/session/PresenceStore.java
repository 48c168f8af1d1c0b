package pavilion.session;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;

/** The tables {@code presence}, how it stands, and {@code presence_event}, every coming and going. */
final class PresenceStore {
    private PresenceStore() {}

    /**
     * In person, or by the letter that the person holds; who is there in person is not there by a letter as well.
     *
     * @return whether the voter was not counted as present before
     */
    static boolean arrive(
            Tx tx, Session session, long voter, long person, String how, @Nullable Long letter, Instant now) {
        return tx.run("""
                        insert into presence as p (community, session, voter, person, how, letter, arrived_at)
                        values ($1, $2, $3, $4, $5, $6, $7)
                        on conflict (community, session, voter) do update
                            set left_at = null, how = excluded.how, person = excluded.person, letter = excluded.letter
                            where p.left_at is not null
                        """, session.community(), session.id(), voter, person, how, letter, SessionStore.at(now)) > 0;
    }

    /** @return whether the voter was counted as present in person before */
    static boolean leave(Tx tx, Session session, long voter, Instant now) {
        return tx.run("""
                        update presence set left_at = $4
                        where community = $1 and session = $2 and voter = $3 and left_at is null and letter is null
                        """, session.community(), session.id(), voter, SessionStore.at(now)) > 0;
    }

    /** Somebody who is there through another. */
    record Represented(long voter, String label, long holder, long letter) {}

    private static Represented represented(Row row) {
        return new Represented(
                row.getLong("voter"), row.getString("label"), row.getLong("person"), row.getLong("letter"));
    }

    /** Those who are there through this person, or by this letter, are so no more. */
    static List<Represented> endProxies(Tx tx, Session session, long holder, long letter, Instant now) {
        return tx.list(
                PresenceStore::represented,
                """
                update presence p set left_at = $5 from proxy_letter l
                where p.community = $1 and p.session = $2 and p.left_at is null and l.community = p.community and l.id = p.letter
                    and (p.person = $3 or p.letter = $4)
                returning p.voter, l.label, p.person, p.letter
                """,
                session.community(),
                session.id(),
                holder,
                letter,
                SessionStore.at(now));
    }

    static List<Represented> represented(Tx tx, int community, long session) {
        return tx.list(PresenceStore::represented, """
                select p.voter, l.label, p.person, p.letter from presence p
                join proxy_letter l on l.community = p.community and l.id = p.letter
                where p.community = $1 and p.session = $2 and p.left_at is null order by l.label
                """, community, session);
    }

    /** The meetings in which somebody is there by this letter now. */
    static List<Long> meetings(Tx tx, int community, long letter) {
        return tx.list(
                row -> row.getLong(0),
                "select session from presence where community = $1 and letter = $2 and left_at is null order by session",
                community,
                letter);
    }

    static void note(Tx tx, Session session, Event event) {
        tx.run(
                """
                insert into presence_event (community, session, voter, label, way, how, proxy, at)
                values ($1, $2, $3, $4, $5, $6, $7, $8)
                """,
                session.community(),
                session.id(),
                event.voter(),
                event.label(),
                event.way(),
                event.how(),
                event.proxy(),
                SessionStore.at(event.at()));
    }

    /** Whose code of the roll this is: a household's place, or a person. */
    static List<Long> coded(Tx tx, int community, String code) {
        return tx.list(row -> row.getLong(0), """
                select id from place where community = $1 and code = $2 and kind = 'household'
                union all select id from person where community = $1 and code = $2
                """, community, code);
    }

    /**
     * One coming or going.
     *
     * @param proxy whether by somebody who holds a letter
     */
    record Event(long voter, String label, String way, String how, boolean proxy, Instant at) {}

    private static Event event(Row row) {
        return new Event(
                row.getLong("voter"),
                row.getString("label"),
                row.getString("way"),
                row.getString("how"),
                row.getBoolean("proxy"),
                row.getOffsetDateTime("at").toInstant());
    }

    /** The newest first. */
    static List<Event> events(Tx tx, Session session, int most) {
        return tx.list(
                PresenceStore::event,
                "select * from presence_event where community = $1 and session = $2 order by at desc, id desc limit $3",
                session.community(),
                session.id(),
                most);
    }

    /** All of them, in order. */
    static List<Event> log(Tx tx, Session session) {
        return tx.list(
                PresenceStore::event,
                "select * from presence_event where community = $1 and session = $2 order by at, id",
                session.community(),
                session.id());
    }

    /** The voters present whom this person speaks for. */
    static List<Long> voices(Tx tx, Session session, long person) {
        return tx.list(
                row -> row.getLong(0),
                "select voter from presence where community = $1 and session = $2 and person = $3 and left_at is null",
                session.community(),
                session.id(),
                person);
    }

    static List<Long> present(Tx tx, int community, long session) {
        return tx.list(
                row -> row.getLong(0),
                "select voter from presence where community = $1 and session = $2 and left_at is null",
                community,
                session);
    }

    /** Whether this person, or this person's household, is counted as present. */
    static boolean isPresent(Tx tx, int community, long session, long person, long household) {
        return tx.first(row -> true, """
                        select 1 from presence where community = $1 and session = $2 and left_at is null
                            and (person = $3 or (voter = $4 and letter is null)) limit 1
                        """, community, session, person, household).isPresent();
    }

    static int count(Tx tx, int community, long session) {
        return tx.first(row -> row.getInteger(0), """
                        select count(*)::int from presence where community = $1 and session = $2 and left_at is null
                        """, community, session).orElse(0);
    }

    static int byProxy(Tx tx, int community, long session) {
        return tx.first(row -> row.getInteger(0), """
                        select count(*)::int from presence
                        where community = $1 and session = $2 and left_at is null and letter is not null
                        """, community, session).orElse(0);
    }
}
