package pavilion.walk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pavilion.account.Passwords;
import pavilion.demo.DemoAccount;
import pavilion.demo.DemoCommunity;
import pavilion.support.DemoServer;

/** People of every part walk over all forms at random, with the server killed in between; {@link Invariants} says what must hold. */
final class WalkTest {
    /** {@code bin/trial walk} asks for more. */
    private static final int ACTS = Integer.getInteger("trial.walk", 2_000);

    private static final long SEED = Long.getLong("walk.seed", 1);

    @TempDir
    private Path data;

    @Test
    @Timeout(value = 6, unit = TimeUnit.HOURS)
    void whateverPeopleDoNothingFailsAndEverythingAgrees() throws Exception {
        try (WalkedServer server = new WalkedServer(new DemoServer(data))) {
            List<DemoAccount> offered = new DemoCommunity(server.database(), Clock.systemUTC(), new Passwords()).load();
            Walk walk = new Walk(server, offered, SEED, ACTS);
            Faults faults = walk.go();
            System.out.println(walk.told());
            assertTrue(faults.none(), () -> faults.told() + "Again: -Dtrial.walk=" + ACTS + " -Dwalk.seed=" + SEED);
        }
    }
}
