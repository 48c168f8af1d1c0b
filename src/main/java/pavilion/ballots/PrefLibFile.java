package pavilion.ballots;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import pavilion.rules.method.Ballot;
import pavilion.rules.method.Method;

/**
 * PrefLib's orders (preflib.org, "Data format"): a head of {@code # KEY: value} lines or, in files before 2022, the number of
 * options, their names, and a line of totals; then {@code 12: 1,2,{3,4}}, in older files {@code 12,1,2,{3,4}}.
 */
final class PrefLibFile {
    private static final int MOST = 10_000;

    private final Lines lines;
    private final boolean strict;
    private final boolean complete;
    private final BallotCollector box = new BallotCollector();
    private String[] names = {};
    private int[] seen = {};
    private int[] order = {};
    private int size;
    private int levels;
    private long voters = -1;
    private long orders = -1;
    private int named;
    private boolean ticks = true;

    PrefLibFile(InputStream in, boolean strict, boolean complete) {
        this.lines = new Lines(in);
        this.strict = strict;
        this.complete = complete;
    }

    BallotFile read() {
        Cursor line = line();
        if (line == null) {
            throw new BallotFileError(1, 1, "ballots.empty");
        }
        boolean old = line.peek() != '#';
        line = old ? oldHead(line) : head(line);
        if (names.length == 0 || named < names.length) {
            throw new BallotFileError(
                    line == null ? lines.number() + 1 : line.line(), 1, "ballots.preflib.names", names.length);
        }
        for (; line != null; line = line()) {
            order(line, old ? ',' : ':');
        }
        totals();
        Set<Method.Needs> carries = EnumSet.of(Method.Needs.ORDER);
        if (ticks && !strict) {
            carries.add(Method.Needs.TICKS);
        }
        return new BallotFile(
                box.profile(BallotCollector.named(names), 0, lines.number()), Optional.empty(), 1, carries);
    }

    private Cursor line() {
        Cursor line = lines.next();
        while (line != null && line.blank()) {
            line = lines.next();
        }
        return line;
    }

    private Cursor head(Cursor first) {
        Cursor line = first;
        while (line != null && line.take('#')) {
            String text = line.text().substring(line.at());
            int colon = text.indexOf(':');
            if (colon >= 0) {
                entry(line, text.substring(0, colon).strip(), line.at() + colon + 1);
            }
            line = line();
        }
        return line;
    }

    private void entry(Cursor line, String key, int value) {
        line.to(value);
        line.blanks();
        if (key.equals("NUMBER ALTERNATIVES")) {
            size(line.whole(MOST, "ballots.preflib.number"), line);
        } else if (key.equals("NUMBER VOTERS")) {
            voters = line.whole(Integer.MAX_VALUE, "ballots.preflib.number");
        } else if (key.equals("NUMBER UNIQUE ORDERS")) {
            orders = line.whole(Integer.MAX_VALUE, "ballots.preflib.number");
        } else if (key.startsWith("ALTERNATIVE NAME ")) {
            String name = line.text().substring(line.at()).strip();
            line.to(line.text().indexOf("NAME ") + 5);
            name(line, line.whole(MOST, "ballots.preflib.alternative", names.length), name);
        }
    }

    private Cursor oldHead(Cursor first) {
        size(first.whole(MOST, "ballots.preflib.number"), first);
        for (int i = 0; i < names.length; i++) {
            Cursor line = needed("ballots.preflib.names", names.length);
            int number = line.whole(MOST, "ballots.preflib.alternative", names.length);
            line.blanks();
            line.expect(',');
            name(line, number, line.text().substring(line.at()).strip());
        }
        Cursor line = needed("ballots.preflib.totals");
        voters = line.whole(Integer.MAX_VALUE, "ballots.preflib.totals");
        line.blanks().expect(',');
        line.blanks().whole(Integer.MAX_VALUE, "ballots.preflib.totals");
        line.blanks().expect(',');
        orders = line.blanks().whole(Integer.MAX_VALUE, "ballots.preflib.totals");
        return line();
    }

    private Cursor needed(String key, Object... args) {
        Cursor line = line();
        if (line == null) {
            throw new BallotFileError(lines.number() + 1, 1, key, args);
        }
        return line;
    }

    private void size(int options, Cursor line) {
        if (options < 1 || names.length > 0) {
            throw line.mistake("ballots.preflib.number");
        }
        names = new String[options];
        seen = new int[options];
        order = new int[options];
    }

    private void name(Cursor line, int number, String name) {
        if (number == 0) {
            throw line.mistake("ballots.preflib.zero");
        }
        if (number > names.length || names[number - 1] != null || name.isEmpty()) {
            throw line.mistake("ballots.preflib.alternative", names.length);
        }
        names[number - 1] = name;
        named++;
    }

    private void order(Cursor line, char after) {
        BigDecimal weight = line.decimal("ballots.preflib.count");
        if (weight.signum() == 0) {
            throw line.mistake(0, "ballots.preflib.count");
        }
        line.blanks().expect(after);
        int number = box.size() + 1;
        size = 0;
        levels = 0;
        if (!line.blank()) {
            do {
                level(line.blanks(), number);
            } while (line.blanks().take(','));
        }
        if (!line.blank()) {
            throw line.mistake("ballots.preflib.comma");
        }
        if (complete && size < names.length) {
            throw line.mistake("ballots.preflib.incomplete", names.length, size);
        }
        ticks &= levels <= 2;
        box.add(Ballot.flat(1, Arrays.copyOf(order, size)), weight);
    }

    private void level(Cursor line, int number) {
        int start = line.at();
        int from = size;
        levels++;
        boolean braces = line.take('{');
        do {
            int option = option(line.blanks(), number);
            order[size] = size == from ? option : ~option;
            size++;
        } while (braces && line.blanks().take(','));
        if (braces) {
            line.expect('}');
        }
        if (strict && size - from > 1) {
            throw line.mistake(start, "ballots.preflib.strict");
        }
    }

    private int option(Cursor line, int number) {
        int start = line.at();
        int option = line.whole(MOST, "ballots.preflib.alternative", names.length) - 1;
        if (option < 0) {
            throw line.mistake(start, "ballots.preflib.zero");
        }
        if (option >= names.length) {
            throw line.mistake(start, "ballots.preflib.alternative", names.length);
        }
        if (seen[option] == number) {
            throw line.mistake(start, "ballots.twice", option + 1);
        }
        seen[option] = number;
        return option;
    }

    /** The ballots must match the totals in the head, so that a file that was cut off is noticed. */
    private void totals() {
        if (orders >= 0 && orders != box.size()) {
            throw new BallotFileError(lines.number() + 1, 1, "ballots.preflib.orders", orders, box.size());
        }
        if (voters >= 0 && box.weight().compareTo(BigDecimal.valueOf(voters)) != 0) {
            throw new BallotFileError(
                    lines.number() + 1,
                    1,
                    "ballots.preflib.voters",
                    voters,
                    box.weight().toPlainString());
        }
    }
}
