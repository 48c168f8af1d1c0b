package pavilion.proxy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;

/**
 * Who casts the ballots of open polls that were opened with a letter: the column {@code entitlement.person}, and nothing else of
 * the roll. A ballot that is cast stays with whoever cast it.
 */
final class HeldBallotStore {
    private HeldBallotStore() {}

    /** Locks the open polls that were opened with this letter, as the intake does: before anything else of them is written. */
    static List<Long> lock(Tx tx, ProxyLetter letter) {
        return tx.list(row -> row.getLong(0), """
                select p.id from poll p where p.community = $1 and p.state = 'open'
                    and p.id in (select u.poll from proxy_use u where u.community = $1 and u.letter = $2)
                order by p.id for no key update
                """, letter.community(), letter.id());
    }

    /**
     * Gives the ballots that are not cast to the principal once the letter ended, or back to its holder.
     *
     * @param polls locked
     */
    static void give(Tx tx, ProxyLetter letter, List<Long> polls, @Nullable Long person) {
        if (polls.isEmpty()) {
            return;
        }
        tx.run("""
                with given as (
                    update entitlement e set person = $4 from proxy_use u
                    where u.community = $1 and u.letter = $2 and u.poll = any($3)
                        and e.community = u.community and e.poll = u.poll and e.voter = u.voter
                        and not exists (select 1 from ballot b
                            where b.community = e.community and b.poll = e.poll and b.voter = e.voter)
                        and not exists (select 1 from turnout t
                            where t.community = e.community and t.poll = e.poll and t.voter = e.voter)
                    returning e.poll
                )
                update poll p set roll_changes = p.roll_changes + 1, version = p.version + 1
                where p.community = $1 and p.id in (select poll from given)
                """, letter.community(), letter.id(), polls.toArray(Long[]::new), person);
    }

    /** How the ballots of this letter stand in polls that are open now: whether its holder has any, and whether any went back. */
    record Held(boolean stands, boolean returned) {}

    static Held held(Tx tx, ProxyLetter letter) {
        return tx.first(
                        row -> new Held(row.getBoolean(0), row.getBoolean(1)),
                        """
                        select coalesce(bool_or(e.person = $3), false), coalesce(bool_or(e.person is distinct from $3), false)
                        from proxy_use u join poll p on p.community = u.community and p.id = u.poll and p.state = 'open'
                        join entitlement e on e.community = u.community and e.poll = u.poll and e.voter = u.voter
                        where u.community = $1 and u.letter = $2
                        """,
                        letter.community(),
                        letter.id(),
                        letter.holder())
                .orElseThrow();
    }
}
