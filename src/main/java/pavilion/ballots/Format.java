package pavilion.ballots;

import java.io.InputStream;
import java.util.Locale;
import java.util.function.Function;

/** The formats of ballot files, by file name extension. */
public enum Format {
    BLT(in -> new BltFile(in).read()),
    SOC(in -> new PrefLibFile(in, true, true).read()),
    SOI(in -> new PrefLibFile(in, true, false).read()),
    TOC(in -> new PrefLibFile(in, false, true).read()),
    TOI(in -> new PrefLibFile(in, false, false).read()),
    ABIF(in -> new AbifFile(in).read()),
    PB(in -> new PabulibFile(in).read()),
    JSON(in -> new ExportFile(in).read());

    private final Function<InputStream, BallotFile> reader;

    Format(Function<InputStream, BallotFile> reader) {
        this.reader = reader;
    }

    /** @throws BallotFileError if the name has none of these extensions */
    public static Format of(String name) {
        String end = name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        for (Format each : values()) {
            if (each.name().equals(end)) {
                return each;
            }
        }
        throw new BallotFileError(1, 1, "ballots.ending", name);
    }

    BallotFile read(InputStream in) {
        return reader.apply(in);
    }
}
