package pavilion.architecture;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import pavilion.db.TestDatabase;
import pavilion.server.Application;
import pavilion.server.Config;
import pavilion.web.Route;

/** The routes of a server with an empty database, and of the demo. */
final class AllRoutes {
    private AllRoutes() {}

    static List<Route> list() {
        return list(true);
    }

    /** @param demo with those that only the demo has */
    static List<Route> list(boolean demo) {
        try (TestDatabase it = TestDatabase.fresh();
                Application server = Application.open(config(it, demo), Clock.systemUTC())) {
            return List.copyOf(server.routes());
        }
    }

    private static Config config(TestDatabase it, boolean demo) {
        return new Config(
                0,
                "127.0.0.1",
                0,
                Path.of("target", "actions").toAbsolutePath(),
                Optional.of(it.endpoint()),
                null,
                demo,
                false,
                4);
    }
}
