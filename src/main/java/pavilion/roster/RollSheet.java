package pavilion.roster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;

/** Checks the rows of a roll one by one and against each other, and reports flaws by line and column. */
final class RollSheet {
    static final int MOST_NAMED = 200;
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,39}");
    private static final Pattern AREA = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,2}0*)?");

    /** One person; or, where {@code person} is null, a household in which nobody lives. */
    record Entry(
            long line,
            String courtyard,
            String building,
            String household,
            @Nullable Long areaC,
            @Nullable String person,
            @Nullable String name,
            boolean adult,
            boolean tenant,
            boolean representative) {}

    final List<Entry> entries = new ArrayList<>();
    final List<RollReport.Flaw> flaws = new ArrayList<>();
    long flawed;
    private @Nullable RollColumns columns;
    private final Map<String, Entry> households = new HashMap<>();
    private final Map<String, Long> people = new HashMap<>();
    private final Map<String, Long> representatives = new HashMap<>();

    void take(long line, List<String> cells) {
        if (columns == null) {
            columns = RollColumns.of(cells);
            return;
        }
        long before = flawed;
        String courtyard = code(line, cells, "courtyard", true);
        String building = code(line, cells, "building", false);
        String household = code(line, cells, "household", true);
        Long area = area(line, cells);
        String person = code(line, cells, "person", false);
        String name = cell(line, cells, "name");
        boolean vacant = person.isEmpty() && name.isEmpty();
        boolean adult = !vacant && yes(line, cells, "adult");
        boolean tenant = !vacant && yes(line, cells, "tenant");
        boolean representative = !vacant && yes(line, cells, "representative");
        if (!vacant) {
            person(line, person, name, adult, representative, household);
        }
        Entry entry = new Entry(
                line,
                courtyard,
                building,
                household,
                area,
                vacant ? null : person,
                vacant ? null : name,
                adult,
                tenant,
                representative);
        if (flawed == before && same(entry)) {
            entries.add(entry);
        }
    }

    private void person(
            long line, String person, String name, boolean adult, boolean representative, String household) {
        if (person.isEmpty()) {
            flaw(line, "person", "roster.roll.empty");
        } else {
            Long first = people.putIfAbsent(person, line);
            if (first != null) {
                flaw(line, "person", "roster.roll.person-twice", person, first);
            }
        }
        if (name.isEmpty()) {
            flaw(line, "name", "roster.roll.empty");
        } else if (name.codePointCount(0, name.length()) > 40 || "=+-@\t".indexOf(name.charAt(0)) >= 0) {
            flaw(line, "name", "roster.roll.name");
        }
        if (representative && !adult) {
            flaw(line, "representative", "roster.roll.representative-minor");
        } else if (representative) {
            Long first = representatives.putIfAbsent(household, line);
            if (first != null) {
                flaw(line, "representative", "roster.roll.representative-twice", household, first);
            }
        }
    }

    /** Rows of one household must agree on where it is and how large it is. */
    private boolean same(Entry entry) {
        Entry first = households.putIfAbsent(entry.household(), entry);
        if (first == null) {
            return true;
        }
        if (!first.courtyard().equals(entry.courtyard())) {
            flaw(entry.line(), "courtyard", "roster.roll.differs", first.line());
        } else if (!first.building().equals(entry.building())) {
            flaw(entry.line(), "building", "roster.roll.differs", first.line());
        } else if (!Objects.equals(first.areaC(), entry.areaC())) {
            flaw(entry.line(), "area", "roster.roll.differs", first.line());
        } else {
            return true;
        }
        return false;
    }

    private String code(long line, List<String> cells, String column, boolean needed) {
        String code = cell(line, cells, column);
        if (code.isEmpty() && needed) {
            flaw(line, column, "roster.roll.empty");
        } else if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            flaw(line, column, "roster.roll.code");
            return "";
        }
        return code;
    }

    private @Nullable Long area(long line, List<String> cells) {
        String text = cell(line, cells, "area");
        if (text.isEmpty()) {
            return null;
        }
        if (AREA.matcher(text).matches()) {
            long area = new BigDecimal(text).movePointRight(2).longValueExact();
            if (area > 0) {
                return area;
            }
        }
        flaw(line, "area", "roster.roll.area");
        return null;
    }

    private boolean yes(long line, List<String> cells, String column) {
        Boolean yes = RollColumns.yes(cell(line, cells, column));
        if (yes == null) {
            flaw(line, column, "roster.roll.yes-no");
        }
        return Boolean.TRUE.equals(yes);
    }

    private String cell(long line, List<String> cells, String column) {
        String cell = columns == null ? "" : columns.cell(cells, column);
        if (cell.equals(RollFile.FORMULA)) {
            flaw(line, column, "roster.roll.formula");
            return "";
        }
        if (cell.equals(RollFile.TOO_LONG)) {
            flaw(line, column, "roster.roll.long", RollFile.LONGEST_CELL);
            return "";
        }
        return cell;
    }

    void flaw(long line, String column, String key, Object... args) {
        flawed++;
        if (flaws.size() < MOST_NAMED) {
            flaws.add(new RollReport.Flaw(line, column, Refusal.of(key, args)));
        }
    }

    /** @throws Refused if there was not even a row with the column names */
    void end() {
        if (columns == null) {
            throw new Refused("roster.roll.nothing");
        }
    }
}
