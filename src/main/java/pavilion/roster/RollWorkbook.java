package pavilion.roster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** The sheets of an XLSX file that a person sees, as rows of text. */
final class RollWorkbook {
    private static final int MOST_SHEETS = 20;

    private RollWorkbook() {}

    private record SheetSource(Path file, Sheet sheet) implements RollFile.Source {
        @Override
        public void read(long most, RollFile.Rows rows) throws IOException {
            RollMerges merges = RollMerges.of(file, sheet.getId());
            long given = 0;
            try (Stream<Row> stream = sheet.openStream()) {
                Iterator<Row> all = stream.iterator();
                while (given < most && all.hasNext()) {
                    Row row = all.next();
                    List<String> cells = new ArrayList<>();
                    for (int i = 0; i < Math.min(row.getCellCount(), RollMerges.MOST_COLUMNS); i++) {
                        cells.add(text(row.getCell(i)));
                    }
                    merges.fill(row.getRowNum(), cells);
                    if (RollFile.give(row.getRowNum(), cells, rows)) {
                        given++;
                    }
                }
            }
        }
    }

    static ReadableWorkbook open(Path file) throws IOException {
        return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
    }

    static List<RollFile.Source> sheets(Path file, ReadableWorkbook book) {
        return book.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .limit(MOST_SHEETS)
                .<RollFile.Source>map(sheet -> new SheetSource(file, sheet))
                .toList();
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
            return RollFile.FORMULA;
        }
        return switch (cell.getType()) {
            case NUMBER -> isDay(cell) ? RollFile.DAY : RollText.number(cell.asNumber());
            case BOOLEAN -> cell.asBoolean() ? "1" : "0";
            // An error is what a formula left behind.
            case ERROR -> RollFile.FORMULA;
            default -> cell.getText();
        };
    }

    /** Whether a number is shown as a day or a time, by its format (ECMA-376 part 1, 18.8.30). */
    private static boolean isDay(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null
                && (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58)) {
            return true;
        }
        String format = cell.getDataFormatString();
        return format != null
                && format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|General", "")
                        .matches("(?i).*[ymdhs].*");
    }
}
