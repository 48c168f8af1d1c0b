package pavilion.ballots;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pavilion.rules.Refusal;
import pavilion.rules.method.Ballot;
import pavilion.rules.method.Method;
import pavilion.rules.method.Profile;

/**
 * ABIF (electorama.com/abif): {@code 27:A>B=C}, {@code 27:A/5>B/3} or {@code 27:A/5,B/3}, a name of several words in brackets
 * or quotation marks; {@code =A:[Ann Ames]} declares an option, {@code #} begins a comment, {@code {…}} holds data about the file.
 * On a ballot with marks an option without one has 0.
 */
final class AbifFile {
    private static final int MOST = 10_000;
    private static final String SIGNS = ">=,/:#[]\"{}";
    // What stands for a separator elsewhere or on another keyboard: read as part of a name it would make one option of
    // two.
    private static final String ODD = ";<|*\uFF1B\uFF0C\u3001\uFF1E\uFF1C\uFF1D\uFF0F\uFF1A\uFF5C";

    private final Lines lines;
    private final BallotCollector box = new BallotCollector();
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private boolean declared;
    private boolean ticks = true;
    private boolean marks = true;
    private int pointDecimals;
    private int count;
    private BigDecimal unmarked = BigDecimal.ZERO;
    private int[] order = new int[16];
    private int[] seen = new int[16];

    /** A ballot whose marks are not yet scaled to the common number of decimals. */
    private record Row(int[] order, List<BigDecimal> points, boolean byPoints, BigDecimal weight) {}

    AbifFile(InputStream in) {
        this.lines = new Lines(in);
    }

    BallotFile read() {
        for (Cursor line = lines.next(); line != null; line = lines.next()) {
            if (line.blank() || line.peek() == '#') {
                continue;
            }
            if (line.peek() == '{') {
                data(line);
            } else if (line.take('=')) {
                declare(line);
            } else {
                ballot(line);
            }
        }
        if (count == 0) {
            throw new BallotFileError(lines.number() + 1, 1, "ballots.abif.none");
        }
        rows.forEach(this::put);
        List<Profile.Option> options = new ArrayList<>();
        places.forEach((id, place) -> options.add(new Profile.Option(id, names.get(place))));
        Set<Method.Needs> carries = EnumSet.of(Method.Needs.ORDER);
        if (ticks) {
            carries.add(Method.Needs.TICKS);
        }
        if (marks) {
            carries.add(Method.Needs.MARKS);
        }
        BallotFile file =
                new BallotFile(box.profile(options, pointDecimals, lines.number()), Optional.empty(), 1, carries);
        return unmarked.signum() == 0
                ? file
                : file.assuming(List.of(Refusal.of(
                        "ballots.assumed.unmarked",
                        unmarked.stripTrailingZeros().toPlainString())));
    }

    private static void data(Cursor line) {
        if (!line.text().stripTrailing().endsWith("}")) {
            throw line.mistake(line.text().length(), "ballots.expected.char", "}");
        }
    }

    private void declare(Cursor line) {
        if (count > 0 && !declared) {
            throw line.mistake("ballots.abif.late");
        }
        declared = true;
        int start = line.blanks().at();
        String id = token(line);
        line.blanks().expect(':');
        String name = line.blanks().atEnd() ? id : token(line);
        ended(line);
        if (places.containsKey(id)) {
            throw line.mistake(start, "ballots.abif.declared-twice", id);
        }
        add(id, name, line);
    }

    private void add(String id, String name, Cursor line) {
        if (names.size() == MOST) {
            throw line.mistake("ballots.options", MOST);
        }
        places.put(id, names.size());
        names.add(name);
        if (names.size() > order.length) {
            order = Arrays.copyOf(order, 2 * order.length);
            seen = Arrays.copyOf(seen, 2 * seen.length);
        }
    }

    private static void ended(Cursor line) {
        if (!line.blank() && line.peek() != '#') {
            boolean odd = ODD.indexOf(line.peek()) >= 0;
            throw odd
                    ? line.mistake("ballots.abif.odd", String.valueOf(line.peek()))
                    : line.mistake("ballots.abif.separator");
        }
    }

    private static String token(Cursor line) {
        int start = line.at();
        char close = line.peek() == '[' ? ']' : line.peek() == '"' ? '"' : 0;
        if (close != 0) {
            line.to(start + 1);
            while (!line.atEnd() && line.peek() != close) {
                line.to(line.at() + 1);
            }
            String name = line.text().substring(start + 1, line.at());
            line.expect(close);
            if (name.isBlank()) {
                throw line.mistake(start, "ballots.abif.token");
            }
            return name;
        }
        while (!line.atEnd()
                && !Character.isWhitespace(line.peek())
                && SIGNS.indexOf(line.peek()) < 0
                && ODD.indexOf(line.peek()) < 0) {
            line.to(line.at() + 1);
        }
        if (line.at() == start) {
            throw line.mistake(start, "ballots.abif.token");
        }
        return line.text().substring(start, line.at());
    }

    private void ballot(Cursor line) {
        BigDecimal weight = weight(line);
        List<BigDecimal> points = new ArrayList<>();
        count++;
        int size = 0;
        int marked = 0;
        boolean againstOrder = false;
        boolean commas = false;
        boolean orders = false;
        char before = '>';
        while (!line.blank() && line.peek() != '#') {
            int start = line.at();
            int option = option(token(line), line, start);
            if (seen[option] == count) {
                throw line.mistake(start, "ballots.twice", option + 1);
            }
            seen[option] = count;
            order[size++] = before == '=' ? ~option : option;
            ticks &= size == 1 || before == '=';
            boolean mark = line.blanks().take('/');
            points.add(mark ? line.blanks().decimal("ballots.abif.points") : BigDecimal.ZERO);
            againstOrder |= mark && before != ',' && marked < size - 1;
            marked += mark ? 1 : 0;
            before = line.blanks().peek();
            if (before != '>' && before != '=' && before != ',') {
                ended(line);
                break;
            }
            commas |= before == ',';
            orders |= before != ',';
            line.to(line.at() + 1);
            if (line.blank()) {
                throw line.mistake("ballots.abif.token");
            }
        }
        if (commas && (orders || marked == 0)) {
            throw line.mistake("ballots.abif.comma");
        }
        // With 0 an option would stand below one that the order puts it above: then the marks say nothing.
        boolean scored = marked > 0 && (commas || !againstOrder);
        unmarked = scored && marked < size ? unmarked.add(weight) : unmarked;
        keep(new Row(Arrays.copyOf(order, size), scored ? points : List.of(), commas, weight));
    }

    private void keep(Row row) {
        marks &= row.points().size() == row.order().length;
        row.points().forEach(each -> pointDecimals = Math.max(pointDecimals, each.scale()));
        if (row.points().isEmpty()) {
            box.add(Ballot.flat(1, row.order()), row.weight());
        } else {
            rows.add(row);
        }
    }

    private static BigDecimal weight(Cursor line) {
        int start = line.at();
        int at = start;
        while (at < line.text().length() && "0123456789.".indexOf(line.text().charAt(at)) >= 0) {
            at++;
        }
        int colon = at;
        while (colon < line.text().length()
                && Character.isWhitespace(line.text().charAt(colon))) {
            colon++;
        }
        if (at == start || colon == line.text().length() || line.text().charAt(colon) != ':') {
            if (line.text().indexOf(':') >= 0 && at == start) {
                throw line.mistake("ballots.abif.count");
            }
            return BigDecimal.ONE;
        }
        BigDecimal weight = line.decimal("ballots.abif.count");
        line.blanks().expect(':');
        return weight;
    }

    private int option(String id, Cursor line, int start) {
        Integer known = places.get(id);
        if (known == null && declared) {
            throw line.mistake(start, "ballots.abif.unknown", id);
        }
        if (known == null) {
            add(id, id, line);
            return names.size() - 1;
        }
        return known;
    }

    private void put(Row row) {
        long[] points = row.points().stream()
                .mapToLong(each -> each.movePointRight(pointDecimals).longValueExact())
                .toArray();
        box.add(
                row.byPoints() ? Ballot.marked(1, row.order(), points) : Ballot.flat(1, row.order(), points),
                row.weight());
    }
}
