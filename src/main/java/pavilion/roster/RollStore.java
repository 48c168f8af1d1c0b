package pavilion.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;

/** Imports a roll set by set: its rows go into a temporary table of the transaction, and from there into the roll. */
final class RollStore {
    private RollStore() {}

    static void open(Tx tx, int community) {
        tx.query("select id from community where id = $1 for update", community);
        tx.run("""
                create temp table roll_row (line bigint, courtyard text, building text, household text, area_c bigint,
                    person text, name text, adult boolean, tenant boolean, representative boolean, label text,
                    courtyard_name text) on commit drop
                """);
    }

    /** @param names what a courtyard is called that is new, by its code */
    static void stage(Tx tx, List<RollSheet.Entry> rows, Map<String, String> names) {
        tx.run(
                """
                insert into roll_row select * from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::bigint[],
                    $6::text[], $7::text[], $8::boolean[], $9::boolean[], $10::boolean[], $11::text[], $12::text[])
                """,
                column(rows, RollSheet.Entry::line, Long[]::new),
                column(rows, RollSheet.Entry::courtyard, String[]::new),
                column(rows, RollSheet.Entry::building, String[]::new),
                column(rows, RollSheet.Entry::household, String[]::new),
                column(rows, RollSheet.Entry::areaC, Long[]::new),
                column(rows, RollSheet.Entry::person, String[]::new),
                column(rows, RollSheet.Entry::name, String[]::new),
                column(rows, RollSheet.Entry::adult, Boolean[]::new),
                column(rows, RollSheet.Entry::tenant, Boolean[]::new),
                column(rows, RollSheet.Entry::representative, Boolean[]::new),
                column(rows, e -> e.home() == null ? null : e.home().label(), String[]::new),
                column(rows, e -> names.getOrDefault(e.courtyard(), e.courtyard()), String[]::new));
    }

    /** Without this, the planner treats a table that has just been filled as empty, which costs seconds. */
    static void analyze(Tx tx, String table) {
        tx.run("analyze " + table);
    }

    /** The lines of households that the roll has in another courtyard. */
    static List<Long> moved(Tx tx, int community) {
        return tx.list(row -> row.getLong("line"), """
                select min(r.line) as line from roll_row r
                join place h on h.community = $1 and h.kind = 'household' and h.code = r.household
                left join place y on y.community = $1 and y.kind = 'courtyard' and y.code = r.courtyard
                where y.id is null or h.path not like y.path || '%'
                group by r.household order by 1 limit 200
                """, community);
    }

    static void courtyards(Tx tx, int community) {
        tx.run("""
                insert into place (community, id, parent, kind, code, name, path)
                select $1, n.id, root.id, 'courtyard', n.code, n.name, root.path || n.id || '/'
                from (select d.code, d.name, nextval('ids') as id
                      from (select distinct courtyard as code, courtyard_name as name from roll_row) d
                      where not exists (select from place p
                          where p.community = $1 and p.kind = 'courtyard' and p.code = d.code)) n
                join place root on root.community = $1 and root.kind = 'community'
                """, community);
    }

    static void buildings(Tx tx, int community) {
        tx.run("""
                insert into place (community, id, parent, kind, code, name, path)
                select $1, n.id, y.id, 'building', n.code, n.building, y.path || n.id || '/'
                from (select d.*, nextval('ids') as id
                      from (select distinct courtyard, building, courtyard || '-' || building as code
                            from roll_row where building <> '') d
                      where not exists (select from place p
                          where p.community = $1 and p.kind = 'building' and p.code = d.code)) n
                join place y on y.community = $1 and y.kind = 'courtyard' and y.code = n.courtyard
                """, community);
    }

    static int households(Tx tx, int community) {
        return tx.run("""
                insert into place (community, id, parent, kind, code, name, path)
                select $1, n.id, up.id, 'household', n.household, coalesce(n.label, n.household), up.path || n.id || '/'
                from (select d.*, nextval('ids') as id
                      from (select distinct on (household) courtyard, building, household, label from roll_row
                            order by household, label is null, line) d
                      where not exists (select from place p
                          where p.community = $1 and p.kind = 'household' and p.code = d.household)) n
                join place up on up.community = $1
                    and up.kind = case when n.building = '' then 'courtyard' else 'building' end
                    and up.code = case when n.building = '' then n.courtyard else n.courtyard || '-' || n.building end
                """, community);
    }

    /** @return how many flats changed size */
    static int areas(Tx tx, int community) {
        int changed = tx.run("""
                update unit u set area_c = d.area_c
                from (select distinct household, area_c from roll_row where area_c is not null) d
                where u.community = $1 and u.code = d.household and u.kind = 'dwelling' and u.area_c <> d.area_c
                """, community);
        tx.run("""
                insert into unit (community, place, code, kind, area_c)
                select $1, h.id, d.household, 'dwelling', d.area_c
                from (select distinct household, area_c from roll_row where area_c is not null) d
                join place h on h.community = $1 and h.kind = 'household' and h.code = d.household
                on conflict (community, code) do nothing
                """, community);
        return changed;
    }

    /** What the file does not say of somebody who is on the roll stays as it is. */
    static void keepUnsaid(Tx tx, int community, RollSheet sheet) {
        for (String column : List.of("adult", "tenant")) {
            if (!sheet.says(column)) {
                tx.run(
                        "update roll_row r set " + column + " = p." + column
                                + " from person p where p.community = $1 and p.code = r.person",
                        community);
            }
        }
        if (!sheet.says("representative")) {
            tx.run("""
                    update roll_row r set representative = coalesce(n.code = r.person, false)
                    from place h
                    join role o on o.community = h.community and o.place = h.id and o.role = 'household_rep' and o.to_day is null
                    join person n on n.community = o.home and n.id = o.person
                    where h.community = $1 and h.kind = 'household' and h.code = r.household
                    """, community);
        }
    }

    static int peopleChanged(Tx tx, int community) {
        return tx.run("""
                update person p set household = h.id, name = r.name, adult = r.adult, tenant = r.tenant
                from roll_row r join place h on h.community = $1 and h.kind = 'household' and h.code = r.household
                where p.community = $1 and p.code = r.person
                  and (p.household, p.name, p.adult, p.tenant) is distinct from (h.id, r.name, r.adult, r.tenant)
                """, community);
    }

    static int peopleNew(Tx tx, int community) {
        return tx.run("""
                insert into person (community, household, name, code, adult, permanent, tenant)
                select $1, h.id, r.name, r.person, r.adult, not r.tenant, r.tenant
                from roll_row r join place h on h.community = $1 and h.kind = 'household' and h.code = r.household
                where r.person is not null
                on conflict (community, code) do nothing
                """, community);
    }

    private static final String WANTED = """
            with wanted as (
                select p.id as person, h.id as place, r.adult, r.representative
                from roll_row r
                join person p on p.community = $1 and p.code = r.person
                join place h on h.community = $1 and h.kind = 'household' and h.code = r.household
            ),
            over as (
                select o.person, o.role, o.place, o.from_day from role o join wanted w on w.person = o.person
                where o.community = $1 and o.home = $1 and o.to_day is null
                  and (o.role = 'household_rep' and not (w.representative and w.place = o.place)
                       or o.role = 'resident' and not (w.adult and w.place = o.place))
                union
                select o.person, o.role, o.place, o.from_day from role o
                join wanted w on w.place = o.place and w.representative and w.person <> o.person
                where o.community = $1 and o.role = 'household_rep' and o.to_day is null
            )
            """;

    /**
     * Ends the roles that the file no longer has; one that began today is deleted.
     *
     * @return ended representatives
     */
    static long end(Tx tx, int community, LocalDate today) {
        String both = """
                , gone as (
                    delete from role r using over o where r.community = $1 and r.person = o.person and r.role = o.role
                      and r.place = o.place and r.from_day = o.from_day and r.from_day >= $2 returning r.role
                ),
                ended as (
                    update role r set to_day = $2::date - 1 from over o where r.community = $1 and r.person = o.person
                      and r.role = o.role and r.place = o.place and r.from_day = o.from_day and r.from_day < $2
                    returning r.role
                )
                select count(*) as n from (select * from gone union all select * from ended) x
                where role = 'household_rep'
                """;
        return tx.first(row -> row.getLong("n"), WANTED + both, community, today)
                .orElse(0L);
    }

    /** Begins the roles that the file has and the roll has not. @return new representatives */
    static int begin(Tx tx, int community, LocalDate today) {
        String insert = """
                insert into role (community, home, person, role, place, from_day)
                select $1, $1, w.person, $3, w.place, $2 from wanted w
                where (case when $3 = 'resident' then w.adult else w.representative end)
                  and not exists (select from role o where o.community = $1 and o.home = $1 and o.person = w.person
                                  and o.role = $3 and o.place = w.place and o.to_day is null)
                -- given today until some day: from now on without an end
                on conflict (community, person, role, place, from_day) do update set to_day = null
                """;
        tx.run(WANTED + insert, community, today, "resident");
        return tx.run(WANTED + insert, community, today, "household_rep");
    }

    static void rename(Tx tx, Place place, String name) {
        tx.run("update place set name = $3 where community = $1 and id = $2", place.community(), place.id(), name);
    }

    /** The roll as rows of a file, in the order of its codes. */
    static List<RollSheet.Entry> export(Tx tx, int community, String below) {
        return tx.list(
                row -> new RollSheet.Entry(
                        0,
                        row.getString("courtyard"),
                        row.getString("building"),
                        row.getString("household"),
                        null,
                        row.getLong("area_c"),
                        row.getString("person"),
                        row.getString("name"),
                        Boolean.TRUE.equals(row.getBoolean("adult")),
                        Boolean.TRUE.equals(row.getBoolean("tenant")),
                        Boolean.TRUE.equals(row.getBoolean("representative"))),
                """
                select y.code as courtyard, h.code as household, u.area_c, p.code as person, p.name, p.adult, p.tenant,
                       case when b.kind = 'building' then substr(b.code, length(y.code) + 2) else '' end as building,
                       r.person is not null as representative
                from place h
                join place b on b.community = h.community and b.id = h.parent
                join place y on y.community = h.community and y.kind = 'courtyard'
                    and y.id = case when b.kind = 'building' then b.parent else b.id end
                left join unit u on u.community = h.community and u.place = h.id and u.kind = 'dwelling'
                    and u.code = h.code
                left join person p on p.community = h.community and p.household = h.id
                left join role r on r.community = h.community and r.place = h.id and r.role = 'household_rep'
                    and r.to_day is null and r.person = p.id and r.home = h.community
                where h.community = $1 and h.kind = 'household' and h.path like $2 || '%'
                order by h.code collate "C", length(p.code), p.code collate "C"
                """,
                community,
                below);
    }

    private static <T, C> C[] column(List<T> all, Function<T, @Nullable C> of, IntFunction<C[]> array) {
        return all.stream().map(of).toArray(array);
    }
}
