package pavilion.roster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;

/** Writes the roll as a file that can be imported again: comma-separated text or a sheet. */
public final class RollExport {
    private final Database database;

    public RollExport(Database database) {
        this.database = database;
    }

    /** @param below the path of a place: its households only; '/' for all */
    public byte[] csv(int community, String below, String lang) {
        return csv(RollStore.export(database.plainJob(), community, below), lang);
    }

    public byte[] xlsx(int community, String below, String lang) {
        return xlsx(RollStore.export(database.plainJob(), community, below), lang);
    }

    private static byte[] csv(List<RollSheet.Entry> rows, String lang) {
        StringBuilder out = new StringBuilder("\uFEFF");
        try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.DEFAULT)) {
            printer.printRecord(RollColumns.heads(lang));
            for (RollSheet.Entry row : rows) {
                printer.printRecord(cells(row, lang));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] xlsx(List<RollSheet.Entry> rows, String lang) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Pavilion", "1.0")) {
            Worksheet sheet = book.newWorksheet("roster");
            line(sheet, 0, RollColumns.heads(lang));
            int at = 1;
            for (RollSheet.Entry row : rows) {
                line(sheet, at++, cells(row, lang));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void line(Worksheet sheet, int at, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                sheet.value(at, i, cells.get(i));
            }
        }
    }

    private static List<String> cells(RollSheet.Entry row, String lang) {
        boolean vacant = row.person() == null;
        return List.of(
                row.courtyard(),
                row.building(),
                row.household(),
                row.areaC() == null ? "" : BigDecimal.valueOf(row.areaC(), 2).toPlainString(),
                text(row.person()),
                text(row.name()),
                vacant ? "" : RollColumns.word(row.adult(), lang),
                vacant ? "" : RollColumns.word(row.tenant(), lang),
                vacant ? "" : RollColumns.word(row.representative(), lang));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
