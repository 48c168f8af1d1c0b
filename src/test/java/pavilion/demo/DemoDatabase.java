package pavilion.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import pavilion.account.Passwords;
import pavilion.db.Endpoint;
import pavilion.db.TestDatabase;
import pavilion.server.Application;
import pavilion.server.Config;

/** The demo community with its matters and sessions in a database of one's own; loaded once a server, then copied. */
public final class DemoDatabase {
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.UTC);

    private static final TestDatabase.Template COMMUNITY = new TestDatabase.Template(
            "demo-community", null, (database, endpoint) -> new DemoCommunity(database, CLOCK, new Passwords()).load());
    // An application that opens on the demo adds what is missing.
    private static final TestDatabase.Template WHOLE = new TestDatabase.Template(
            "demo",
            COMMUNITY,
            (database, endpoint) -> Application.open(config(endpoint), CLOCK).close());
    private static List<DemoAccount> guests = List.of();

    private DemoDatabase() {}

    public static TestDatabase fresh() {
        return TestDatabase.from(WHOLE);
    }

    /** The community alone: its places, people, owners and accounts. */
    public static TestDatabase community() {
        return TestDatabase.from(COMMUNITY);
    }

    /** A server on this database, on free ports of this machine only. */
    public static Config config(Endpoint endpoint) {
        Path data = Path.of("target", "test-server").toAbsolutePath();
        return new Config(0, "127.0.0.1", 0, data, Optional.of(endpoint), null, true, false, 16);
    }

    /** Who is in it: the same people in every copy, so they are asked for once. */
    public static synchronized List<DemoAccount> guests(TestDatabase it) {
        if (guests.isEmpty()) {
            guests = new DemoCommunity(it.database(), CLOCK, new Passwords()).load();
        }
        return guests;
    }

    public static DemoAccount guest(TestDatabase it, String part) {
        return guests(it).stream()
                .filter(g -> g.part().equals(part))
                .findFirst()
                .orElseThrow();
    }
}
