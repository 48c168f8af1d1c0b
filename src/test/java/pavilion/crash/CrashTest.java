package pavilion.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pavilion.rules.Secrecy;
import pavilion.support.DemoServer;

/** A real server and a real database, killed with -9 or stopped in the middle of votes. */
final class CrashTest {
    /** How many votes {@link #oneFaultAfterAnother} disturbs; {@code bin/trial faults} asks for more. */
    private static final int FAULTS = Integer.getInteger("trial.faults", 4);

    @TempDir
    private Path data;

    private DemoServer server;

    private enum Fault {
        SERVER_KILLED,
        DATABASE_KILLED,
        BOTH_KILLED,
        DATABASE_STOPPED
    }

    @BeforeEach
    void start() throws IOException, InterruptedException {
        server = new DemoServer(data);
        server.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.stop();
    }

    @Test
    @Timeout(value = 100, unit = TimeUnit.SECONDS)
    void theServerKilledInTheMiddleOfAVoteLosesNothingAcknowledgedAndCountsNobodyTwice() throws Exception {
        CrashVote.hold(server, Secrecy.NAMED, CrashVote.VOTERS / 4, () -> cause(Fault.SERVER_KILLED));
    }

    @Test
    @Timeout(value = 100, unit = TimeUnit.SECONDS)
    void theDatabaseKilledInTheMiddleOfASecretVoteLosesNothingAcknowledgedAndCountsNobodyTwice() throws Exception {
        CrashVote.hold(server, Secrecy.SECRET, CrashVote.VOTERS / 4, () -> cause(Fault.BOTH_KILLED));
    }

    /** In one data folder: whatever one fault leaves behind is there when the next comes. */
    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void oneFaultAfterAnother() throws Exception {
        Random random = new Random(1);
        int kept = 0;
        Map<Fault, Integer> caused = new EnumMap<>(Fault.class);
        for (int i = 0; i < FAULTS; i++) {
            Fault fault = Fault.values()[i % Fault.values().length];
            Secrecy secrecy = random.nextBoolean() ? Secrecy.SECRET : Secrecy.NAMED;
            int after = random.nextInt(CrashVote.VOTERS / 2);
            int acknowledged = CrashVote.hold(server, secrecy, after, () -> cause(fault));
            caused.merge(fault, 1, Integer::sum);
            kept += acknowledged;
            System.out.printf("%d: %s vote, %s, %d acknowledged before%n", i + 1, secrecy, fault, acknowledged);
        }
        System.out.printf(
                "%d votes, %s, %d ballots, %d acknowledged before: none lost, none counted twice%n",
                FAULTS, caused, FAULTS * CrashVote.VOTERS, kept);
    }

    private void cause(Fault fault) throws Exception {
        ProcessHandle postgres = ProcessHandle.of(
                        Long.parseLong(server.postmaster().getFirst().strip()))
                .orElseThrow();
        List<ProcessHandle> backends = postgres.descendants().toList();
        switch (fault) {
            case SERVER_KILLED -> kill(server.handle());
            case DATABASE_KILLED -> kill(postgres);
            case BOTH_KILLED -> {
                kill(postgres);
                backends.forEach(CrashTest::kill);
                kill(server.handle());
            }
            case DATABASE_STOPPED -> {
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
