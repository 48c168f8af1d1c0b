package pavilion.roster;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import pavilion.db.Tx;
import pavilion.web.Communities.Community;

/** The communities, each with the root of its place tree. */
public final class CommunityStore {
    private static final String SELECT = """
            select c.id, c.code, c.name, p.id as place, p.path
            from community c join place p on p.community = c.id and p.kind = 'community'
            """;

    private CommunityStore() {}

    /** Until the transaction ends, whoever else wants to add a community waits and then sees this one's. */
    public static void lock(Tx tx) {
        tx.run("lock table community in exclusive mode");
    }

    /** By id. */
    static List<Community> all(Tx tx) {
        return tx.list(CommunityStore::community, SELECT + "order by c.id");
    }

    public static Optional<Community> byCode(Tx tx, String code) {
        return tx.first(CommunityStore::community, SELECT + "where c.code = $1", code);
    }

    private static Community community(Row row) {
        return new Community(
                row.getInteger("id"),
                row.getString("code"),
                row.getString("name"),
                row.getLong("place"),
                row.getString("path"));
    }
}
