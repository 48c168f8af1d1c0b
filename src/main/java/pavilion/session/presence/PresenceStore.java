package pavilion.session.presence;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.session.Session;

/** The tables {@code presence}, who is present now, and {@code presence_event}, who came and left when. */
final class PresenceStore {
    // A subquery reads the session's row once; a join read it again for every voter present.
    private static final String COUNTED = """
            where p.community = $1 and p.session = $2 and p.left_at is null
                and (p.how <> 'remote' or (select remote from session where community = $1 and id = $2))
            """;
    private static final String IN_HAND =
            " and p.roll in ('', (select roll from session where community = $1 and id = $2))";

    private PresenceStore() {}

    /**
     * In person, or through {@code person}, who holds a proxy letter; nobody is present in both ways.
     *
     * @param how the source; anything but {@link PresenceSource#REMOTE} replaces a remote presence
     * @param letter the proxy letter, null for those who come in person
     * @return whether the voter was not present before, or only remotely
     */
    static boolean arrive(
            Tx tx,
            Session session,
            SessionRoll roll,
            long voter,
            long person,
            PresenceSource how,
            @Nullable Long letter,
            Instant now) {
        return tx.run(
                        """
                        insert into presence as p (community, session, roll, voter, person, how, letter, arrived_at)
                        values ($1, $2, $3, $4, $5, $6, $7, $8)
                        on conflict (community, session, roll, voter) do update
                            set left_at = null, how = excluded.how, person = excluded.person, letter = excluded.letter
                            where p.left_at is not null or (p.how = 'remote' and excluded.how <> 'remote')
                        """,
                        session.community(),
                        session.id(),
                        roll.key(),
                        voter,
                        person,
                        how.key(),
                        letter,
                        Times.at(now))
                > 0;
    }

    /** @return whether the voter was present in person before */
    static boolean leave(Tx tx, Session session, SessionRoll roll, long voter, Instant now) {
        return tx.run("""
                        update presence set left_at = $5
                        where community = $1 and session = $2 and roll in ('', $3) and voter = $4 and left_at is null
                            and letter is null
                        """, session.community(), session.id(), roll.key(), voter, Times.at(now)) > 0;
    }

    /** Everybody has left; the log says so of each. */
    static void empty(Tx tx, Session session, Instant now) {
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

    /** The people who are present in person, and how they came. */
    static Map<Long, PresenceSource> people(Tx tx, Session session) {
        Map<Long, PresenceSource> people = new HashMap<>();
        tx.list(
                        row -> Map.entry(row.getLong("person"), PresenceSource.of(row.getString("how"))),
                        """
                        select person, how from presence
                        where community = $1 and session = $2 and person <> 0 and left_at is null and letter is null
                        """,
                        session.community(),
                        session.id())
                .forEach(each -> people.put(each.getKey(), each.getValue()));
        return people;
    }

    /** A voter who is present through another person. */
    record Represented(long voter, String label, long holder, long letter) {}

    private static Represented represented(Row row) {
        return new Represented(
                row.getLong("voter"), row.getString("label"), row.getLong("person"), row.getLong("letter"));
    }

    /**
     * Ends the presence of those who are present through this person, or by this letter.
     *
     * @return the voters, once for each roll
     */
    static List<Represented> endProxies(Tx tx, Session session, long holder, long letter, Instant now) {
        return tx.list(
                PresenceStore::represented, """
                update presence p set left_at = $5 from proxy_letter l
                where p.community = $1 and p.session = $2 and p.left_at is null and l.community = p.community and l.id = p.letter
                    and (p.person = $3 or p.letter = $4)
                returning p.voter, l.label, p.person, p.letter
                """, session.community(), session.id(), holder, letter, Times.at(now));
    }

    static List<Represented> represented(Tx tx, Session session) {
        return tx.list(PresenceStore::represented, """
                select distinct p.voter, l.label, p.person, p.letter from presence p
                join proxy_letter l on l.community = p.community and l.id = p.letter
                where p.community = $1 and p.session = $2 and p.left_at is null order by l.label
                """, session.community(), session.id());
    }

    /** The sessions in which somebody is present by this letter now. */
    static List<Long> sessions(Tx tx, int community, long letter) {
        return tx.list(
                row -> row.getLong(0),
                "select distinct session from presence where community = $1 and letter = $2 and left_at is null order by session",
                community,
                letter);
    }

    /** The sessions that are open and that this letter is for. */
    static List<Long> openFor(Tx tx, int community, long letter) {
        return tx.list(row -> row.getLong(0), """
                select s.id from session s join proxy_letter l on l.community = s.community and l.id = $2
                where s.community = $1 and s.state = 'open' and (s.id = l.session or exists (
                    select 1 from agenda_item a where a.community = s.community and a.session = s.id and a.matter = l.matter))
                order by s.id
                """, community, letter);
    }

    /** How this person came, for themselves or for others; empty where they are not on site. */
    static Optional<PresenceSource> onSite(Tx tx, Session session, long person) {
        return tx.first(row -> PresenceSource.of(row.getString(0)), """
                select how from presence where community = $1 and session = $2 and person = $3 and left_at is null
                    and how <> 'remote' order by letter nulls first limit 1
                """, session.community(), session.id(), person);
    }

    static void note(Tx tx, Session session, PresenceEvent event) {
        tx.run(
                """
                insert into presence_event (community, session, voter, label, way, how, proxy, at)
                values ($1, $2, $3, $4, $5, $6, $7, $8)
                """,
                session.community(),
                session.id(),
                event.voter(),
                event.label(),
                event.way().key(),
                event.how().key(),
                event.proxy(),
                Times.at(event.at()));
    }

    /** The voters with this code on the roll of the community: a household's place, or a person. */
    static List<Long> coded(Tx tx, int community, String code) {
        return tx.list(row -> row.getLong(0), """
                select id from place where community = $1 and code = $2 and kind = 'household'
                union all select id from person where community = $1 and code = $2
                """, community, code);
    }

    private static PresenceEvent event(Row row) {
        return new PresenceEvent(
                row.getLong("voter"),
                row.getString("label"),
                PresenceEvent.Way.of(row.getString("way")),
                PresenceSource.of(row.getString("how")),
                row.getBoolean("proxy"),
                row.getOffsetDateTime("at").toInstant());
    }

    /** The newest first. */
    static List<PresenceEvent> events(Tx tx, Session session, int most) {
        return tx.list(
                PresenceStore::event,
                "select * from presence_event where community = $1 and session = $2 order by at desc, id desc limit $3",
                session.community(),
                session.id(),
                most);
    }

    /** All of them, in order. */
    static List<PresenceEvent> log(Tx tx, Session session) {
        return tx.list(
                PresenceStore::event,
                "select * from presence_event where community = $1 and session = $2 order by at, id",
                session.community(),
                session.id());
    }

    /** @param holder as the letter names them */
    record HeldLetter(long voter, String holder, Instant given) {}

    /** Letters for this session or a matter on its agenda, the oldest first. */
    static List<HeldLetter> heldLetters(Tx tx, Session session) {
        return tx.list(
                row -> new HeldLetter(
                        row.getLong("voter"),
                        row.getString("holder_name"),
                        row.getOffsetDateTime("given_at").toInstant()),
                """
                select voter, holder_name, given_at from proxy_letter where community = $1 and (session = $2
                    or matter in (select matter from agenda_item where community = $1 and session = $2))
                order by given_at, id
                """,
                session.community(),
                session.id());
    }

    /** The voters present whom this person speaks for, on whichever roll. */
    static List<Long> voices(Tx tx, Session session, long person) {
        return tx.list(
                row -> row.getLong(0),
                "select distinct p.voter from presence p " + COUNTED + " and p.person = $3",
                session.community(),
                session.id(),
                person);
    }

    static List<Long> present(Tx tx, Session session) {
        return tx.list(
                row -> row.getLong(0),
                "select p.voter from presence p " + COUNTED + IN_HAND,
                session.community(),
                session.id());
    }

    static PersonalPresence personal(Tx tx, Session session, long person, long household) {
        return tx.first(
                        row -> new PersonalPresence(
                                row.getString(0).isEmpty() ? null : PresenceSource.of(row.getString(0)),
                                row.getBoolean(1),
                                row.getBoolean(2)),
                        """
                        select coalesce(min(p.how) filter (where p.how <> 'remote'), min(p.how), ''),
                            coalesce(bool_or(p.person = $3 and (p.how <> 'remote' or s.remote)), false),
                            exists (select 1 from session_voter v where v.community = $1 and v.session = $2 and v.person = $3)
                                or not exists (select 1 from session_roll r
                                    where r.community = $1 and r.session = $2 and r.listed)
                        from (select remote from session where community = $1 and id = $2) s
                        join presence p on p.community = $1 and p.session = $2 and p.left_at is null
                            and (p.person = $3 or (p.voter = $4 and p.letter is null))
                        """,
                        session.community(),
                        session.id(),
                        person,
                        household)
                .orElse(PersonalPresence.NONE);
    }

    static PresenceCount count(Tx tx, int community, long session) {
        return tx.first(
                        row -> new PresenceCount(
                                row.getInteger(0), row.getInteger(1), row.getInteger(2), row.getInteger(3)),
                        """
                        select count(p.voter) filter (where p.how <> 'remote' or s.remote)::int,
                            count(p.voter) filter (where p.letter is not null and (p.how <> 'remote' or s.remote))::int,
                            count(p.voter) filter (where p.how = 'remote' and s.remote)::int,
                            count(p.voter) filter (where p.how = 'remote' and not s.remote and p.roll = s.roll)::int
                        from (select roll, remote from session where community = $1 and id = $2) s
                        left join presence p on p.community = $1 and p.session = $2 and p.left_at is null
                            and p.roll in ('', s.roll)
                        """,
                        community,
                        session)
                .orElse(PresenceCount.NONE);
    }
}
