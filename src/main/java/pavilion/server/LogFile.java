package pavilion.server;

import java.nio.file.Path;

/** Only what holds a data folder writes a log, and there; a command that reads a file and answers leaves nothing behind. */
public final class LogFile {
    private LogFile() {}

    /** To be said before the first line is logged. */
    public static void at(Path file) {
        System.setProperty("pavilion.log", file.toString());
        System.setProperty("pavilion.log.to", "FILE");
    }
}
