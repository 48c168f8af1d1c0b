package pavilion.task;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pavilion.db.Tx;
import pavilion.matter.Matter;

/** Ratings: who has rated is stored in one table, what they said in another, and nothing joins the two. */
public final class RatingStore {
    private RatingStore() {}

    record Count(int stars, int n) {}

    public static boolean mark(Tx tx, Matter matter, long person) {
        return tx.run(
                        "insert into rated (community, matter, person) values ($1, $2, $3) on conflict do nothing",
                        matter.community(),
                        matter.id(),
                        person)
                == 1;
    }

    public static void add(Tx tx, Matter matter, int stars, String note) {
        tx.run(
                "insert into rating (community, matter, stars, note) values ($1, $2, $3, $4)",
                matter.community(),
                matter.id(),
                stars,
                note);
    }

    static boolean has(Tx tx, Matter matter, long person) {
        return tx.first(
                        row -> true,
                        "select 1 from rated where community = $1 and matter = $2 and person = $3",
                        matter.community(),
                        matter.id(),
                        person)
                .isPresent();
    }

    /** Those of the matters that this person has rated. */
    static Set<Long> rated(Tx tx, int community, Collection<Long> matters, long person) {
        return new HashSet<>(tx.list(
                row -> row.getLong("matter"),
                "select matter from rated where community = $1 and matter = any($2) and person = $3",
                community,
                matters.toArray(Long[]::new),
                person));
    }

    static List<Count> counts(Tx tx, Matter matter) {
        return tx.list(
                row -> new Count(row.getInteger("stars"), row.getInteger("n")), """
                select stars, count(*)::int as n from rating where community = $1 and matter = $2
                group by stars order by stars desc
                """, matter.community(), matter.id());
    }

    /** In the order of their random ids, which says nothing about when they were written. */
    static List<String> notes(Tx tx, Matter matter) {
        return tx.list(
                row -> row.getString("note"),
                "select note from rating where community = $1 and matter = $2 and note <> '' order by id limit 200",
                matter.community(),
                matter.id());
    }
}
