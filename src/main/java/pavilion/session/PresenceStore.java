package pavilion.session;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import pavilion.db.Tx;

/** The tables {@code presence}, how it stands, and {@code presence_event}, every coming and going. */
final class PresenceStore {
    private PresenceStore() {}

    /** @return whether the voter was not counted as present before */
    static boolean arrive(Tx tx, Session session, long voter, long person, String how, Instant now) {
        return tx.run("""
                        insert into presence as p (community, session, voter, person, how, arrived_at)
                        values ($1, $2, $3, $4, $5, $6)
                        on conflict (community, session, voter)
                            do update set left_at = null, how = excluded.how where p.left_at is not null
                        """, session.community(), session.id(), voter, person, how, SessionStore.at(now)) > 0;
    }

    /** @return whether the voter was counted as present before */
    static boolean leave(Tx tx, Session session, long voter, Instant now) {
        return tx.run("""
                        update presence set left_at = $4
                        where community = $1 and session = $2 and voter = $3 and left_at is null
                        """, session.community(), session.id(), voter, SessionStore.at(now)) > 0;
    }

    static void note(Tx tx, Session session, long voter, String label, String way, String how, Instant now) {
        tx.run("""
                insert into presence_event (community, session, voter, label, way, how, at)
                values ($1, $2, $3, $4, $5, $6, $7)
                """, session.community(), session.id(), voter, label, way, how, SessionStore.at(now));
    }

    /** Whose code of the roll this is: a household's place, or a person. */
    static List<Long> coded(Tx tx, int community, String code) {
        return tx.list(row -> row.getLong(0), """
                select id from place where community = $1 and code = $2 and kind = 'household'
                union all select id from person where community = $1 and code = $2
                """, community, code);
    }

    /** One coming or going. */
    record Event(long voter, String label, String way, String how, Instant at) {}

    private static Event event(Row row) {
        return new Event(
                row.getLong("voter"),
                row.getString("label"),
                row.getString("way"),
                row.getString("how"),
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
                            and (person = $3 or voter = $4) limit 1
                        """, community, session, person, household).isPresent();
    }

    static int count(Tx tx, int community, long session) {
        return tx.first(row -> row.getInteger(0), """
                        select count(*)::int from presence where community = $1 and session = $2 and left_at is null
                        """, community, session).orElse(0);
    }
}
