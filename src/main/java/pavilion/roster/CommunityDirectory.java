package pavilion.roster;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.web.Communities;

/**
 * The communities of this database, kept in memory because every request names one. There are few and they hardly change:
 * they are read at start, after a new one was made here, and every few seconds in case another server made one.
 */
public final class CommunityDirectory implements Communities {
    private final Database database;
    private volatile Loaded loaded = new Loaded(List.of(), Map.of(), Map.of());

    private record Loaded(List<Community> all, Map<String, Community> byCode, Map<Integer, Community> byId) {}

    public CommunityDirectory(Database database) {
        this.database = database;
    }

    /** Reads them again from the database. */
    public void reload() {
        List<Community> all = CommunityStore.all(database.plain());
        loaded = new Loaded(
                all,
                all.stream().collect(Collectors.toMap(Community::code, Function.identity())),
                all.stream().collect(Collectors.toMap(Community::id, Function.identity())));
    }

    /** By id. */
    public List<Community> all() {
        return loaded.all();
    }

    @Override
    public @Nullable Community byCode(String code) {
        return loaded.byCode().get(code);
    }

    @Override
    public @Nullable Community byId(int id) {
        return loaded.byId().get(id);
    }
}
