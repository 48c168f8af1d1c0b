package pavilion.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A real PostgreSQL that keeps its data in a folder: durable (fsync and synchronous_commit on), reachable only from this
 * machine and only with the password beside its data. A PostgreSQL left behind by a killed process is stopped first; the
 * new one then recovers by itself.
 */
public final class EmbeddedServer implements AutoCloseable {
    private final EmbeddedPostgres postgres;
    private final FileLock lock;
    private final Path data;
    private final Endpoint endpoint;

    private EmbeddedServer(EmbeddedPostgres postgres, FileLock lock, Path data, Endpoint endpoint) {
        this.postgres = postgres;
        this.lock = lock;
        this.data = data;
        this.endpoint = endpoint;
    }

    /** @throws FolderInUse if another process holds the folder */
    public static EmbeddedServer start(Path folder) {
        try {
            Files.createDirectories(folder);
            FileLock lock = lock(folder.resolve("lock"));
            Path data = folder.resolve("postgres");
            stopLeftover(data);
            boolean fresh = !Files.exists(data.resolve("PG_VERSION"));
            String password = password(folder.resolve("password"));
            int port = freePort();
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(folder.resolve("program").toFile())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setConnectConfig("password", password)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_buffers", "128MB")
                    .setServerConfig("max_wal_size", "2GB")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                    .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (fresh || !Files.readString(data.resolve("pg_hba.conf")).contains("scram-sha-256")) {
                requirePassword(postgres, data, password);
            }
            return new EmbeddedServer(
                    postgres, lock, data, new Endpoint("127.0.0.1", port, "postgres", "postgres", password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The PostgreSQL that another process runs on this folder; empty while it is starting or gone. */
    public static Optional<Endpoint> running(Path folder) {
        List<String> lines = postmaster(folder.resolve("postgres"));
        Path password = folder.resolve("password");
        try {
            // Lines of the file: 1 the process, 4 the port, 8 the state.
            return lines.size() < 8 || !lines.get(7).strip().equals("ready") || !Files.exists(password)
                    ? Optional.empty()
                    : Optional.of(new Endpoint(
                            "127.0.0.1",
                            Integer.parseInt(lines.get(3).strip()),
                            "postgres",
                            "postgres",
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
        return Long.parseLong(postmaster(data).getFirst().strip());
    }

    private static FileLock lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException held) {
            throw new FolderInUse(file.getParent(), held);
        }
        channel.close();
        throw new FolderInUse(file.getParent(), null);
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] bytes = new byte[18];
            new SecureRandom().nextBytes(bytes);
            Files.writeString(file, HexFormat.of().formatHex(bytes));
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
        return Files.readString(file).strip();
    }

    // The library initialises a new cluster with "trust", which lets in everybody on this machine. That ends here.
    private static void requirePassword(EmbeddedPostgres postgres, Path data, String password)
            throws SQLException, IOException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + password + "'");
            Files.writeString(data.resolve("pg_hba.conf"), """
                    local all all scram-sha-256
                    host all all 127.0.0.1/32 scram-sha-256
                    """);
            statement.execute("select pg_reload_conf()");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static List<String> postmaster(Path data) {
        try {
            Path file = data.resolve("postmaster.pid");
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static void stopLeftover(Path data) {
        List<String> lines = postmaster(data);
        if (lines.isEmpty()) {
            return;
        }
        ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(p -> p.info().command().map(c -> c.contains("postgres")).orElse(false))
                .ifPresent(p -> {
                    p.destroy();
                    try {
                        p.onExit().get(8, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (Exception e) {
                        p.destroyForcibly();
                    }
                });
    }

    @Override
    public void close() {
        try {
            postgres.close();
            lock.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
