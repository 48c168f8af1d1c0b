package pavilion.electorate;

import io.vertx.sqlclient.Row;
import java.util.List;
import pavilion.db.Tx;
import pavilion.rules.Refused;

/** The rolls of a community, below a place. */
final class ElectorateStore {
    private ElectorateStore() {}

    /**
     * Households that have named a representative: one household, one voice. Within one courtyard a household is
     * labelled as its people call it; across courtyards only its code is unmistakable.
     */
    private static final String HOUSEHOLDS = """
            select h.id as voter, case when exists (
                    select 1 from place y where y.community = $1 and y.path = $2
                        and y.kind in ('courtyard', 'building', 'household')) then h.name else h.code end as label, r.person, 0::bigint as area_c, 1 as heads
            from place h
            join role r on r.community = h.community and r.place = h.id and r.role = 'household_rep'
                and r.to_day is null
            where h.community = $1 and h.kind = 'household' and h.path like $2 || '%'
            order by h.code
            """;

    private static final String ADULTS = """
            select n.id as voter, n.code as label, n.id as person, 0::bigint as area_c, 1 as heads
            from person n join place h on h.community = n.community and h.id = n.household
            where n.community = $1 and n.adult and h.path like $2 || '%'
            order by n.code
            """;

    private static final String RESIDENT_REPS = """
            select distinct on (n.code) n.id as voter, n.code as label, n.id as person, 0::bigint as area_c, 1 as heads
            from role r
            join place p on p.community = r.community and p.id = r.place
            join person n on n.community = r.home and n.id = r.person
            where r.community = $1 and r.role in (:roles) and r.to_day is null and p.path like $2 || '%'
            order by n.code
            """;

    /**
     * Judicial interpretation, Art. 8-9: an owner of several parts is one head, the areas are added. Art. 2: a parking
     * space can be a part of its own; it counts only where the adopted rule says so.
     */
    private static final String OWNERS = """
            select o.id as voter, min(u.code) || case when count(*) > 1 then ' +' || (count(*) - 1) else '' end as label,
                o.voter as person, sum(u.area_c)::bigint as area_c, 1 as heads
            from unit u
            join place p on p.community = u.community and p.id = u.place
            join owner o on o.community = u.community and o.id = u.owner
            where u.community = $1 and p.path like $2 || '%' :parts
            group by o.id, o.voter
            order by 2
            """;

    static List<Voter> voters(Tx tx, RollKind kind, int community, String path) {
        return tx.list(ElectorateStore::voter, roll(kind), community, path);
    }

    /** Only those of one person: reading the whole roll for each who checks in would hold up the next. */
    static List<Voter> votersOf(Tx tx, RollKind kind, int community, String path, long person) {
        String sql = "select * from (" + roll(kind) + ") roll where roll.person = $3";
        return tx.list(ElectorateStore::voter, sql, community, path, person);
    }

    private static String roll(RollKind kind) {
        return switch (kind.electorate()) {
            case HOUSEHOLD_REPS -> HOUSEHOLDS;
            case ADULTS -> ADULTS;
            case RESIDENT_REPS -> RESIDENT_REPS.replace(":roles", "'resident_rep'");
            case REPS_MEETING -> RESIDENT_REPS.replace(":roles", "'resident_rep', 'committee'");
            case OWNERS -> OWNERS.replace(":parts", kind.parking() ? "" : "and u.kind <> 'parking'");
            default ->
                throw new Refused("matter.electorate.unknown", kind.electorate().name());
        };
    }

    private static Voter voter(Row row) {
        return new Voter(
                row.getLong("voter"),
                row.getString("label"),
                row.getLong("person"),
                row.getLong("area_c"),
                row.getInteger("heads"));
    }
}
