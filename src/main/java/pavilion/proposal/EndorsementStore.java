package pavilion.proposal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.matter.Matter;

/** Who has endorsed a proposal: each person once. */
public final class EndorsementStore {
    private EndorsementStore() {}

    public static boolean add(Tx tx, Matter matter, long person, Instant at) {
        return tx.run("""
                        insert into endorsement (community, matter, person, at) values ($1, $2, $3, $4)
                        on conflict do nothing
                        """, matter.community(), matter.id(), person, Times.at(at)) == 1;
    }

    static boolean remove(Tx tx, Matter matter, long person) {
        return tx.run(
                        "delete from endorsement where community = $1 and matter = $2 and person = $3",
                        matter.community(),
                        matter.id(),
                        person)
                == 1;
    }

    static int count(Tx tx, Matter matter) {
        return tx.first(
                        row -> row.getInteger("n"),
                        "select count(*)::int as n from endorsement where community = $1 and matter = $2",
                        matter.community(),
                        matter.id())
                .orElse(0);
    }

    /** Those of the matters that this person has endorsed. */
    static Set<Long> endorsed(Tx tx, int community, Collection<Long> matters, long person) {
        return new HashSet<>(tx.list(
                row -> row.getLong("matter"),
                "select matter from endorsement where community = $1 and matter = any($2) and person = $3",
                community,
                matters.toArray(Long[]::new),
                person));
    }

    static boolean has(Tx tx, Matter matter, long person) {
        return tx.first(
                        row -> true,
                        "select 1 from endorsement where community = $1 and matter = $2 and person = $3",
                        matter.community(),
                        matter.id(),
                        person)
                .isPresent();
    }
}
