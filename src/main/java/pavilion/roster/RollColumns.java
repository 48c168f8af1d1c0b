package pavilion.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import pavilion.rules.Refused;

/**
 * The columns of a roll: which of them a file has, in which order; and the columns that are always refused: identity number,
 * date of birth, face.
 */
final class RollColumns {
    /** What is written, in this order. */
    static final List<String> ALL = List.of(
            "courtyard", "building", "household", "area", "person", "name", "adult", "tenant", "representative");

    /** What a clerk fills in who has no codes. */
    static final List<String> TEMPLATE =
            List.of("courtyard", "building", "unit", "room", "area", "name", "adult", "tenant", "representative");

    private static final Map<String, Object> WORDS = words();

    /** Before the names of the columns were found. */
    static final RollColumns NONE = new RollColumns(Map.of());

    private final Map<String, Integer> at;

    private RollColumns(Map<String, Integer> at) {
        this.at = at;
    }

    /** How many different columns these cells name. */
    static int known(List<String> cells) {
        return (int) cells.stream()
                .map(RollColumns::named)
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    /** @throws Refused naming the column that is missing, that is there twice, or that must not be collected */
    static RollColumns of(List<String> heads) {
        Map<String, Integer> at = new HashMap<>();
        for (int i = 0; i < heads.size(); i++) {
            String head = RollText.head(heads.get(i));
            for (String never : list("never")) {
                if (head.contains(RollText.head(never))) {
                    throw new Refused("roster.roll.never", RollText.plain(heads.get(i)));
                }
            }
            String column = named(heads.get(i));
            // A head that is merged over several columns stands in each of them.
            if (column != null && at.putIfAbsent(column, i) != null && !head.equals(RollText.head(heads.get(i - 1)))) {
                throw new Refused("roster.roll.column-twice", RollText.plain(heads.get(i)));
            }
        }
        needs(at, "household", "room", "address");
        needs(at, "name", "head");
        return new RollColumns(at);
    }

    private static void needs(Map<String, Integer> at, String... oneOf) {
        if (Stream.of(oneOf).noneMatch(at::containsKey)) {
            throw new Refused(
                    "roster.roll.column-missing",
                    Stream.of(oneOf).map(c -> head(c, "zh")).collect(Collectors.joining(" / ")),
                    Stream.of(oneOf).map(c -> head(c, "en")).collect(Collectors.joining(" / ")));
        }
    }

    private static @Nullable String named(String cell) {
        String head = RollText.head(cell);
        String bare = RollText.withoutRemark(head);
        for (String column : columns()) {
            for (String name : names(column)) {
                String plain = RollText.head(name);
                if (plain.equals(head) || plain.equals(bare)) {
                    return column;
                }
            }
        }
        return null;
    }

    boolean has(String column) {
        return at.containsKey(column);
    }

    /** What stands in the cell as it is written; {@code ""} where the file has no such column. */
    String cell(List<String> cells, String column) {
        Integer i = at.get(column);
        return i == null || i >= cells.size() || cells.get(i) == null ? "" : cells.get(i);
    }

    void set(List<String> cells, String column, String text) {
        int i = at.get(column);
        while (cells.size() <= i) {
            cells.add("");
        }
        cells.set(i, text);
    }

    /** The letter above the column; empty where the file has none. */
    String letter(String column) {
        Integer i = at.get(column);
        return i == null ? "" : RollText.letter(i);
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
        return isOneOf("yes", cell) ? Boolean.TRUE : isOneOf("no", cell) ? Boolean.FALSE : null;
    }

    static String word(boolean yes, String lang) {
        return list(yes ? "yes" : "no").get(lang.equals("en") ? 1 : 0);
    }

    /** Whether a cell is one of the words under this key. */
    static boolean isOneOf(String key, String cell) {
        String word = RollText.head(cell);
        return list(key).stream().anyMatch(w -> RollText.head(w).equals(word));
    }

    @SuppressWarnings("unchecked")
    private static Set<String> columns() {
        return ((Map<String, List<String>>) WORDS.get("columns")).keySet();
    }

    /** The sentences of the sheet that explains the template, line by line. */
    static List<String> help(String lang) {
        return list("help-" + lang);
    }

    /** Rows to copy, in the order of the template. */
    @SuppressWarnings("unchecked")
    static List<List<String>> examples(String lang) {
        return (List<List<String>>) WORDS.get("examples-" + lang);
    }

    /** A word of the template: the name of one of its sheets. */
    static String sheet(String name, String lang) {
        return list("sheet-" + name).get(lang.equals("en") ? 1 : 0);
    }

    /** How something in a cell is written. */
    @SuppressWarnings("unchecked")
    static Pattern pattern(String key) {
        return Pattern.compile(((Map<String, String>) WORDS.get("patterns")).get(key));
    }

    /** The pattern for a part of an address: building, unit or room. */
    @SuppressWarnings("unchecked")
    static String home(String part) {
        return ((Map<String, String>) WORDS.get("home")).get(part);
    }

    static List<String> templateHeads(String lang) {
        return TEMPLATE.stream()
                .map(c -> c.equals("courtyard") ? sheet("courtyard", lang) : head(c, lang))
                .toList();
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
