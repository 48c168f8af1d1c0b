package pavilion.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database that the server brings along, through everything that happens to a computer in a community centre. */
@Tag("alone")
final class EmbeddedServerTest {
    private static final Duration SOON = Duration.ofSeconds(40);

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    @BeforeAll
    static void unpackOnce() throws IOException {
        PostgresProgram.unpack(shared, shared.resolve("log"));
    }

    /** Saves unpacking the program again. */
    @BeforeEach
    void linkTheProgram() throws IOException {
        Files.createDirectories(data());
        Files.createSymbolicLink(data().resolve("program"), shared);
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static String answer(Endpoint at, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(at.jdbc(), at.user(), at.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }

    private Process started() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartedServer.class.getName(),
                        data().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    private static void eventually(BooleanSupplier check) throws InterruptedException {
        long end = System.nanoTime() + SOON.toNanos();
        while (!check.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "not within " + SOON);
            Thread.sleep(100);
        }
    }

    private boolean ready() {
        try {
            return Files.readString(folder.resolve("said")).contains("ready");
        } catch (IOException e) {
            return false;
        }
    }

    private void opensAndKeeps() throws SQLException {
        try (EmbeddedServer server = EmbeddedServer.start(data())) {
            Migrations.run(server.endpoint());
            assertEquals("0", answer(server.endpoint(), "select count(*) from community"));
        }
    }

    @Test
    void theRoleOfTheServerIsNoSuperuserAndEverybodyNeedsThePassword() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(data())) {
            Endpoint at = server.endpoint();
            assertEquals("f", answer(at, "select rolsuper from pg_roles where rolname = current_user"));
            for (String user : List.of("postgres", "pavilion")) {
                Endpoint wrong = new Endpoint(at.host(), at.port(), at.database(), user, "");
                assertThrows(SQLException.class, () -> answer(wrong, "select 1"), user);
            }
            assertEquals("t", answer(at, "select has_function_privilege('pg_switch_wal()', 'execute')"));
            assertEquals("off", answer(at, "show wal_recycle"));
            String rules = Files.readString(data().resolve("postgres/pg_hba.conf"));
            assertTrue(rules.lines().noneMatch(line -> line.matches("[^#]*\\btrust\\b.*")), rules);
            assertEquals(
                    "0",
                    answer(
                            at,
                            "select count(*) from pg_available_extensions where name in"
                                    + " ('pageinspect', 'pg_walinspect', 'pg_visibility', 'dblink', 'file_fdw', 'plpython3u')"));
        }
    }

    @Test
    void nobodyElseOnTheMachineReadsTheFolder() throws IOException {
        Files.setPosixFilePermissions(data(), PosixFilePermissions.fromString("rwxrwxrwx"));
        EmbeddedServer.start(data()).close();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data())));
        try (Stream<Path> all = Files.walk(shared)) {
            assertTrue(all.filter(path -> !Files.isSymbolicLink(path)).noneMatch(EmbeddedServerTest::othersMayWrite));
        }
    }

    private static boolean othersMayWrite(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path))
                            .charAt(7)
                    == 'w';
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void thePostgresOfAnotherFolderLivesThoughThePidFileNamesIt() throws Exception {
        Path neighbour = Files.createDirectories(folder.resolve("other"));
        Files.createSymbolicLink(neighbour.resolve("program"), shared);
        try (EmbeddedServer other = EmbeddedServer.start(neighbour)) {
            EmbeddedServer.start(data()).close();
            Path stale = data().resolve("postgres/postmaster.pid");
            Files.copy(folder.resolve("other/postgres/postmaster.pid"), stale);
            EmbeddedServer.start(data()).close();
            assertEquals("1", answer(other.endpoint(), "select 1"));
        }
    }

    @Test
    void aPidThatBelongsToAnotherProgramByNowDoesNotBlockTheStart() throws Exception {
        EmbeddedServer.start(data()).close();
        Process innocent = new ProcessBuilder("sleep", "600").start();
        try {
            Path stale = data().resolve("postgres/postmaster.pid");
            Files.writeString(stale, innocent.pid() + "\n" + data().resolve("postgres") + "\n1\n5432\n\n\n\nready\n");
            EmbeddedServer.start(data()).close();
            assertTrue(innocent.isAlive());
        } finally {
            innocent.destroyForcibly();
        }
    }

    @Test
    void aKilledServerIsFollowedAlthoughOthersAreStillConnectedToItsDatabase() throws Exception {
        Process first = started();
        eventually(this::ready);
        Endpoint left = EmbeddedServer.running(data()).orElseThrow();
        try (Connection connected = DriverManager.getConnection(left.jdbc(), left.user(), left.password())) {
            first.destroyForcibly().waitFor();
            long began = System.nanoTime();
            opensAndKeeps();
            assertTrue(System.nanoTime() - began < Duration.ofSeconds(20).toNanos());
            assertFalse(connected.isValid(1));
        }
    }

    @Test
    void aPostgresThatIsKilledIsStartedAgainAtTheSamePort() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(data())) {
            long killed = server.pid();
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            eventually(() -> {
                try {
                    return answer(server.endpoint(), "select 1").equals("1") && server.pid() != killed;
                } catch (SQLException | PostgresFailed e) {
                    return false;
                }
            });
        }
    }

    @Test
    void aServerThatIsClosedTwiceLeavesTheNextOneOnItsFolderAlone() throws Exception {
        EmbeddedServer first = EmbeddedServer.start(data());
        first.close();
        try (EmbeddedServer next = EmbeddedServer.start(data())) {
            first.close();
            assertEquals("1", answer(next.endpoint(), "select 1"));
        }
    }

    @Test
    void whatPostgresSaysIsKeptAndTold() throws IOException {
        EmbeddedServer.start(data()).close();
        Files.writeString(data().resolve("postgres/postgresql.auto.conf"), "shared_buffers = 'plenty'\n");
        PostgresFailed failed = assertThrows(PostgresFailed.class, () -> EmbeddedServer.start(data()));
        assertTrue(Files.readString(failed.log()).contains("shared_buffers"), failed.getMessage());
        assertThrows(PostgresFailed.class, () -> EmbeddedServer.start(data()), "the folder was let go");
    }

    @Test
    void aLostPasswordIsNeverReplacedAndTheDataStay() throws Exception {
        EmbeddedServer.start(data()).close();
        Path file = data().resolve("password");
        String password = Files.readString(file);
        for (String other : List.of("", "another")) {
            Files.writeString(file, other);
            assertThrows(DataFolder.PasswordLost.class, () -> EmbeddedServer.start(data()));
            assertEquals(other, Files.readString(file));
        }
        Files.delete(file);
        assertThrows(DataFolder.PasswordLost.class, () -> EmbeddedServer.start(data()));
        Files.writeString(file, password);
        EmbeddedServer.start(data()).close();
    }

    @Test
    void whatIsNotOursInTheFolderStays() throws IOException {
        Files.delete(data().resolve("program"));
        Path program = Files.createDirectories(data().resolve("program"));
        Files.createDirectories(program.resolve("postgresql-old"));
        Path foreign = Files.writeString(program.resolve("mine.txt"), "");
        EmbeddedServer.start(data()).close();
        assertTrue(Files.exists(foreign));
        assertFalse(Files.exists(program.resolve("postgresql-old")));
    }

    @Test
    void aFolderThatIsAFileIsRefusedWithItsName() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        DataFolder.Unusable refused = assertThrows(DataFolder.Unusable.class, () -> EmbeddedServer.start(file));
        assertEquals(file.toString(), refused.getMessage());
    }

    @Test
    void whatAnEarlierVersionSetUpIsRefused() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(data())) {
            Endpoint at = server.endpoint();
            Endpoint superuser = new Endpoint(at.host(), at.port(), "template1", "postgres", at.password());
            try (Connection connection =
                            DriverManager.getConnection(superuser.jdbc(), superuser.user(), superuser.password());
                    Statement statement = connection.createStatement()) {
                statement.execute("drop database pavilion");
            }
        }
        assertThrows(OldSchema.class, () -> EmbeddedServer.start(data()));
    }
}
