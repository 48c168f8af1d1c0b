package pavilion.poll;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.db.Times;
import pavilion.db.Tx;

/**
 * Voters on the roll of an open poll who leave its session and come back. They stay among those who were present when it was
 * opened; whoever has left casts only where the rule counts those who attend remotely.
 */
public final class PollPresenceStore {
    private PollPresenceStore() {}

    /** The session is locked by the caller; the poll is locked here, as the intake does. */
    public static void left(Tx tx, int community, long session, Collection<Long> voters, Instant now) {
        mark(tx, community, session, voters, now);
    }

    /** They are there again. */
    public static void back(Tx tx, int community, long session, Collection<Long> voters) {
        mark(tx, community, session, voters, null);
    }

    private static void mark(Tx tx, int community, long session, Collection<Long> voters, @Nullable Instant left) {
        if (voters.isEmpty()) {
            return;
        }
        List<Long> open = tx.list(
                row -> row.getLong(0),
                "select id from poll where community = $1 and session = $2 and state = 'open' order by id for no key update",
                community,
                session);
        if (open.isEmpty()) {
            return;
        }
        tx.run("""
                with moved as (
                    update entitlement e set left_at = $4
                    where e.community = $1 and e.poll = any($2) and e.voter = any($3) and e.present
                        and (e.left_at is null) <> ($4::timestamptz is null)
                    returning e.poll
                )
                update poll p set gone = p.gone + case when $4::timestamptz is null then -m.n else m.n end,
                    roll_changes = p.roll_changes + 1, version = p.version + 1
                from (select poll, count(*)::int as n from moved group by 1) m
                where p.community = $1 and p.id = m.poll
                """, community, open.toArray(Long[]::new), voters.toArray(Long[]::new), Times.at(left));
    }
}
