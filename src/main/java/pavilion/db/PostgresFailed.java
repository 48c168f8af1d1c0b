package pavilion.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The embedded PostgreSQL could not be set up or started. The message is what it said last. */
public final class PostgresFailed extends RuntimeException {
    private static final int LINES = 6;
    private final transient Path log;

    PostgresFailed(Path log) {
        super(lastLines(log));
        this.log = log;
    }

    /** The file with everything that it said. */
    public Path log() {
        return log;
    }

    private static String lastLines(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
