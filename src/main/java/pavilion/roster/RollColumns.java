package pavilion.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import pavilion.rules.Refused;

/**
 * The columns of a roll: which of them a file has, in which order; and the columns that are always refused: identity number,
 * date of birth, face.
 */
final class RollColumns {
    static final List<String> ALL = List.of(
            "courtyard", "building", "household", "area", "person", "name", "adult", "tenant", "representative");
    private static final Map<String, Object> WORDS = words();

    private final Map<String, Integer> at;

    private RollColumns(Map<String, Integer> at) {
        this.at = at;
    }

    /** @throws Refused naming the column that is missing, that is there twice, or that must not be collected */
    static RollColumns of(List<String> heads) {
        Map<String, Integer> at = new HashMap<>();
        for (int i = 0; i < heads.size(); i++) {
            String head = plain(heads.get(i));
            for (String never : list("never")) {
                if (head.contains(never)) {
                    throw new Refused("roster.roll.never", heads.get(i).strip());
                }
            }
            String column = named(head);
            if (column != null && at.putIfAbsent(column, i) != null) {
                throw new Refused("roster.roll.column-twice", heads.get(i).strip());
            }
        }
        for (String column : ALL) {
            if (!at.containsKey(column) && !column.equals("area") && !column.equals("building")) {
                throw new Refused("roster.roll.column-missing", head(column, "zh"), head(column, "en"));
            }
        }
        return new RollColumns(at);
    }

    private static @Nullable String named(String head) {
        for (String column : ALL) {
            if (names(column).stream().anyMatch(n -> plain(n).equals(head))) {
                return column;
            }
        }
        return null;
    }

    String cell(List<String> cells, String column) {
        Integer i = at.get(column);
        return i == null || i >= cells.size() || cells.get(i) == null
                ? ""
                : cells.get(i).strip();
    }

    /** The name written above the column. */
    static String head(String column, String lang) {
        return names(column).get(lang.equals("en") ? 1 : 0);
    }

    static List<String> heads(String lang) {
        return ALL.stream().map(c -> head(c, lang)).toList();
    }

    /** @return null for a cell that says neither yes nor no */
    static @Nullable Boolean yes(String cell) {
        String word = plain(cell);
        return list("yes").contains(word) ? Boolean.TRUE : list("no").contains(word) ? Boolean.FALSE : null;
    }

    static String word(boolean yes, String lang) {
        return list(yes ? "yes" : "no").get(lang.equals("en") ? 1 : 0);
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    @SuppressWarnings("unchecked")
    private static List<String> names(String column) {
        return ((Map<String, List<String>>) WORDS.get("columns")).get(column);
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(String key) {
        return (List<String>) WORDS.get(key);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> words() {
        try (InputStream in = Objects.requireNonNull(RollColumns.class.getResourceAsStream("/roster/columns.yaml"))) {
            return Map.copyOf(
                    (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
