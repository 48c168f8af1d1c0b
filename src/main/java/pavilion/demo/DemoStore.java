package pavilion.demo;

import static pavilion.db.Times.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;

/** Writes a whole roll, one statement a table. */
final class DemoStore {
    private DemoStore() {}

    static boolean anyCommunity(Tx tx) {
        return tx.query("select from community limit 1").size() > 0;
    }

    static void setLastId(Tx tx, long id) {
        tx.query("select setval('ids', greatest($1, nextval('ids')))", id);
    }

    static long area(Tx tx, @Nullable Long parent, String kind, String name) {
        return tx.first(
                        row -> row.getLong("id"),
                        "insert into area (parent, kind, name) values ($1, $2, $3) returning id",
                        parent,
                        kind,
                        name)
                .orElseThrow();
    }

    static void community(Tx tx, int id, String code, String name, long street) {
        tx.run("insert into community (id, code, name, street) values ($1, $2, $3, $4)", id, code, name, street);
    }

    static void places(Tx tx, List<DemoRoll.Place> all) {
        tx.run(
                """
                insert into place (community, id, parent, kind, code, name, path, governance, old)
                select * from unnest($1::int[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[],
                                     $7::text[], $8::text[], $9::boolean[])
                """,
                column(all, DemoRoll.Place::community, Integer[]::new),
                column(all, DemoRoll.Place::id, Long[]::new),
                column(all, DemoRoll.Place::parent, Long[]::new),
                column(all, DemoRoll.Place::kind, String[]::new),
                column(all, DemoRoll.Place::code, String[]::new),
                column(all, DemoRoll.Place::name, String[]::new),
                column(all, DemoRoll.Place::path, String[]::new),
                column(all, DemoRoll.Place::governance, String[]::new),
                column(all, DemoRoll.Place::old, Boolean[]::new));
    }

    static void people(Tx tx, List<DemoRoll.Person> all) {
        tx.run(
                """
                insert into person (community, id, household, name, code, adult, permanent, tenant)
                select * from unnest($1::int[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::boolean[],
                                     $7::boolean[], $8::boolean[])
                """,
                column(all, DemoRoll.Person::community, Integer[]::new),
                column(all, DemoRoll.Person::id, Long[]::new),
                column(all, p -> p.household() == null ? null : p.household().id(), Long[]::new),
                column(all, DemoRoll.Person::name, String[]::new),
                column(all, DemoRoll.Person::code, String[]::new),
                column(all, DemoRoll.Person::adult, Boolean[]::new),
                column(all, DemoRoll.Person::permanent, Boolean[]::new),
                column(all, DemoRoll.Person::tenant, Boolean[]::new));
    }

    static void roles(Tx tx, List<DemoRoll.Role> all, LocalDate since) {
        tx.run(
                """
                insert into role (community, home, person, role, place, from_day)
                select t.community, t.community, t.person, t.role, t.place, $5
                from unnest($1::int[], $2::bigint[], $3::text[], $4::bigint[]) as t(community, person, role, place)
                """,
                column(all, DemoRoll.Role::community, Integer[]::new),
                column(all, DemoRoll.Role::person, Long[]::new),
                column(all, DemoRoll.Role::role, String[]::new),
                column(all, DemoRoll.Role::place, Long[]::new),
                since);
    }

    static void owners(Tx tx, List<DemoRoll.Owner> all) {
        tx.run(
                """
                insert into owner (community, id, name, kind, voter)
                select * from unnest($1::int[], $2::bigint[], $3::text[], $4::text[], $5::bigint[])
                """,
                column(all, DemoRoll.Owner::community, Integer[]::new),
                column(all, DemoRoll.Owner::id, Long[]::new),
                column(all, DemoRoll.Owner::name, String[]::new),
                column(all, DemoRoll.Owner::kind, String[]::new),
                column(all, DemoRoll.Owner::voter, Long[]::new));
    }

    static void units(Tx tx, List<DemoRoll.Unit> all) {
        tx.run(
                """
                insert into unit (community, id, place, code, kind, area_c, owner)
                select * from unnest($1::int[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::bigint[],
                                     $7::bigint[])
                """,
                column(all, DemoRoll.Unit::community, Integer[]::new),
                column(all, DemoRoll.Unit::id, Long[]::new),
                column(all, DemoRoll.Unit::place, Long[]::new),
                column(all, DemoRoll.Unit::code, String[]::new),
                column(all, DemoRoll.Unit::kind, String[]::new),
                column(all, DemoRoll.Unit::areaC, Long[]::new),
                column(all, DemoRoll.Unit::owner, Long[]::new));
    }

    static void partners(Tx tx, List<DemoRoll.Partner> all) {
        tx.run(
                """
                insert into partner (community, id, kind, name)
                select * from unnest($1::int[], $2::bigint[], $3::text[], $4::text[])
                """,
                column(all, DemoRoll.Partner::community, Integer[]::new),
                column(all, DemoRoll.Partner::id, Long[]::new),
                column(all, DemoRoll.Partner::kind, String[]::new),
                column(all, DemoRoll.Partner::name, String[]::new));
    }

    static void accounts(Tx tx, List<DemoRoll.Person> all, Integer[] levels, String passwordHash, Instant now) {
        tx.run(
                """
                insert into account (community, person, display_name, password_hash, level, created_at)
                select t.community, t.person, t.name, $5, t.level, $6
                from unnest($1::int[], $2::bigint[], $3::text[], $4::int[]) as t(community, person, name, level)
                """,
                column(all, DemoRoll.Person::community, Integer[]::new),
                column(all, DemoRoll.Person::id, Long[]::new),
                column(all, DemoRoll.Person::name, String[]::new),
                levels,
                passwordHash,
                at(now));
    }

    private static <T, C> C[] column(List<T> all, Function<T, @Nullable C> of, IntFunction<C[]> array) {
        return all.stream().map(of).toArray(array);
    }
}
