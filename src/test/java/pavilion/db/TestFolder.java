package pavilion.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where an embedded test server keeps its data: in memory where the machine has room for it, since copying a database
 * means hundreds of new files, which a disk takes thirty times as long to make.
 */
final class TestFolder {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM = 2L << 30;
    private static final String PREFIX = "pavilion-test-";

    private TestFolder() {}

    /** A folder of this process that does not exist yet; those of processes that were killed are removed. */
    static Path ours() {
        Path parent = parent();
        try (Stream<Path> folders = Files.list(parent)) {
            folders.filter(TestFolder::abandoned).forEach(TestFolder::remove);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parent.resolve(PREFIX + ProcessHandle.current().pid());
    }

    /** Where folders of tests go that need no disk. */
    static Path parent() {
        try {
            if (Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() >= ROOM) {
                return MEMORY;
            }
            return Files.createDirectories(Path.of("target", "test-database").toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean abandoned(Path folder) {
        String name = folder.getFileName().toString();
        return name.matches(PREFIX + "[0-9]+")
                && ProcessHandle.of(Long.parseLong(name.substring(PREFIX.length())))
                        .isEmpty();
    }

    private static void remove(Path folder) {
        try {
            Path running = folder.resolve("postmaster.pid");
            if (Files.exists(running)) {
                long pid = Long.parseLong(Files.readAllLines(running).getFirst().strip());
                ProcessHandle.of(pid)
                        .filter(p -> p.info()
                                .command()
                                .map(c -> c.contains("postgres"))
                                .orElse(false))
                        .ifPresent(p -> {
                            p.destroyForcibly();
                            p.onExit().join();
                        });
            }
            List<Path> all;
            try (Stream<Path> inside = Files.walk(folder)) {
                all = inside.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path each : all) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            // Another process of ours removes it at the same moment, or it is somebody else's: only space is lost.
            System.err.println("not removed: " + folder + ": " + e);
        }
    }
}
