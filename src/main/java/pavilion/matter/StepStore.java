package pavilion.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.identity.Actor;

/** The record of a matter's steps. */
public final class StepStore {
    private StepStore() {}

    public static void add(
            Tx tx,
            Matter matter,
            @Nullable String from,
            @Nullable String to,
            String move,
            Actor by,
            String reason,
            Instant at,
            @Nullable LocalDate due) {
        tx.run("""
                insert into step (community, matter, seq, from_stage, to_stage, move, by_person, by_post, reason, at, due)
                select $1, $2, coalesce(max(seq), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10
                from step where community = $1 and matter = $2
                """, matter.community(), matter.id(), from, to, move, by.person(), by.post(), reason, Times.at(at), due);
    }

    /** Oldest first. */
    public static List<MatterStep> of(Tx tx, int community, long matter) {
        return tx.list(
                row -> new MatterStep(
                        row.getInteger("seq"),
                        row.getString("from_stage"),
                        row.getString("to_stage"),
                        row.getString("move"),
                        row.getLong("by_person"),
                        row.getString("by_post"),
                        row.getString("reason"),
                        Times.of(row, "at"),
                        row.getLocalDate("due")),
                """
                select seq, from_stage, to_stage, move, by_person, by_post, reason, at, due from step
                where community = $1 and matter = $2 order by seq
                """,
                community,
                matter);
    }

    /** Those of the matters that this person moved on from one of these stages. */
    public static Set<Long> movedBy(
            Tx tx, int community, Collection<Long> matters, long person, Collection<String> stages) {
        return new HashSet<>(tx.list(
                row -> row.getLong("matter"),
                """
                select distinct matter from step
                where community = $1 and matter = any($2) and by_person = $3 and from_stage = any($4)
                    and to_stage is distinct from from_stage
                """,
                community,
                matters.toArray(Long[]::new),
                person,
                stages.toArray(String[]::new)));
    }
}
