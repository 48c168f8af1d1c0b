package pavilion.server;

import java.nio.file.Path;

/** Only a process that holds a data folder writes a log, into that folder; a command that only reads a file leaves none. */
public final class LogFile {
    private LogFile() {}

    /** Must be called before the first line is logged. */
    public static void at(Path file) {
        System.setProperty("pavilion.log", file.toString());
        System.setProperty("pavilion.log.to", "FILE");
    }
}
