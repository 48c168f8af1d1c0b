package pavilion.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL that keeps its data in a folder: durable (fsync and synchronous_commit on), reachable only from this
 * machine and only with the password beside its data. One that a killed process left behind is stopped first; a set-up
 * that was interrupted is begun anew; one that dies is started again.
 */
public final class EmbeddedServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final long LARGEST_LOG = 8 << 20;

    private final DataFolder folder;
    private final PostgresProgram program;
    private final Endpoint endpoint;
    /** How long the log was before the last start, in bytes. */
    private volatile long logged;

    private volatile boolean closing;
    private boolean closed;

    private EmbeddedServer(DataFolder folder, PostgresProgram program, Endpoint endpoint) {
        this.folder = folder;
        this.program = program;
        this.endpoint = endpoint;
        this.logged = log(folder).toFile().length();
    }

    /**
     * @throws FolderInUse if another process holds the folder
     * @throws DataFolder.Unusable if the folder cannot be made or written, or is somebody else's
     * @throws DataFolder.PasswordLost if there is a database, but not its password
     * @throws PostgresFailed if PostgreSQL cannot be set up or started there
     * @throws OldSchema if an earlier version set up the database
     */
    public static EmbeddedServer start(Path at) {
        return start(at, step -> {});
    }

    /** @param done told of each step */
    static EmbeddedServer start(Path at, Consumer<StartStep> done) {
        DataFolder folder = DataFolder.hold(at);
        try {
            return start(folder, done);
        } catch (IOException e) {
            quietly(folder);
            throw new DataFolder.Unusable(at, e);
        } catch (RuntimeException e) {
            quietly(folder);
            throw e;
        }
    }

    private static EmbeddedServer start(DataFolder folder, Consumer<StartStep> done) throws IOException {
        Path data = data(folder);
        Postmaster.stopLeftover(data);
        PostgresProgram program = PostgresProgram.unpack(folder.file("program"), freshLog(folder));
        done.accept(StartStep.PROGRAM);
        Path begun = folder.file("set-up-begun");
        if (Files.exists(begun)) {
            // Nothing has been acknowledged by a server that was never set up.
            folder.discard("postgres");
        }
        folder.deleteDiscarded();
        boolean fresh = !Files.exists(data);
        Path passwordFile = folder.file("password");
        if (!fresh && (!Files.exists(passwordFile) || Files.size(passwordFile) == 0)) {
            throw new DataFolder.PasswordLost(passwordFile);
        }
        String password = folder.secret("password");
        done.accept(StartStep.PASSWORD);
        EmbeddedServer server = new EmbeddedServer(
                folder, program, new Endpoint("127.0.0.1", freePort(), OwnDatabase.NAME, OwnDatabase.NAME, password));
        if (fresh) {
            Files.writeString(begun, "");
            done.accept(StartStep.BEGUN);
            server.initialise(done);
        }
        server.launch();
        done.accept(StartStep.RUNNING);
        try {
            if (fresh) {
                OwnDatabase.make(server.endpoint, done);
                Files.delete(begun);
                done.accept(StartStep.SET_UP);
            } else {
                OwnDatabase.require(server.endpoint, passwordFile);
            }
        } catch (RuntimeException | IOException e) {
            server.stop();
            throw e;
        }
        server.watch();
        return server;
    }

    private static Path data(DataFolder folder) {
        return folder.file("postgres");
    }

    private static Path log(DataFolder folder) {
        return folder.file("log").resolve("postgresql.log");
    }

    private static Path freshLog(DataFolder folder) throws IOException {
        Path log = log(folder);
        Files.createDirectories(log.getParent());
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.delete(log);
        }
        return log;
    }

    // The programs of a killed server run on for a while: what this one makes has a name of its own until it is whole.
    private void initialise(Consumer<StartStep> done) throws IOException {
        Path half = folder.discarded();
        required(program.run(
                "initdb",
                "--pgdata=" + half,
                "--username=" + OwnDatabase.SUPERUSER,
                "--pwfile=" + folder.file("password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8"));
        done.accept(StartStep.INITIALISED);
        Files.move(half, data(folder), StandardCopyOption.ATOMIC_MOVE);
        done.accept(StartStep.IN_PLACE);
    }

    private void launch() throws IOException {
        if (program.start(data(folder), endpoint.port()) != 0) {
            // One that a killed server was just starting may have come first.
            Postmaster.stopLeftover(data(folder));
            required(program.start(data(folder), endpoint.port()));
        }
    }

    private void required(int exitCode) {
        if (exitCode != 0) {
            throw new PostgresFailed(log(folder), logged);
        }
    }

    // A postmaster that is killed, by hand or for want of memory, takes every connection along; the pool makes new
    // ones.
    private void watch() {
        process()
                .onExit()
                .thenRunAsync(this::restart, task -> Thread.ofVirtual().start(task));
    }

    private void restart() {
        Duration pause = Duration.ofSeconds(1);
        while (!closing && !restarted()) {
            LOG.error("PostgreSQL has ended and cannot be started; trying again in {} s", pause.toSeconds());
            sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private ProcessHandle process() {
        Path data = data(folder);
        return Postmaster.of(data)
                .flatMap(postmaster -> postmaster.process(data))
                .orElseThrow(() -> new PostgresFailed(log(folder), logged));
    }

    private synchronized boolean restarted() {
        if (closing) {
            return true;
        }
        try {
            LOG.error("PostgreSQL has ended; it is started again. What it said is in {}", log(folder));
            Postmaster.stopLeftover(data(folder));
            logged = log(folder).toFile().length();
            launch();
            watch();
            return true;
        } catch (IOException | PostgresFailed e) {
            LOG.error("PostgreSQL does not start", e);
            return false;
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The PostgreSQL that another process runs on this folder; empty while it is starting or gone. */
    public static Optional<Endpoint> running(Path at) {
        Path password = at.resolve("password");
        try {
            Optional<Postmaster> ready = Postmaster.of(at.resolve("postgres")).filter(Postmaster::ready);
            return ready.isEmpty() || !Files.exists(password)
                    ? Optional.empty()
                    : Optional.of(new Endpoint(
                            "127.0.0.1",
                            ready.get().port(),
                            OwnDatabase.NAME,
                            OwnDatabase.NAME,
                            Files.readString(password).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is a database in this folder already. */
    public static boolean hasDatabase(Path folder) {
        return Files.exists(folder.resolve("postgres").resolve("PG_VERSION"));
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    /** The server process's own id, so that a crash test can kill it. */
    public long pid() {
        return process().pid();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void stop() throws IOException {
        program.stop(data(folder));
        Postmaster.stopLeftover(data(folder));
    }

    private static void quietly(DataFolder folder) {
        try {
            folder.close();
        } catch (IOException e) {
            LOG.warn("closing", e);
        }
    }

    /** Asked again nothing happens: by then the folder may be another server's. */
    @Override
    public void close() {
        closing = true;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            try {
                stop();
                folder.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
