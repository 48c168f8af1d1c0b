package pavilion.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pavilion.rules.Secrecy;

/** A real server and a real database, killed with -9 in the middle of votes. */
final class CrashTest {
    /** How often {@link #oneKillAfterAnother} kills; a hundred by {@code bin/trial kills}. */
    private static final int KILLS = Integer.getInteger("trial.kills", 4);

    @TempDir
    private Path data;

    private KilledServer server;

    private enum Target {
        SERVER,
        DATABASE,
        BOTH,
        STOPPED
    }

    @BeforeEach
    void start() throws IOException, InterruptedException {
        server = new KilledServer(data);
        server.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.stop();
    }

    @Test
    @Timeout(value = 100, unit = TimeUnit.SECONDS)
    void theServerKilledInTheMiddleOfAVoteLosesNothingAcknowledgedAndCountsNobodyTwice() throws Exception {
        CrashVote.hold(server, Secrecy.NAMED, CrashVote.VOTERS / 4, () -> hit(Target.SERVER));
    }

    @Test
    @Timeout(value = 100, unit = TimeUnit.SECONDS)
    void theDatabaseKilledInTheMiddleOfASecretVoteLosesNothingAcknowledgedAndCountsNobodyTwice() throws Exception {
        CrashVote.hold(server, Secrecy.SECRET, CrashVote.VOTERS / 4, () -> hit(Target.BOTH));
    }

    /** In one data folder: whatever one kill leaves behind is there when the next comes. */
    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void oneKillAfterAnother() throws Exception {
        Random random = new Random(KILLS);
        int kept = 0;
        for (int i = 0; i < KILLS; i++) {
            Target target = Target.values()[i % Target.values().length];
            Secrecy secrecy = random.nextBoolean() ? Secrecy.SECRET : Secrecy.NAMED;
            int after = random.nextInt(CrashVote.VOTERS / 2);
            int acknowledged = CrashVote.hold(server, secrecy, after, () -> hit(target));
            kept += acknowledged;
            System.out.printf("%d: %s vote, %s, %d acknowledged before%n", i + 1, secrecy, target, acknowledged);
        }
        System.out.printf(
                "%d kills, %d votes, %d ballots, %d acknowledged before a kill: none lost, none counted twice%n",
                KILLS, KILLS, KILLS * CrashVote.VOTERS, kept);
    }

    private void hit(Target target) throws Exception {
        ProcessHandle postgres = ProcessHandle.of(
                        Long.parseLong(server.postmaster().getFirst().strip()))
                .orElseThrow();
        List<ProcessHandle> backends = postgres.descendants().toList();
        switch (target) {
            case SERVER -> kill(server.handle());
            case DATABASE -> kill(postgres);
            case BOTH -> {
                kill(postgres);
                backends.forEach(CrashTest::kill);
                kill(server.handle());
            }
            case STOPPED -> {
                signal("-STOP", postgres, backends);
                Thread.sleep(Duration.ofSeconds(3));
                signal("-CONT", postgres, backends);
            }
        }
    }

    private static void signal(String signal, ProcessHandle postgres, List<ProcessHandle> backends) throws Exception {
        ProcessBuilder kill = new ProcessBuilder("kill", signal, String.valueOf(postgres.pid()));
        backends.forEach(each -> kill.command().add(String.valueOf(each.pid())));
        kill.start().waitFor();
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }
}
