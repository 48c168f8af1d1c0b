package pavilion.proxy;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pavilion.db.Times;
import pavilion.db.Tx;

/** Who may hold a letter: the table {@code holder_code}, and what a letter needs to know of the roll. */
final class ProxyHolderStore {
    /** @param near lives, owns or serves where the letter is for */
    record Holder(long id, String name, String household, boolean adult, boolean near) {}

    private static final String SELECT = """
            select n.id, n.name, n.adult, coalesce(h.name, '') as household, (coalesce(starts_with(h.path, $2), false) or exists (
                select 1 from role r join place p on p.community = r.community and p.id = r.place
                where r.community = $1 and r.home = $1 and r.person = n.id and r.to_day is null
                    and (starts_with(p.path, $2) or starts_with($2, p.path)))) as near
            from person n left join place h on h.community = n.community and h.id = n.household
            """;

    private ProxyHolderStore() {}

    static Optional<Holder> byId(Tx tx, int community, String path, long id) {
        return tx.first(ProxyHolderStore::holder, SELECT + "where n.community = $1 and n.id = $3", community, path, id);
    }

    static Optional<Holder> byCode(Tx tx, int community, String path, String code, Instant now) {
        return tx.first(ProxyHolderStore::holder, SELECT + """
                join holder_code c on c.community = n.community and c.person = n.id
                where n.community = $1 and c.code = $3 and c.until > $4
                """, community, path, code, Times.at(now));
    }

    /** By name, by the code of the roll or by the household, for the clerk. */
    static List<Holder> search(Tx tx, int community, String path, String words, int most) {
        return tx.list(ProxyHolderStore::holder, "select * from (" + SELECT + """
                where n.community = $1 and n.adult and (strpos(n.name, $3) > 0 or strpos(lower(n.code), lower($3)) > 0
                    or strpos(coalesce(h.name, ''), $3) > 0)) x where near order by household, name limit $4
                """, community, path, words, most);
    }

    static String keepCode(Tx tx, int community, long person, String fresh, Instant now, Instant until) {
        return tx.first(row -> row.getString(0), """
                        insert into holder_code as c (community, person, code, until) values ($1, $2, $3, $5)
                        on conflict (community, person) do update
                            set code = case when c.until > $4 then c.code else excluded.code end, until = excluded.until
                        returning code
                        """, community, person, fresh, Times.at(now), Times.at(until))
                .orElseThrow();
    }

    private static Holder holder(Row row) {
        return new Holder(
                row.getLong("id"),
                row.getString("name"),
                row.getString("household"),
                row.getBoolean("adult"),
                row.getBoolean("near"));
    }
}
