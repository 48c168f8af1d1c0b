package pavilion.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import pavilion.server.Config;

/** A folder for a server that is used once; deleted with everything in it. */
final class TempFolder implements AutoCloseable {
    private final Path folder;

    TempFolder(String name) throws IOException {
        this.folder = Files.createTempDirectory(name);
    }

    Path folder() {
        return folder;
    }

    /** A demo on free ports of this machine. */
    Config config() {
        return new Config(0, "127.0.0.1", 0, folder.resolve("data"), Optional.empty(), null, true, false, 24);
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
