package pavilion.db;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The embedded PostgreSQL could not be set up or started. The message is what it said last. */
public final class PostgresFailed extends RuntimeException {
    private static final int LINES = 6;
    private final transient Path log;
    private final Reason reason;

    /** As far as what it said tells. */
    public enum Reason {
        DISK_FULL("No space left on device"),
        /** Files of its folder belong to another user. */
        NOT_OURS("has wrong ownership", "Permission denied"),
        OTHER("");

        private final List<String> words;

        Reason(String... words) {
            this.words = List.of(words);
        }

        private static Reason of(String said) {
            for (Reason each : values()) {
                if (each.words.stream().anyMatch(said::contains)) {
                    return each;
                }
            }
            return OTHER;
        }
    }

    /** @param from where in the file begins what this start of it said, in bytes */
    PostgresFailed(Path log, long from) {
        this(log, said(log, from));
    }

    private PostgresFailed(Path log, String said) {
        super(lastLines(said));
        this.log = log;
        this.reason = Reason.of(said);
    }

    /** The file with everything that it said. */
    public Path log() {
        return log;
    }

    public Reason reason() {
        return reason;
    }

    private static String said(Path log, long from) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.max(0, file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static String lastLines(String said) {
        List<String> lines = said.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }
}
