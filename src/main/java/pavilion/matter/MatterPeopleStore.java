package pavilion.matter;

import java.util.List;
import java.util.Optional;
import pavilion.db.Tx;
import pavilion.matter.MatterStore.Place;

/** What a matter needs to know of the roll: people as they are shown, and the places a matter may concern. */
public final class MatterPeopleStore {
    private MatterPeopleStore() {}

    /** How a person is named on a page: as they chose themselves, or the roll's code name, or only the family name. */
    public static final String SHOWN = """
            coalesce(a.display_name, case when n.name ~ '[0-9]$' then n.name else left(n.name, 1) || '*' end)
            """;

    public record Person(long id, boolean adult, boolean tenant, String householdPath, String shown) {}

    public static Optional<Person> byId(Tx tx, int community, long id) {
        return one(tx, "n.id = $2", community, id);
    }

    public static Optional<Person> byCode(Tx tx, int community, String code) {
        return one(tx, "n.code = $2", community, code);
    }

    private static Optional<Person> one(Tx tx, String which, Object... args) {
        return tx.first(
                row -> new Person(
                        row.getLong("id"),
                        row.getBoolean("adult"),
                        row.getBoolean("tenant"),
                        row.getString("path"),
                        row.getString("shown")),
                "select n.id, n.adult, n.tenant, coalesce(h.path, '') as path, " + SHOWN + """
                as shown from person n
                left join place h on h.community = n.community and h.id = n.household
                left join account a on a.community = n.community and a.person = n.id
                where n.community = $1 and
                """ + which,
                args);
    }

    /** The courtyards and the community among a place's ancestors and itself, nearest first. */
    public static List<Place> around(Tx tx, int community, String householdPath) {
        return tx.list(MatterStore::place, """
                select id, kind, code, name, path from place
                where community = $1 and kind in ('courtyard', 'community') and starts_with($2, path)
                order by length(path) desc
                """, community, householdPath);
    }

    /** Where somebody with a post may enter matters: every courtyard below, and the community. */
    public static List<Place> below(Tx tx, int community, List<String> paths) {
        return tx.list(MatterStore::place, """
                select id, kind, code, name, path from place
                where community = $1 and kind in ('courtyard', 'community')
                  and exists (select 1 from unnest($2::text[]) as g(path) where starts_with(place.path, g.path))
                order by kind desc, code
                """, community, paths.toArray(String[]::new));
    }
}
