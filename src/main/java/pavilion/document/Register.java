package pavilion.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The register of resolutions as a table: CSV for any program, XLSX for the clerk. */
public final class Register {
    /** The message key of the sheet's name. */
    public static final String SHEET = "document.register.sheet";

    private static final List<String> HEADINGS = List.of(
            "document.register.number",
            "document.register.title",
            "document.register.place",
            "document.register.stage",
            "document.register.decided",
            "document.register.outcome",
            "document.register.text",
            "document.register.rule",
            "document.register.hash");

    private static final int[] WIDTHS = {20, 40, 20, 14, 14, 50, 50, 24, 24};

    /** A spreadsheet takes a cell that begins with one of these for a formula; some do so for the full-width forms. */
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private Register() {}

    /**
     * @param outcome the stored outcome as one line
     * @param text what was decided, or put to the vote, in its own words
     */
    public record RegisterRow(
            String number,
            String title,
            String place,
            String stage,
            LocalDate decided,
            String outcome,
            String text,
            String rule,
            String hash) {

        private List<String> cells() {
            return List.of(number, title, place, stage, decided.toString(), outcome, text, rule, hash);
        }
    }

    /** RFC 4180 in UTF-8, with the byte order mark by which Excel recognises it. */
    public static byte[] csv(List<RegisterRow> rows, UnaryOperator<String> words) {
        var text = new StringBuilder("\uFEFF");
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(HEADINGS.stream().map(words));
            for (RegisterRow row : rows) {
                csv.printRecord(row.cells().stream().map(Register::withoutFormula));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Cells are text, so nothing in them is ever a formula. */
    public static byte[] xlsx(List<RegisterRow> rows, UnaryOperator<String> words) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Pavilion", "1.0")) {
            Worksheet sheet = book.newWorksheet(words.apply(SHEET));
            for (int column = 0; column < WIDTHS.length; column++) {
                sheet.width(column, WIDTHS[column]);
                sheet.value(0, column, words.apply(HEADINGS.get(column)));
            }
            sheet.range(0, 0, 0, WIDTHS.length - 1).style().bold().set();
            sheet.freezePane(0, 1);
            for (int line = 0; line < rows.size(); line++) {
                List<String> cells = rows.get(line).cells();
                for (int column = 0; column < cells.size(); column++) {
                    sheet.value(line + 1, column, printable(cells.get(column)));
                }
            }
            book.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String withoutFormula(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    /** XML allows no control characters but these three; a spreadsheet refuses the whole file over any other. */
    private static String printable(String cell) {
        return cell.codePoints()
                .filter(c -> c >= 0x20 && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF)
                        || c == '\n'
                        || c == '\r'
                        || c == '\t')
                .limit(32_000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
