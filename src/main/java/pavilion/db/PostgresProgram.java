package pavilion.db;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import pavilion.rules.Sha256;

/**
 * The programs of PostgreSQL, unpacked once into a folder. Of its extensions only the procedural language is taken along:
 * those that read the pages of tables or the write-ahead log could tell who cast which secret ballot.
 */
final class PostgresProgram {
    private static final Pattern EXTENSION = Pattern.compile("share/postgresql/extension/(?!plpgsql).*");
    private static final Pattern MODULE =
            Pattern.compile("lib/postgresql/(?!plpgsql|dict_snowball|libpqwalreceiver|pgoutput|[^/]*_and_|euc2004).*");
    private static final int EXECUTABLE = 0100;
    private static final int NAME = 16;
    private static final String WHOLE = "postgresql-";
    private static final String HALF = "unpacking";

    /** Longest wait for the recovery after a crash. */
    private static final Duration RECOVERY = Duration.ofMinutes(10);

    private static final Map<String, String> SETTINGS = new TreeMap<>(Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("max_connections", "200"),
            Map.entry("shared_buffers", "128MB"),
            Map.entry("max_wal_size", "2GB"),
            // A file of the log that is no longer needed is deleted, not kept to be written over.
            Map.entry("wal_recycle", "off"),
            // What an error is about may name a voter: neither the statement nor the row is logged.
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_min_error_statement", "panic")));

    private final Path folder;
    private final Path log;

    private PostgresProgram(Path folder, Path log) {
        this.folder = folder;
        this.log = log;
    }

    /** @param log where everything goes that the programs say */
    static PostgresProgram unpack(Path parent, Path log) throws IOException {
        byte[] packed = packed();
        Path folder = parent.resolve(WHOLE + Sha256.of(packed).substring(0, NAME));
        if (!Files.exists(folder)) {
            deleteOthers(parent);
            Path half = Files.createDirectories(parent.resolve(HALF));
            unpack(packed, half);
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresProgram(folder, log);
    }

    // Of older programs nothing is needed; half unpacked ones were left by a killed start.
    private static void deleteOthers(Path parent) throws IOException {
        List<Path> all;
        try (Stream<Path> inside = Files.list(Files.createDirectories(parent))) {
            all = inside.toList();
        }
        for (Path each : all) {
            String name = each.getFileName().toString();
            if (name.equals(HALF) || name.startsWith(WHOLE)) {
                DataFolder.delete(each);
            }
        }
    }

    private static byte[] packed() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String name = system.contains("win") && !system.contains("darwin")
                ? "Windows"
                : system.contains("mac") ? "Darwin" : "Linux";
        try (InputStream in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(name, System.getProperty("os.arch"))) {
            return in.readAllBytes();
        }
    }

    private static void unpack(byte[] packed, Path into) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(new ByteArrayInputStream(packed))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String name = entry.getName();
                Path target = into.resolve(name).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException(name);
                }
                if (EXTENSION.matcher(name).matches() || MODULE.matcher(name).matches()) {
                    continue;
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, target);
                    if ((entry.getMode() & EXECUTABLE) != 0
                            && Files.getFileStore(target).supportsFileAttributeView("posix")) {
                        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
                    }
                }
            }
        }
    }

    /** Starts it, and waits until it answers. @return its exit code */
    int start(Path data, int port) throws IOException {
        String settings = SETTINGS.entrySet().stream()
                .map(each -> "-c " + each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(" "));
        return run(
                "pg_ctl",
                "start",
                "--pgdata=" + data,
                "--wait",
                "--timeout=" + RECOVERY.toSeconds(),
                "--silent",
                "--options=-p " + port + " " + settings);
    }

    /** Ends it without waiting for clients, and if that takes too long without finishing anything. */
    void stop(Path data) throws IOException {
        for (String mode : List.of("fast", "immediate")) {
            if (run("pg_ctl", "stop", "--pgdata=" + data, "--mode=" + mode, "--timeout=30", "--silent") == 0) {
                return;
            }
        }
    }

    /** @return its exit code */
    int run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is not.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("LC_ALL", "C");
        try {
            return builder.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
