package pavilion.demo;

import java.util.List;
import java.util.Optional;
import pavilion.db.Tx;
import pavilion.demo.DemoCases.Cast;
import pavilion.identity.Actor;
import pavilion.matter.MatterStore;
import pavilion.matter.MatterStore.Place;

/** Finds on the roll who plays in a demo matter. */
final class DemoMatterStore {
    private DemoMatterStore() {}

    static Optional<Place> place(Tx tx, int community, String code) {
        return tx.first(MatterStore::place, """
                select id, kind, code, name, path from place where community = $1
                and (case when $2 = 'community' then kind = 'community' else kind = 'courtyard' and code = $2 end)
                """, community, code);
    }

    static Optional<Cast> cast(Tx tx, int community, String path) {
        List<Long> people = tx.list(row -> row.getLong("person"), """
                select r.person from role r join place p on p.community = r.community and p.id = r.place
                where r.community = $1 and r.role = 'household_rep' and r.to_day is null and p.path like $2 || '%'
                order by p.code limit 40
                """, community, path);
        Optional<Long> clerk = post(tx, community, "committee");
        Optional<Long> moderator = post(tx, community, "moderator");
        return people.size() < 3 || clerk.isEmpty() || moderator.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Cast(new Actor(clerk.get(), "committee"), new Actor(moderator.get(), "moderator"), people));
    }

    private static Optional<Long> post(Tx tx, int community, String role) {
        return tx.first(
                row -> row.getLong("person"),
                "select person from role where community = $1 and role = $2 order by person limit 1",
                community,
                role);
    }
}
