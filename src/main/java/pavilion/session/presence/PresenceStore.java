package pavilion.session.presence;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.session.Session;

/** The tables {@code presence}, how it stands, and {@code presence_event}, every coming and going. */
public final class PresenceStore {
    // The session's own row is asked once: joined, it was looked up again for everybody who is there.
    private static final String COUNTED = """
            where p.community = $1 and p.session = $2 and p.left_at is null
                and (p.how <> 'remote' or (select remote from session where community = $1 and id = $2))
            """;
    private static final String IN_HAND =
            " and p.roll in ('', (select roll from session where community = $1 and id = $2))";

    private PresenceStore() {}

    /**
     * In person, or by the letter that {@code person} holds; who is there in person is not there by a letter as well.
     *
     * @return whether the voter was not there before, or only from afar
     */
    static boolean arrive(
            Tx tx,
            Session session,
            SessionRoll roll,
            long voter,
            long person,
            String how,
            @Nullable Long letter,
            Instant now) {
        return tx.run("""
                        insert into presence as p (community, session, roll, voter, person, how, letter, arrived_at)
                        values ($1, $2, $3, $4, $5, $6, $7, $8)
                        on conflict (community, session, roll, voter) do update
                            set left_at = null, how = excluded.how, person = excluded.person, letter = excluded.letter
                            where p.left_at is not null or (p.how = 'remote' and excluded.how <> 'remote')
                        """, session.community(), session.id(), roll.key(), voter, person, how, letter, Times.at(now))
                > 0;
    }

    /** @return whether the voter was there in person before */
    static boolean leave(Tx tx, Session session, SessionRoll roll, long voter, Instant now) {
        return tx.run("""
                        update presence set left_at = $5
                        where community = $1 and session = $2 and roll in ('', $3) and voter = $4 and left_at is null
                            and letter is null
                        """, session.community(), session.id(), roll.key(), voter, Times.at(now)) > 0;
    }

    /** Everybody has gone home; the log says so of each. */
    public static void empty(Tx tx, Session session, Instant now) {
        tx.run("""
                insert into presence_event (community, session, voter, label, way, how, proxy, at)
                select community, session, voter, label, 'out', 'recess', proxy, $3::timestamptz from (
                    select distinct on (voter) * from presence_event where community = $1 and session = $2
                    order by voter, at desc, id desc) last
                where way = 'in' order by label
                """, session.community(), session.id(), Times.at(now));
        tx.run(
                "update presence set left_at = $3 where community = $1 and session = $2 and left_at is null",
                session.community(),
                session.id(),
                Times.at(now));
    }

    /** The people who are there, and how they came. */
    static Map<Long, String> people(Tx tx, Session session) {
        Map<Long, String> people = new HashMap<>();
        tx.list(row -> Map.entry(row.getLong("person"), row.getString("how")), """
                        select person, how from presence
                        where community = $1 and session = $2 and person <> 0 and left_at is null and letter is null
                        """, session.community(), session.id())
                .forEach(each -> people.put(each.getKey(), each.getValue()));
        return people;
    }

    /** Somebody who is there through another. */
    public record Represented(long voter, String label, long holder, long letter) {}

    private static Represented represented(Row row) {
        return new Represented(
                row.getLong("voter"), row.getString("label"), row.getLong("person"), row.getLong("letter"));
    }

    /** Those who are there through this person, or by this letter, are so no more. */
    static List<Represented> endProxies(Tx tx, Session session, long holder, long letter, Instant now) {
        return tx.list(
                PresenceStore::represented, """
                update presence p set left_at = $5 from proxy_letter l
                where p.community = $1 and p.session = $2 and p.left_at is null and l.community = p.community and l.id = p.letter
                    and (p.person = $3 or p.letter = $4)
                returning p.voter, l.label, p.person, p.letter
                """, session.community(), session.id(), holder, letter, Times.at(now));
    }

    public static List<Represented> represented(Tx tx, int community, long session) {
        return tx.list(PresenceStore::represented, """
                select distinct p.voter, l.label, p.person, p.letter from presence p
                join proxy_letter l on l.community = p.community and l.id = p.letter
                where p.community = $1 and p.session = $2 and p.left_at is null order by l.label
                """, community, session);
    }

    /** The meetings in which somebody is there by this letter now. */
    static List<Long> meetings(Tx tx, int community, long letter) {
        return tx.list(
                row -> row.getLong(0),
                "select distinct session from presence where community = $1 and letter = $2 and left_at is null order by session",
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
                Times.at(event.at()));
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
    public record Event(long voter, String label, String way, String how, boolean proxy, Instant at) {}

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
    public static List<Event> log(Tx tx, Session session) {
        return tx.list(
                PresenceStore::event,
                "select * from presence_event where community = $1 and session = $2 order by at, id",
                session.community(),
                session.id());
    }

    /** The voters present whom this person speaks for, on whichever roll. */
    public static List<Long> voices(Tx tx, Session session, long person) {
        return tx.list(
                row -> row.getLong(0),
                "select distinct p.voter from presence p " + COUNTED + " and p.person = $3",
                session.community(),
                session.id(),
                person);
    }

    public static List<Long> present(Tx tx, int community, long session) {
        return tx.list(
                row -> row.getLong(0), "select p.voter from presence p " + COUNTED + IN_HAND, community, session);
    }

    /**
     * How somebody is there.
     *
     * @param how they, or their household, came: in the hall if either is; empty where neither is there
     * @param voices whether they speak for anybody present
     */
    public record Stands(String how, boolean voices) {
        public static final Stands NOT = new Stands("", false);

        public boolean here() {
            return !how.isEmpty();
        }

        public boolean afar() {
            return how.equals(Attendance.AFAR);
        }
    }

    public static Stands stands(Tx tx, Session session, long person, long household) {
        return tx.first(
                        row -> new Stands(row.getString(0), row.getBoolean(1)),
                        """
                        select coalesce(min(p.how) filter (where p.how <> 'remote'), min(p.how), ''),
                            coalesce(bool_or(p.person = $3 and (p.how <> 'remote' or s.remote)), false)
                        from (select remote from session where community = $1 and id = $2) s
                        join presence p on p.community = $1 and p.session = $2 and p.left_at is null
                            and (p.person = $3 or (p.voter = $4 and p.letter is null))
                        """,
                        session.community(),
                        session.id(),
                        person,
                        household)
                .orElse(Stands.NOT);
    }

    /**
     * How many are there for the item in hand.
     *
     * @param present as its rule counts
     * @param byProxy of those, through somebody else
     * @param listening from afar, where its rule does not count them
     */
    public record There(int present, int byProxy, int listening) {}

    public static There there(Tx tx, int community, long session) {
        return tx.first(
                        row -> new There(row.getInteger(0), row.getInteger(1), row.getInteger(2)),
                        """
                        select count(p.voter) filter (where p.how <> 'remote' or s.remote)::int,
                            count(p.voter) filter (where p.letter is not null and (p.how <> 'remote' or s.remote))::int,
                            count(p.voter) filter (where p.how = 'remote' and not s.remote and p.roll = s.roll)::int
                        from (select roll, remote from session where community = $1 and id = $2) s
                        left join presence p on p.community = $1 and p.session = $2 and p.left_at is null
                            and p.roll in ('', s.roll)
                        """,
                        community,
                        session)
                .orElseGet(() -> new There(0, 0, 0));
    }

    public static int count(Tx tx, int community, long session) {
        return there(tx, community, session).present();
    }
}
