package pavilion.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A first start, or that of a newer version, is killed: the next one comes up, and at no moment anybody enters without the password. */
@Tag("alone")
final class KilledStartTest {
    private static final String UNPACKING = "program/unpacking/bin";
    private static final String INITIALISING = "discarded-/global/pg_control";

    /** A killed program loses nothing that is in memory, and a first start makes a thousand files. */
    static final class InMemory implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
            return Files.createTempDirectory(TestFolder.parent(), "killed-");
        }
    }

    @TempDir
    private static Path shared;

    @TempDir(factory = InMemory.class)
    private Path folder;

    @BeforeAll
    static void unpackOnce() throws IOException {
        PostgresProgram.unpack(shared, shared.resolve("log"));
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static List<String> migrations() {
        try (Stream<Path> files = Files.list(Path.of("sql"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("V[0-9]+__.*"))
                    .map(name -> name.substring(0, name.indexOf("__")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * In the middle of each program that the first start runs, after each of its steps, and within the first and the last migration.
     * Those of one line are killed one after the other in the same folder, each by the start that follows the one before.
     */
    static Stream<List<String>> moments() {
        return Stream.of(
                List.of(UNPACKING, "PROGRAM", "PASSWORD", "BEGUN"),
                List.of(INITIALISING, "INITIALISED"),
                List.of("IN_PLACE", "RUNNING"),
                List.of("ROLE", "DATABASE"),
                List.of(
                        "GRANTS",
                        "SET_UP",
                        migrations().getFirst(),
                        migrations().getLast()));
    }

    @ParameterizedTest
    @MethodSource("moments")
    void aFirstStartThatIsKilledIsBegunAgain(List<String> moments) throws Exception {
        Files.createDirectories(data());
        if (!moments.contains(UNPACKING)) {
            Files.createSymbolicLink(data().resolve("program"), shared);
        }
        for (String moment : moments) {
            kill(moment);
            nobodyIsTrusted();
            Postmaster.of(data().resolve("postgres")).ifPresent(left -> closed(left.port()));
        }
        try (EmbeddedServer server = EmbeddedServer.start(data())) {
            closed(server.endpoint().port());
            if (moments.contains("SET_UP")) {
                Migrations.run(server.endpoint());
                assertEquals("0", answer(server.endpoint(), "select count(*) from community"));
            }
        }
        nobodyIsTrusted();
        assertFalse(Files.exists(data().resolve("set-up-begun")));
    }

    @Test
    void eachStepOfAFirstStartIsAmongTheMoments() {
        List<String> all = moments().flatMap(List::stream).toList();
        for (StartStep each : StartStep.values()) {
            assertTrue(all.contains(each.name()), each.name());
        }
    }

    private void kill(String moment) throws Exception {
        Process killed = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartedServer.class.getName(),
                        data().toString(),
                        moment)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        assertEquals(StartedServer.KILLED, killed.waitFor(), this::said);
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("said"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String answer(Endpoint at, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(at.jdbc(), at.user(), at.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }

    /** To everybody who has not the password, whether it is starting, running or gone. */
    private static void closed(int port) {
        for (String user : List.of("postgres", "pavilion")) {
            Endpoint stranger = new Endpoint("127.0.0.1", port, "postgres", user, "");
            assertThrows(SQLException.class, () -> answer(stranger, "select 1"), user);
        }
    }

    private void nobodyIsTrusted() throws IOException {
        try (Stream<Path> files = Files.find(data(), 3, (file, is) -> file.endsWith("pg_hba.conf"))) {
            for (Path each : files.toList()) {
                assertTrue(
                        Files.readAllLines(each).stream().noneMatch(line -> line.matches("[^#]*\\btrust\\b.*")),
                        each.toString());
            }
        }
    }

    @Test
    void aMigrationThatIsKilledIsDoneByTheNextStart() throws Exception {
        Files.createDirectories(data());
        Files.createSymbolicLink(data().resolve("program"), shared);
        List<String> all = migrations();
        try (EmbeddedServer server = EmbeddedServer.start(data())) {
            Endpoint at = server.endpoint();
            for (int i = 0; i < all.size(); i++) {
                String migration = all.get(i);
                assertThrows(
                        RuntimeException.class,
                        () -> Migrations.configured(at)
                                .callbacks(new MigrationHook(migration, KilledStartTest::kill))
                                .load()
                                .migrate(),
                        migration);
                assertEquals(i == 0 ? "f" : "t", recovered(at, "select to_regclass('place') is not null"));
                if (i > 0) {
                    String done = "select count(*) from flyway_schema_history where success";
                    assertEquals(String.valueOf(i), answer(at, done), migration);
                }
            }
            Migrations.run(at);
            String applied = "select count(*) from flyway_schema_history where success";
            assertEquals(String.valueOf(all.size()), answer(at, applied));
        }
    }

    /** The process of PostgreSQL that carries the connection: all others are ended by it, and what was committed is recovered. */
    private static void kill(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            assertTrue(row.next());
            ProcessHandle process = ProcessHandle.of(row.getLong(1)).orElseThrow();
            process.destroyForcibly();
            process.onExit().join();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String recovered(Endpoint at, String sql) throws InterruptedException {
        for (int tries = 0; ; tries++) {
            try {
                return answer(at, sql);
            } catch (SQLException recovering) {
                assertTrue(tries < 200, recovering.toString());
                Thread.sleep(50);
            }
        }
    }
}
