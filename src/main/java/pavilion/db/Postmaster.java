package pavilion.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What PostgreSQL writes into {@code postmaster.pid}: its process, its folder, its port, whether it is ready. The file
 * outlives a power cut, and its process number may belong to another program by then, even to another PostgreSQL.
 *
 * @param started when it was started, to the second
 */
record Postmaster(long pid, String folder, Instant started, int port, boolean ready) {
    /** Start times are measured from the start of the machine, whose clock may have been set meanwhile. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private static final int LINES = 8;
    private static final int FAST_SECONDS = 20;
    private static final int IMMEDIATE_SECONDS = 5;

    /** Empty where no process has said anything readable about itself. */
    static Optional<Postmaster> of(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            if (lines.size() < 4) {
                return Optional.empty();
            }
            return Optional.of(new Postmaster(
                    Long.parseLong(lines.getFirst().strip()),
                    lines.get(1).strip(),
                    Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip())),
                    Integer.parseInt(lines.get(3).strip()),
                    lines.size() >= LINES && lines.get(LINES - 1).strip().equals("ready")));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The process that wrote the file, if it still lives: neither another program nor the PostgreSQL of another folder. */
    Optional<ProcessHandle> process(Path data) {
        return ProcessHandle.of(pid).filter(process -> isPostgres(process) && worksIn(process, data));
    }

    // PostgreSQL works in the folder of its data; where the system does not show that, the time of its start must fit.
    private boolean worksIn(ProcessHandle process, Path data) {
        Path working = Path.of("/proc", Long.toString(process.pid()), "cwd");
        return Files.exists(working)
                ? samePlace(working, data)
                : startedThen(process) && samePlace(Path.of(folder), data);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(false);
    }

    private boolean startedThen(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(instant -> Duration.between(instant, started).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }

    private static boolean samePlace(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Ends whatever an earlier server left on this folder, also while other programs are connected, and removes a file that
     * speaks of a process that is gone. Only for whoever holds the folder.
     */
    static void stopLeftover(Path data) throws IOException {
        Optional<ProcessHandle> left = of(data).flatMap(postmaster -> postmaster.process(data));
        if (left.isPresent()) {
            stop(left.get());
        }
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    // Its signals: SIGINT ends it without waiting for clients, SIGQUIT without finishing anything, which recovery makes
    // up for.
    private static void stop(ProcessHandle process) throws IOException {
        List<ProcessHandle> all = process.descendants().toList();
        if (!signal(process, "INT", FAST_SECONDS) && !signal(process, "QUIT", IMMEDIATE_SECONDS)) {
            process.destroyForcibly();
            all.forEach(ProcessHandle::destroyForcibly);
            ended(process, IMMEDIATE_SECONDS);
        }
    }

    private static boolean signal(ProcessHandle process, String name, int seconds) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return false;
        }
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        return ended(process, seconds);
    }

    private static boolean ended(ProcessHandle process, int seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
