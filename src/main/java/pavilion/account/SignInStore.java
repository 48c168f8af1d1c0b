package pavilion.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.identity.RoleGrant;
import pavilion.text.CommunityTime;

/** The browsers that are signed in. A token is kept only as its hash. */
final class SignInStore {
    private static final String FIND = """
            select t.hash, a.community, a.person, a.display_name, a.level, p.household, h.path as household_path,
                   r.role, r.community as at_community, r.place, g.path
            from unnest($1::text[]) as t(hash)
            join sign_in s on s.token_hash = decode(t.hash, 'hex') and s.expires_at > $2
            join account a on a.community = s.community and a.person = s.person
            join person p on p.community = a.community and p.id = a.person
            left join place h on h.community = p.community and h.id = p.household
            left join role r on r.home = a.community and r.person = a.person
                 and r.from_day <= $3 and (r.to_day is null or r.to_day >= $3)
            left join place g on g.community = r.community and g.id = r.place
            """;

    private SignInStore() {}

    /** Adds a sign-in and removes this person's expired ones. */
    static void add(Tx tx, String tokenHash, int community, long person, Instant now, Instant until) {
        tx.run(
                "delete from sign_in where community = $1 and person = $2 and expires_at <= $3",
                community,
                person,
                Times.at(now));
        tx.run("""
                insert into sign_in (token_hash, community, person, created_at, expires_at)
                values (decode($1, 'hex'), $2, $3, $4, $5)
                """, tokenHash, community, person, Times.at(now), Times.at(until));
    }

    static void remove(Tx tx, String tokenHash) {
        tx.run("delete from sign_in where token_hash = decode($1, 'hex')", tokenHash);
    }

    static void removeAll(Tx tx, int community, long person) {
        tx.run("delete from sign_in where community = $1 and person = $2", community, person);
    }

    /**
     * Who these tokens belong to, with the roles of the day; a future because event loops ask.
     *
     * @return by token hash; a token that nobody is signed in with is missing
     */
    static Future<Map<String, CurrentUser>> find(Database database, String[] tokenHashes, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, CommunityTime.ZONE);
        return database.intake(FIND, Tuple.of(tokenHashes, Times.at(now), today))
                .map(rows -> {
                    Map<String, List<Row>> byToken = new HashMap<>();
                    for (Row row : rows) {
                        byToken.computeIfAbsent(row.getString("hash"), h -> new ArrayList<>())
                                .add(row);
                    }
                    Map<String, CurrentUser> users = new HashMap<>();
                    byToken.forEach((hash, own) -> users.put(hash, user(own)));
                    return users;
                });
    }

    /** @param rows one for each role of the person, or one without a role */
    private static CurrentUser user(List<Row> rows) {
        List<RoleGrant> grants = new ArrayList<>();
        for (Row row : rows) {
            if (row.getString("role") != null) {
                grants.add(new RoleGrant(
                        Role.of(row.getString("role")),
                        row.getInteger("at_community"),
                        row.getLong("place"),
                        row.getString("path")));
            }
        }
        Row first = rows.getFirst();
        @Nullable Long household = first.getLong("household");
        return new CurrentUser(
                first.getInteger("community"),
                first.getLong("person"),
                first.getString("display_name"),
                household == null ? 0 : household,
                household == null ? "" : first.getString("household_path"),
                first.getInteger("level"),
                List.copyOf(grants));
    }
}
