package pavilion.roster;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row of a roll: reads its cells, and reports each wrong one once, however many checks it fails. */
final class RollRow {
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,39}");
    private static final Pattern AREA = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,2}0*)?");
    private static final int LONGEST_NAME = 40;

    final long line;
    private final RollColumns columns;
    private final List<String> cells;
    private final RollSheet sheet;
    private final Set<String> wrong = new HashSet<>();

    RollRow(RollSheet sheet, RollColumns columns, long line, List<String> cells) {
        this.sheet = sheet;
        this.columns = columns;
        this.line = line;
        this.cells = cells;
    }

    boolean good() {
        return wrong.isEmpty();
    }

    boolean isWrong(String column) {
        return wrong.contains(column);
    }

    void flaw(String column, String key, Object... args) {
        if (wrong.add(column)) {
            sheet.flaw(line, column, key, args);
        }
    }

    private String cell(String column) {
        String cell = columns.cell(cells, column);
        switch (cell) {
            case RollFile.FORMULA -> flaw(column, "roster.roll.formula");
            case RollFile.DAY -> flaw(column, "roster.roll.day");
            case RollFile.TOO_LONG -> flaw(column, "roster.roll.long", RollFile.LONGEST_CELL);
            default -> {
                return cell;
            }
        }
        return "";
    }

    String code(String column) {
        String code = RollText.code(cell(column));
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            flaw(column, "roster.roll.code");
            return "";
        }
        return code;
    }

    /** A name of a person or of a place. */
    String name(String column) {
        String name = RollText.name(cell(column));
        if (!name.isEmpty()
                && (name.codePointCount(0, name.length()) > LONGEST_NAME || "=+-@".indexOf(name.charAt(0)) >= 0)) {
            flaw(column, "roster.roll.name");
        }
        return name;
    }

    String text(String column) {
        return RollText.code(cell(column));
    }

    /** Hundredths of a square metre. */
    @Nullable
    Long area() {
        String text = RollText.area(cell("area"));
        if (text.isEmpty()) {
            return null;
        }
        if (AREA.matcher(text).matches()) {
            long area = new BigDecimal(text).movePointRight(2).longValueExact();
            if (area > 0) {
                return area;
            }
        }
        flaw("area", "roster.roll.area", text);
        return null;
    }

    /** @param empty what an empty cell means; null where it must not be empty */
    boolean yes(String column, @Nullable Boolean empty) {
        String cell = cell(column);
        if (isWrong(column)) {
            return false;
        }
        Boolean yes = cell.isBlank() && empty != null ? empty : RollColumns.yes(cell);
        if (yes == null) {
            flaw(column, "roster.roll.yes-no");
        }
        return Boolean.TRUE.equals(yes);
    }
}
