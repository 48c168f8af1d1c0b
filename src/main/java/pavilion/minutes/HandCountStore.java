package pavilion.minutes;

import java.time.Instant;
import java.util.List;
import pavilion.db.Times;
import pavilion.db.Tx;

/** The table {@code minutes_hands}: what each of those who counted raised hands counted. */
final class HandCountStore {
    private HandCountStore() {}

    /** Counting again replaces what the same person counted before; none takes it back. */
    static void put(Tx tx, int community, long session, HandCount count, Instant now) {
        if (count.hands() == 0) {
            tx.run(
                    "delete from minutes_hands where community = $1 and session = $2 and person = $3",
                    community,
                    session,
                    count.person());
            return;
        }
        tx.run("""
                insert into minutes_hands (community, session, person, post, hands, at) values ($1, $2, $3, $4, $5, $6)
                on conflict (community, session, person)
                    do update set post = excluded.post, hands = excluded.hands, at = excluded.at
                """, community, session, count.person(), count.post(), count.hands(), Times.at(now));
    }

    /** The newest first. */
    static List<HandCount> of(Tx tx, int community, long session) {
        return tx.list(
                row -> new HandCount(row.getLong("person"), row.getString("post"), row.getInteger("hands")),
                "select * from minutes_hands where community = $1 and session = $2 order by at desc, person",
                community,
                session);
    }

    static void clear(Tx tx, int community, long session) {
        tx.run("delete from minutes_hands where community = $1 and session = $2", community, session);
    }
}
