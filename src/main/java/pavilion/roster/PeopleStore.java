package pavilion.roster;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;
import pavilion.rules.Refused;

/** People as the committee sees them, and the posts they hold. */
public final class PeopleStore {
    private PeopleStore() {}

    /** @param path of the household; of the community itself for people without one */
    record PersonOnRoll(
            long id,
            String code,
            String name,
            String household,
            String path,
            boolean adult,
            boolean tenant,
            int level,
            String account) {}

    /** A post that is or was held; {@code to} is its last day. */
    public record Post(
            String role,
            long place,
            String placeCode,
            String placeName,
            String placePath,
            LocalDate from,
            @Nullable LocalDate to) {}

    private static final String LINE = """
            select p.id, p.code, p.name, p.adult, p.tenant, coalesce(h.code, '') as household,
                   coalesce(h.path, root.path) as path, coalesce(a.level, 0) as level,
                   coalesce(a.display_name, '') as account
            from person p
            join place root on root.community = p.community and root.kind = 'community'
            left join place h on h.community = p.community and h.id = p.household
            left join account a on a.community = p.community and a.person = p.id
            """;

    static List<PersonOnRoll> search(Tx tx, int community, String below, String words, int page, int size) {
        return tx.list(PeopleStore::line, LINE + """
                where p.community = $1 and coalesce(h.path, root.path) like $2 || '%'
                  and ($3 = '' or position(lower($3) in lower(p.code)) > 0 or position($3 in p.name) > 0
                       or position(lower($3) in lower(coalesce(a.display_name, ''))) > 0)
                order by p.code collate "C" limit $4 offset $5
                """, community, below, words, size + 1, (long) page * size);
    }

    static Optional<PersonOnRoll> find(Tx tx, int community, long person) {
        return tx.first(PeopleStore::line, LINE + "where p.community = $1 and p.id = $2", community, person);
    }

    private static PersonOnRoll line(Row row) {
        return new PersonOnRoll(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("household"),
                row.getString("path"),
                row.getBoolean("adult"),
                row.getBoolean("tenant"),
                row.getInteger("level"),
                row.getString("account"));
    }

    static List<Post> posts(Tx tx, int community, long person) {
        return tx.list(
                row -> new Post(
                        row.getString("role"),
                        row.getLong("place"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("path"),
                        row.getLocalDate("from_day"),
                        row.getLocalDate("to_day")),
                """
                select r.role, r.place, g.code, g.name, g.path, r.from_day, r.to_day
                from role r join place g on g.community = r.community and g.id = r.place
                where r.community = $1 and r.home = $1 and r.person = $2
                order by r.to_day nulls first, r.role, g.code
                """,
                community,
                person);
    }

    static void give(
            Tx tx, int community, long person, String role, long place, LocalDate from, @Nullable LocalDate to) {
        try {
            tx.run("""
                    insert into role (community, home, person, role, place, from_day, to_day)
                    values ($1, $1, $2, $3, $4, $5, $6)
                    """, community, person, role, place, from, to);
        } catch (PgException e) {
            if ("household_rep_once".equals(e.getConstraint())) {
                throw new Refused("roster.role.representative-taken");
            }
            if ("23505".equals(e.getSqlState())) {
                throw new Refused("roster.role.has-it");
            }
            throw e;
        }
    }

    /**
     * Ends a post: its last day is yesterday, and one that began today is deleted.
     *
     * @return whether there was one to end
     */
    static boolean end(Tx tx, int community, long person, String role, long place, LocalDate today) {
        int gone = tx.run("""
                delete from role where community = $1 and home = $1 and person = $2 and role = $3 and place = $4
                  and from_day >= $5
                """, community, person, role, place, today);
        int ended = tx.run("""
                update role set to_day = $5::date - 1 where community = $1 and home = $1 and person = $2 and role = $3
                  and place = $4 and from_day < $5 and (to_day is null or to_day >= $5)
                """, community, person, role, place, today);
        return gone + ended > 0;
    }
}
