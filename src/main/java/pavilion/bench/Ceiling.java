package pavilion.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pavilion.db.Endpoint;

/**
 * The most this machine inserts durably into the very database the server uses: 64 clients, one prepared row a transaction.
 *
 * @param tool pgbench, or JDBC where it is missing
 */
record Ceiling(String tool, double perSecond) {
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");
    private static final Pattern ANY_TPS = Pattern.compile("tps = ([0-9.]+)");

    static Ceiling measure(Endpoint endpoint, int clients, Duration time) {
        CeilingStore.make(endpoint);
        try {
            Optional<Path> pgbench = pgbench();
            if (pgbench.isPresent()) {
                return new Ceiling("pgbench", run(pgbench.get(), endpoint, clients, time));
            }
            return new Ceiling("JDBC", CeilingStore.insert(endpoint, clients, time));
        } finally {
            CeilingStore.drop(endpoint);
        }
    }

    private static double run(Path pgbench, Endpoint endpoint, int clients, Duration time) {
        try {
            Path script = Files.createTempFile("bench", ".sql");
            Path output = Files.createTempFile("bench", ".txt");
            Files.writeString(
                    script, "\\set v random(1, 1000000000000)\n" + CeilingStore.INSERT.formatted(":v") + ";\n");
            List<String> command = List.of(
                    pgbench.toString(),
                    "-n",
                    "-M",
                    "prepared",
                    "-c",
                    String.valueOf(clients),
                    "-j",
                    String.valueOf(Math.min(clients, 2)),
                    "-T",
                    String.valueOf(Math.max(1, time.toSeconds())),
                    "-f",
                    script.toString(),
                    "-h",
                    endpoint.host(),
                    "-p",
                    String.valueOf(endpoint.port()),
                    "-U",
                    endpoint.user(),
                    endpoint.database());
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("PGPASSWORD", endpoint.password());
            Process process = builder.start();
            if (!process.waitFor(time.toSeconds() + 30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            String said = Files.readString(output, StandardCharsets.UTF_8);
            Files.deleteIfExists(script);
            Files.deleteIfExists(output);
            return tps(said).orElseThrow(() -> new IllegalStateException(said));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Optional<Double> tps(String said) {
        for (Pattern pattern : List.of(TPS, ANY_TPS)) {
            Matcher matcher = pattern.matcher(said);
            if (matcher.find()) {
                return Optional.of(Double.valueOf(matcher.group(1)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> pgbench() {
        List<Path> places = new ArrayList<>();
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            places.add(Path.of(folder, "pgbench"));
        }
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.sorted(Comparator.reverseOrder()).forEach(v -> places.add(v.resolve("bin/pgbench")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return places.stream().filter(Files::isExecutable).findFirst();
    }
}
