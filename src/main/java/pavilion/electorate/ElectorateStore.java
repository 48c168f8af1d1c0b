package pavilion.electorate;

import io.vertx.sqlclient.Row;
import java.util.List;
import pavilion.db.Tx;
import pavilion.rules.ElectorateKind;
import pavilion.rules.Refused;

/** The four rolls of a community, below a place. */
final class ElectorateStore {
    private ElectorateStore() {}

    /**
     * Households that have named a representative: one household, one voice. Within one courtyard a door is called as
     * its people call it; across courtyards only the code of the roll is unmistakable.
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

    /** Judicial interpretation, Art. 8-9: an owner of several parts is one head, the areas are added. Parking does not count. */
    private static final String OWNERS = """
            select o.id as voter, min(u.code) || case when count(*) > 1 then ' +' || (count(*) - 1) else '' end as label,
                o.voter as person, sum(u.area_c)::bigint as area_c, 1 as heads
            from unit u
            join place p on p.community = u.community and p.id = u.place
            join owner o on o.community = u.community and o.id = u.owner
            where u.community = $1 and p.path like $2 || '%' and u.kind <> 'parking'
            group by o.id, o.voter
            order by 2
            """;

    static List<Voter> seats(Tx tx, ElectorateKind kind, int community, String path) {
        return tx.list(ElectorateStore::seat, roll(kind), community, path);
    }

    /** Only those that this person holds: when a hall comes in, reading the whole roll for each would hold up the next. */
    static List<Voter> seatsOf(Tx tx, ElectorateKind kind, int community, String path, long person) {
        String sql = "select * from (" + roll(kind) + ") roll where roll.person = $3";
        return tx.list(ElectorateStore::seat, sql, community, path, person);
    }

    private static String roll(ElectorateKind kind) {
        return switch (kind) {
            case HOUSEHOLD_REPS -> HOUSEHOLDS;
            case ADULTS -> ADULTS;
            case RESIDENT_REPS -> RESIDENT_REPS.replace(":roles", "'resident_rep'");
            case REPS_MEETING -> RESIDENT_REPS.replace(":roles", "'resident_rep', 'committee'");
            case OWNERS -> OWNERS;
            default -> throw new Refused("matter.electorate.unknown", kind.name());
        };
    }

    private static Voter seat(Row row) {
        return new Voter(
                row.getLong("voter"),
                row.getString("label"),
                row.getLong("person"),
                row.getLong("area_c"),
                row.getInteger("heads"));
    }
}
