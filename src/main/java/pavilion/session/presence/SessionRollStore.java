package pavilion.session.presence;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.electorate.Voter;
import pavilion.session.Session;

/** The tables {@code session_roll} with its {@code session_voter}, and {@code sitting}: what is frozen at each opening. */
final class SessionRollStore {
    private SessionRollStore() {}

    /** @return whether it was not frozen before */
    static boolean freeze(Tx tx, Session session, SessionRoll roll, List<Voter> voters) {
        boolean fresh = tx.run("""
                        insert into session_roll (community, session, roll, members, listed) values ($1, $2, $3, $4, true)
                        on conflict do nothing
                        """, session.community(), session.id(), roll.key(), voters.size()) > 0;
        if (fresh) {
            tx.run(
                    """
                    insert into session_voter (community, session, roll, voter, label, person, area_c, heads, n)
                    select $1, $2, $3, * from unnest($4::bigint[], $5::text[], $6::bigint[], $7::bigint[], $8::int[])
                        with ordinality
                    """,
                    session.community(),
                    session.id(),
                    roll.key(),
                    voters.stream().map(Voter::voter).toArray(Long[]::new),
                    voters.stream().map(Voter::label).toArray(String[]::new),
                    voters.stream().map(Voter::person).toArray(Long[]::new),
                    voters.stream().map(Voter::areaC).toArray(Long[]::new),
                    voters.stream().map(Voter::heads).toArray(Integer[]::new));
        }
        return fresh;
    }

    /** Whether this roll was locked with its voters; only then are they read from here. */
    static boolean listed(Tx tx, Session session, SessionRoll roll) {
        return tx.first(
                        row -> true,
                        "select 1 from session_roll where community = $1 and session = $2 and roll = $3 and listed",
                        session.community(),
                        session.id(),
                        roll.key())
                .isPresent();
    }

    /** The voters of a locked roll, in its order. */
    static List<Voter> voters(Tx tx, Session session, SessionRoll roll) {
        return tx.list(
                SessionRollStore::voter,
                "select * from session_voter where community = $1 and session = $2 and roll = $3 order by n",
                session.community(),
                session.id(),
                roll.key());
    }

    /** Only those of one person. */
    static List<Voter> votersOf(Tx tx, Session session, SessionRoll roll, long person) {
        return tx.list(
                SessionRollStore::voter,
                "select * from session_voter where community = $1 and session = $2 and roll = $3 and person = $4 order by n",
                session.community(),
                session.id(),
                roll.key(),
                person);
    }

    private static Voter voter(Row row) {
        return new Voter(
                row.getLong("voter"),
                row.getString("label"),
                row.getLong("person"),
                row.getLong("area_c"),
                row.getInteger("heads"));
    }

    static boolean frozen(Tx tx, Session session, SessionRoll roll) {
        return tx.first(
                        row -> true,
                        "select 1 from session_roll where community = $1 and session = $2 and roll = $3",
                        session.community(),
                        session.id(),
                        roll.key())
                .isPresent();
    }

    /** Makes this the roll of the item under consideration. @return its members */
    static int take(Tx tx, Session session, SessionRoll roll, boolean remote) {
        return tx.first(row -> row.getInteger(0), """
                        update session s set roll = r.roll, members = r.members, remote = $4
                        from session_roll r where r.community = s.community and r.session = s.id and r.roll = $3
                            and s.community = $1 and s.id = $2
                        returning s.members
                        """, session.community(), session.id(), roll.key(), remote)
                .orElseThrow();
    }

    static void begin(Tx tx, Session session, Instant now) {
        tx.run("""
                insert into sitting (community, session, n, opened_at)
                select $1::int, $2::bigint, count(*) + 1, $3::timestamptz from sitting
                where community = $1::int and session = $2::bigint
                on conflict (community, session) where ended_at is null do nothing
                """, session.community(), session.id(), Times.at(now));
    }

    static void end(Tx tx, Session session, int present, String reason, Instant now) {
        tx.run("""
                update sitting set ended_at = $3, present = $4, reason = $5
                where community = $1 and session = $2 and ended_at is null
                """, session.community(), session.id(), Times.at(now), present, reason);
    }

    static List<Sitting> sittings(Tx tx, int community, long session) {
        return tx.list(
                row -> new Sitting(
                        row.getOffsetDateTime("opened_at").toInstant(),
                        Times.of(row, "ended_at"),
                        row.getInteger("present"),
                        row.getString("reason")),
                "select * from sitting where community = $1 and session = $2 order by n",
                community,
                session);
    }
}
