package pavilion.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import pavilion.account.Passwords;
import pavilion.db.TestDatabase;

/** The demo community in a database of one's own; loaded once a run, then copied. */
public final class DemoDatabase {
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.UTC);

    private DemoDatabase() {}

    public static TestDatabase fresh() {
        return TestDatabase.from("demo", database -> new DemoCommunity(database, CLOCK, new Passwords()).load());
    }

    /** Who is in it. */
    public static List<DemoAccount> guests(TestDatabase it) {
        return new DemoCommunity(it.database(), CLOCK, new Passwords()).load();
    }

    public static DemoAccount guest(TestDatabase it, String part) {
        return guests(it).stream()
                .filter(g -> g.part().equals(part))
                .findFirst()
                .orElseThrow();
    }
}
