package pavilion.roster;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.web.Communities;

/** The communities of this house. There are few and they hardly change, so they are read at start and kept. */
public final class CommunityStore implements Communities {
    private final Database database;
    private volatile Map<String, Community> byCode = Map.of();
    private volatile Map<Integer, Community> byId = Map.of();

    public CommunityStore(Database database) {
        this.database = database;
    }

    /** Called at start and after the demo community or an import made a new one. */
    public CommunityStore reload() {
        List<Community> all = database.plain()
                .list(
                        row -> new Community(
                                row.getInteger("id"),
                                row.getString("code"),
                                row.getString("name"),
                                row.getLong("place"),
                                row.getString("path")),
                        """
                        select c.id, c.code, c.name, p.id as place, p.path
                        from community c join place p on p.community = c.id and p.kind = 'community'
                        order by c.id
                        """);
        byCode = all.stream().collect(Collectors.toMap(Community::code, Function.identity()));
        byId = all.stream().collect(Collectors.toMap(Community::id, Function.identity()));
        return this;
    }

    public List<Community> all() {
        return byId.values().stream()
                .sorted((a, b) -> Integer.compare(a.id(), b.id()))
                .toList();
    }

    @Override
    public @Nullable Community byCode(String code) {
        return byCode.get(code);
    }

    @Override
    public @Nullable Community byId(int id) {
        return byId.get(id);
    }
}
