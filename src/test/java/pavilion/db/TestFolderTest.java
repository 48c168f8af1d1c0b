package pavilion.db;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TestFolderTest {

    @Test
    void whatAKilledProcessLeftIsRemovedAndWhatALivingOneUsesStays() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Path left = folder(gone.pid());
        Path used = folder(ProcessHandle.current().parent().orElseThrow().pid());
        try {
            TestFolder.ours();
            assertFalse(Files.exists(left));
            assertTrue(Files.exists(used));
        } finally {
            Files.deleteIfExists(used.resolve("base/1"));
            Files.deleteIfExists(used.resolve("base"));
            Files.deleteIfExists(used);
        }
    }

    private static Path folder(long pid) throws IOException {
        Path folder = TestFolder.ours().resolveSibling("pavilion-test-" + pid);
        Files.createDirectories(folder.resolve("base"));
        Files.writeString(folder.resolve("base/1"), "x");
        return folder;
    }
}
