package pavilion.account;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;

/** The first rows of a community. */
final class CommunitySetupStore {
    private CommunitySetupStore() {}

    /** The person who gets the invitation. */
    record RollPerson(int community, long person, String code, boolean adult) {}

    static boolean taken(Tx tx, String code) {
        return tx.query("select from community where code = $1", code).size() > 0;
    }

    /** The id of the street or district of that name, which is made if it does not exist yet. */
    static long area(Tx tx, @Nullable Long parent, String kind, String name) {
        Optional<Long> known = tx.first(
                row -> row.getLong("id"),
                "select id from area where kind = $1 and name = $2 and parent is not distinct from $3::bigint order by id",
                kind,
                name,
                parent);
        return known.orElseGet(() -> tx.first(
                        row -> row.getLong("id"),
                        "insert into area (parent, kind, name) values ($1, $2, $3) returning id",
                        parent,
                        kind,
                        name)
                .orElseThrow());
    }

    static int community(Tx tx, String code, String name, long street) {
        return tx.first(row -> row.getInteger("id"), """
                        insert into community (id, code, name, street)
                        values ((select coalesce(max(id), 0) + 1 from community), $1, $2, $3) returning id
                        """, code, name, street).orElseThrow();
    }

    /** @return the root's id */
    static long root(Tx tx, int community, String code, String name) {
        return tx.first(row -> row.getLong("id"), """
                        insert into place (community, id, kind, code, name, path)
                        select $1, n.id, 'community', $2, $3, '/' || n.id || '/' from (select nextval('ids') as id) n
                        returning id
                        """, community, code, name).orElseThrow();
    }

    /** Somebody who works here and need not live here: in no household, not counted among the residents. */
    static long worker(Tx tx, int community, String code, String name) {
        return tx.first(
                        row -> row.getLong("id"),
                        "insert into person (community, name, code, adult, permanent) values ($1, $2, $3, true, false) returning id",
                        community,
                        name,
                        code)
                .orElseThrow();
    }

    static void role(Tx tx, int community, long person, String role, long place, LocalDate from) {
        tx.run("""
                insert into role (community, home, person, role, place, from_day) values ($1, $1, $2, $3, $4, $5)
                """, community, person, role, place, from);
    }

    static Optional<RollPerson> byCode(Tx tx, String community, String person) {
        return tx.first(
                row -> new RollPerson(
                        row.getInteger("community"), row.getLong("id"), row.getString("code"), row.getBoolean("adult")),
                """
                select p.community, p.id, p.code, p.adult from person p join community c on c.id = p.community
                where c.code = $1 and p.code = $2
                """,
                community,
                person);
    }
}
