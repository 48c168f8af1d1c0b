package pavilion.roster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Refused;

/**
 * Reads a roll row by row, from a sheet or from comma-separated text in UTF-8 or GB18030. A file that unpacks to more than
 * any roll needs is refused before it is read.
 */
final class RollFile {
    static final long LARGEST = 64L << 20;
    static final int MOST_ENTRIES = 200;
    static final int MOST_ROWS = 200_000;
    static final int LONGEST_CELL = 200;
    /** Replaces a formula in a cell; {@link RollSheet} then reports its line and column. */
    static final String FORMULA = "\u0000formula";

    /** Replaces a cell that is too long. */
    static final String TOO_LONG = "\u0000long";

    private static final Charset GB18030 = Charset.forName("GB18030");

    interface Rows {
        void row(long line, List<String> cells);
    }

    private RollFile() {}

    /** @throws Refused if this is not a roll at all */
    static void read(Path file, Rows rows) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new Refused("roster.roll.too-large", LARGEST >> 20);
            }
            if (isZip(file)) {
                weigh(file);
                sheet(file, rows);
            } else {
                text(file, rows);
            }
        } catch (IOException e) {
            throw new Refused("roster.roll.unreadable");
        } catch (UncheckedIOException | ExcelReaderException e) {
            throw new Refused("roster.roll.unreadable");
        }
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

    private static void sheet(Path file, Rows rows) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile());
                Stream<Row> stream = book.getFirstSheet().openStream()) {
            stream.forEach(row -> {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < Math.min(row.getCellCount(), 64); i++) {
                    cells.add(cell(row.getCell(i)));
                }
                give(row.getRowNum(), cells, rows);
            });
        }
    }

    private static String cell(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
            return FORMULA;
        }
        return switch (cell.getType()) {
            case NUMBER -> cell.asNumber().stripTrailingZeros().toPlainString();
            case BOOLEAN -> cell.asBoolean() ? "1" : "0";
            default -> cell.getText();
        };
    }

    private static void text(Path file, Rows rows) throws IOException {
        Charset charset = reads(file, StandardCharsets.UTF_8) ? StandardCharsets.UTF_8 : GB18030;
        if (charset == GB18030 && !reads(file, GB18030)) {
            throw new Refused("roster.roll.encoding");
        }
        try (Reader reader = open(file, charset);
                CSVParser parser = CSVFormat.DEFAULT
                        .builder()
                        .setIgnoreEmptyLines(false)
                        .get()
                        .parse(reader)) {
            long line = 1;
            for (CSVRecord row : parser) {
                give(line, row.toList(), rows);
                line = parser.getCurrentLineNumber() + 1;
            }
        }
    }

    private static boolean reads(Path file, Charset charset) throws IOException {
        char[] buffer = new char[1 << 14];
        try (Reader reader = open(file, charset)) {
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    if (buffer[i] == 0) {
                        return false;
                    }
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Reader open(Path file, Charset charset) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static void give(long line, List<String> cells, Rows rows) {
        if (line > MOST_ROWS) {
            throw new Refused("roster.roll.too-many-rows", MOST_ROWS);
        }
        boolean empty = cells.stream().allMatch(String::isBlank);
        if (!empty) {
            rows.row(line, cells.stream().map(RollFile::bounded).toList());
        }
    }

    private static String bounded(String cell) {
        return cell.length() > LONGEST_CELL ? TOO_LONG : cell;
    }
}
