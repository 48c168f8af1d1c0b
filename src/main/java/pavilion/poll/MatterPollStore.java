package pavilion.poll;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pavilion.db.Times;
import pavilion.db.Tx;

/** Open polls by what they are held on, for lists. */
public final class MatterPollStore {
    private MatterPollStore() {}

    public static Optional<Poll> find(Tx tx, int community, long poll) {
        return PollStore.find(tx, community, poll);
    }

    /**
     * @param closes when the first of them closes by itself
     * @param mayVote whether the person has a ballot to cast in one of them
     * @param papers whether a paper waits for this person in one of them: somebody else typed it in, or two differ
     */
    public record OpenPoll(@Nullable Instant closes, boolean mayVote, boolean papers) {}

    /** @return by the id of the matter; those without an open poll are left out */
    public static Map<Long, OpenPoll> open(Tx tx, int community, Collection<Long> matters, long person) {
        Map<Long, OpenPoll> open = new HashMap<>();
        tx.query("""
                select q.matter, min(q.closes_at) as closes,
                    bool_or(exists (select 1 from entitlement t
                        where t.community = q.community and t.poll = q.id and t.person = $3
                        and not exists (select 1 from ballot b where b.community = q.community and b.poll = q.id
                            and b.voter = t.voter)
                        and not exists (select 1 from turnout u where u.community = q.community and u.poll = q.id
                            and u.voter = t.voter))) as may_vote,
                    bool_or(exists (select 1 from paper_entry e where e.community = q.community and e.poll = q.id
                        and not exists (select 1 from ballot b where b.community = q.community and b.poll = q.id
                            and b.voter = e.voter and b.channel <> 'paper')
                        group by e.voter having count(*) > 1 or not bool_or(e.person = $3))) as papers
                from poll q where q.community = $1 and q.matter = any($2) and q.state = 'open' group by q.matter
                """, community, matters.toArray(Long[]::new), person)
                .forEach(row -> open.put(
                        row.getLong("matter"),
                        new OpenPoll(Times.of(row, "closes"), row.getBoolean("may_vote"), row.getBoolean("papers"))));
        return open;
    }

    /** Of these matters those whose newest count this person has signed, or objected to, since it was made. */
    public static Set<Long> countSignedBy(Tx tx, int community, Collection<Long> matters, long person) {
        return Set.copyOf(tx.list(row -> row.getLong(0), """
                select distinct p.matter from poll p join count_signature s on s.community = p.community and s.poll = p.id
                where p.community = $1 and p.matter = any($2) and p.state = 'closed' and s.person = $3
                """, community, matters.toArray(Long[]::new), person));
    }

    /** What is being asked just now on a matter; empty while no poll of it is open. */
    public static Optional<String> openQuestion(Tx tx, int community, long matter) {
        return tx.first(
                row -> row.getString(0),
                "select question from poll where community = $1 and matter = $2 and state = 'open' order by id limit 1",
                community,
                matter);
    }
}
