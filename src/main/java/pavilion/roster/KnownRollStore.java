package pavilion.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pavilion.db.Tx;

/** Reads what the roll holds before an import; its lock is held by {@link RollStore#open}. */
final class KnownRollStore {
    private KnownRollStore() {}

    private record Household(String code, KnownRoll.Lies lies) {}

    private record Member(String household, String name, String code) {}

    static KnownRoll read(Tx tx, int community) {
        Map<String, String> courtyards = new HashMap<>();
        Map<String, KnownRoll.Lies> households = new HashMap<>();
        Map<String, String> byLabel = new HashMap<>();
        Map<String, List<String>> people = new HashMap<>();
        Set<String> codes = new HashSet<>();
        // By name first: where a name is another courtyard's code, it is that one.
        for (Place place : PlaceStore.ofKind(tx, community, "courtyard", "/")) {
            courtyards.putIfAbsent(place.name(), place.code());
        }
        for (Place place : PlaceStore.ofKind(tx, community, "courtyard", "/")) {
            courtyards.put(place.code(), place.code());
        }
        for (Household household : households(tx, community)) {
            households.put(household.code(), household.lies());
            byLabel.putIfAbsent(
                    KnownRoll.label(
                            household.lies().courtyard(), household.lies().name()),
                    household.code());
        }
        for (Member member : members(tx, community)) {
            people.computeIfAbsent(KnownRoll.label(member.household(), member.name()), none -> new ArrayList<>())
                    .add(member.code());
            codes.add(member.code());
        }
        return new KnownRoll(courtyards, households, byLabel, people, codes);
    }

    private static List<Household> households(Tx tx, int community) {
        return tx.list(
                row -> new Household(
                        row.getString("code"),
                        new KnownRoll.Lies(
                                row.getString("courtyard"), row.getString("building"), row.getString("name"))),
                """
                select h.code, h.name, y.code as courtyard,
                       case when b.kind = 'building' then substr(b.code, length(y.code) + 2) else '' end as building
                from place h
                join place b on b.community = h.community and b.id = h.parent
                join place y on y.community = h.community and y.kind = 'courtyard'
                    and y.id = case when b.kind = 'building' then b.parent else b.id end
                where h.community = $1 and h.kind = 'household' order by h.code
                """,
                community);
    }

    private static List<Member> members(Tx tx, int community) {
        return tx.list(
                row -> new Member(row.getString("household"), row.getString("name"), row.getString("code")),
                """
                select coalesce(h.code, '') as household, p.name, p.code from person p
                left join place h on h.community = p.community and h.id = p.household
                where p.community = $1 order by length(p.code), p.code
                """,
                community);
    }
}
