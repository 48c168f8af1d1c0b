package pavilion.session.presence;

import java.time.Instant;
import java.util.List;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.session.Session;

/** The tables {@code session_roll} and {@code sitting}: what is frozen at each opening. */
final class SessionRollStore {
    private SessionRollStore() {}

    /** @return whether it was not frozen before */
    static boolean freeze(Tx tx, Session session, SessionRoll roll, int members) {
        return tx.run("""
                        insert into session_roll (community, session, roll, members) values ($1, $2, $3, $4)
                        on conflict do nothing
                        """, session.community(), session.id(), roll.key(), members) > 0;
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
