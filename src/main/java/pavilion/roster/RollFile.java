package pavilion.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Refused;

/**
 * Reads a roll row by row, from a sheet or from text. The names of the columns are looked for in the first rows of every sheet, and
 * in text with every separator; what stands above them is a title. A file that unpacks to more than any roll needs is refused
 * before it is read.
 */
final class RollFile {
    static final long LARGEST = 64L << 20;
    static final int MOST_ENTRIES = 200;
    static final int MOST_ROWS = 200_000;
    static final int LONGEST_CELL = 200;
    /** The names of the columns stand in one of so many rows. */
    static final int HEAD_WITHIN = 20;

    /** Replaces a formula in a cell; {@link RollRow} then reports its line and column. */
    static final String FORMULA = "\u0000formula";

    /** Replaces a day: what a spreadsheet makes of {@code 3-2}. */
    static final String DAY = "\u0000day";

    /** Replaces a cell that is too long. */
    static final String TOO_LONG = "\u0000long";

    interface Rows {
        void row(long line, List<String> cells);
    }

    /** Something with rows in it: one sheet of a file, or its text read with one separator. */
    interface Source {
        /** @param most rows that are given at most */
        void read(long most, Rows rows) throws IOException;
    }

    private record Head(Source source, long line, List<String> cells, int known) {}

    private RollFile() {}

    /**
     * @param into is told the columns first, then each row beneath them
     * @throws Refused if this is not a roll at all
     */
    static void read(Path file, RollSheet into) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new Refused("roster.roll.too-large", LARGEST >> 20);
            }
            if (isZip(file)) {
                weigh(file);
            }
            switch (RollFileKind.of(file)) {
                case SHEET -> {
                    try (ReadableWorkbook book = RollWorkbook.open(file)) {
                        read(RollWorkbook.sheets(file, book), into);
                    }
                }
                case TEXT -> read(RollTextFile.sources(file), into);
            }
        } catch (IOException | UncheckedIOException | ExcelReaderException e) {
            throw new Refused("roster.roll.unreadable");
        }
    }

    private static void read(List<? extends Source> sources, RollSheet into) throws IOException {
        Head head = null;
        boolean anything = false;
        for (Source source : sources) {
            List<Head> first = new ArrayList<>();
            source.read(
                    HEAD_WITHIN, (line, cells) -> first.add(new Head(source, line, cells, RollColumns.known(cells))));
            anything = anything || !first.isEmpty();
            Head best = best(first);
            if (best != null && (head == null || best.known() > head.known())) {
                head = best;
            }
        }
        if (head == null) {
            throw new Refused(anything ? "roster.roll.no-heads" : "roster.roll.nothing", HEAD_WITHIN);
        }
        long top = head.line();
        List<String> heads = head.cells();
        into.columns(RollColumns.of(heads));
        head.source().read(Long.MAX_VALUE, (line, cells) -> {
            // A long list often has its heads again at the top of each printed page.
            if (line > top && !cells.equals(heads)) {
                into.take(line, cells);
            }
        });
    }

    /** The row that names the most columns. Names merged over two rows stand in both, and the rows begin below the second. */
    private static @Nullable Head best(List<Head> rows) {
        Head best = null;
        for (Head row : rows) {
            boolean again = best != null && row.line() == best.line() + 1 && row.known() == best.known();
            if (row.known() > 0 && (best == null || row.known() > best.known() || again)) {
                best = row;
            }
        }
        return best;
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4);
            return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
        }
    }

    // The sizes stated in a zip file may be false, so its content is unpacked, counted and thrown away.
    private static void weigh(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new Refused("roster.roll.too-large", LARGEST >> 20);
            }
            long total = 0;
            byte[] buffer = new byte[1 << 16];
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        total += n;
                        if (total > LARGEST) {
                            throw new Refused("roster.roll.too-large", LARGEST >> 20);
                        }
                    }
                }
            }
        }
    }

    /** Gives a row on, unless it is empty. @return whether it was given */
    static boolean give(long line, List<String> cells, Rows rows) {
        if (line > MOST_ROWS) {
            throw new Refused("roster.roll.too-many-rows", MOST_ROWS);
        }
        if (cells.stream().allMatch(String::isBlank)) {
            return false;
        }
        rows.row(line, cells.stream().map(RollFile::bounded).toList());
        return true;
    }

    private static String bounded(String cell) {
        return cell.length() > LONGEST_CELL ? TOO_LONG : cell;
    }
}
