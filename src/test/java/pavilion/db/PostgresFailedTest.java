package pavilion.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pavilion.db.PostgresFailed.Reason;

/** What PostgreSQL's own words, read from its log, say about a start that failed. */
final class PostgresFailedTest {
    private static final String EARLIER = "LOG:  could not write to log file: No space left on device\n";

    @TempDir
    private Path folder;

    private PostgresFailed failed(String said) throws IOException {
        Path log = Files.writeString(folder.resolve("postgresql.log"), EARLIER + said);
        return new PostgresFailed(log, EARLIER.length());
    }

    @Test
    void aFullDiskAndTheFilesOfSomebodyElseAreRecognised() throws IOException {
        assertEquals(Reason.DISK_FULL, failed("""
                        initdb: error: could not write to file "/srv/data/postgres/pg_wal/x": No space left on device
                        initdb: removing data directory "/srv/data/postgres"
                        """).reason());
        assertEquals(Reason.DISK_FULL, failed("""
                        waiting for server to start....FATAL:  could not write lock file "postmaster.pid": No space left on device
                         stopped waiting
                        pg_ctl: could not start server
                        Examine the log output.
                        """).reason());
        assertEquals(Reason.NOT_OURS, failed("""
                        FATAL:  data directory "/srv/data/postgres" has wrong ownership
                        HINT:  The server must be started by the user that owns the data directory.
                        """).reason());
        assertEquals(
                Reason.NOT_OURS,
                failed("pg_ctl: could not open PID file \"/srv/data/postgres/postmaster.pid\": Permission denied\n")
                        .reason());
    }

    @Test
    void onlyWhatThisStartSaidCounts() throws IOException {
        PostgresFailed failed = failed("FATAL:  invalid value for parameter \"shared_buffers\": \"plenty\"\n");
        assertEquals(Reason.OTHER, failed.reason());
        assertFalse(failed.getMessage().contains("No space"), failed.getMessage());
        assertTrue(failed.getMessage().contains("plenty"), failed.getMessage());
    }

    @Test
    void theLastLinesAreTold() throws IOException {
        assertEquals("3\n4\n5\n6\n7\n8", failed("1\n2\n3\n4\n5\n6\n7\n8\n").getMessage());
    }
}
