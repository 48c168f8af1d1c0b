package pavilion.db;

import java.util.Optional;

/** Settings of the whole installation by name: {@code demo}, {@code clock}, {@code secret}. */
public final class SettingStore {
    private SettingStore() {}

    public static Optional<String> get(Tx tx, String name) {
        return tx.first(row -> row.getString(0), "select value from house where name = $1", name);
    }

    public static void put(Tx tx, String name, String value) {
        tx.run(
                "insert into house values ($1, $2) on conflict (name) do update set value = excluded.value",
                name,
                value);
    }

    /** The stored value, or {@code fresh}, which is then stored; of several servers that ask at once, one decides for all. */
    public static String getOrPut(Tx tx, String name, String fresh) {
        tx.run("insert into house values ($1, $2) on conflict do nothing", name, fresh);
        return get(tx, name).orElseThrow();
    }

    /** Whether this database holds the demo, where everything is invented. */
    public static boolean isDemo(Tx tx) {
        return get(tx, "demo").isPresent();
    }

    /** Whether there is a real community: there is one, and the database is not marked as the demo's. */
    public static boolean holdsRealData(Tx tx) {
        return !isDemo(tx)
                && tx.first(row -> row.getBoolean(0), "select exists (select 1 from community)")
                        .orElseThrow();
    }
}
