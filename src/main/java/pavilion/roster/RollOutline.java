package pavilion.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A list that names a courtyard, a building or a flat in its first row only and leaves the cells below it empty: the parts of an
 * address from the left up to the first one that is written are those of the row above.
 */
final class RollOutline {
    private static final List<String> PARTS = List.of("courtyard", "building", "unit", "room", "address", "household");

    private RollOutline() {}

    static List<String> fill(RollColumns columns, List<String> cells, List<String> above) {
        boolean somebody = Stream.of("name", "head", "person")
                .anyMatch(c -> !columns.cell(cells, c).isBlank());
        if (above.isEmpty() || !somebody) {
            return cells;
        }
        List<String> full = new ArrayList<>(cells);
        for (String part : PARTS) {
            if (!columns.has(part)) {
                continue;
            }
            if (!columns.cell(cells, part).isBlank()) {
                return full;
            }
            columns.set(full, part, columns.cell(above, part));
        }
        return full;
    }
}
