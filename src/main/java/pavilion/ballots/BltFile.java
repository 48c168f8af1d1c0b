package pavilion.ballots;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import pavilion.rules.Refusal;
import pavilion.rules.method.Ballot;
import pavilion.rules.method.Method;
import pavilion.rules.method.TieBreak;

/**
 * BLT, as the STV programs since B. A. Wichmann's write it: numbers of candidates and seats; withdrawn candidates as negative
 * numbers; each ballot a weight, candidates in order ("=" between two that are level, "-" for a place left open) and 0; a 0; the
 * names and a title ({@link BltNames}). What follows a # is a comment. A file that went through a spreadsheet has commas behind
 * or between its numbers. Lines in brackets before the ballots are the options of droop (J. Lundell): {@code [withdrawn 4]},
 * {@code [tie 3 2 1]}; the other ones say how to count and are passed over.
 */
final class BltFile {
    static final int MOST = 10_000;

    private final Lines lines;
    private final BallotCollector box = new BallotCollector();
    private final List<Refusal> assumed = new ArrayList<>();
    private Cursor cursor = new Cursor("", 1);
    private boolean commas;
    private int candidates;
    private boolean[] withdrawn = {};
    private int[] seen = {};
    private int[] order = {};
    private int[] places = {};
    private List<Integer> tie = List.of();

    BltFile(InputStream in) {
        this.lines = new Lines(in);
    }

    BallotFile read() {
        token("ballots.blt.candidates");
        candidates = cursor.whole(MOST, "ballots.blt.candidates");
        commas = cursor.blanks().peek() == ',';
        cursor = spaced(cursor);
        token("ballots.blt.seats");
        int start = cursor.at();
        int seats = cursor.whole(MOST, "ballots.blt.seats");
        if (candidates < 1 || seats < 1 || seats > candidates) {
            throw cursor.mistake(start, "ballots.blt.more-seats", seats, candidates);
        }
        withdrawn = new boolean[candidates];
        seen = new int[candidates];
        order = new int[candidates];
        places = new int[candidates];
        token("ballots.blt.ballot");
        while (cursor.peek() == '-' || cursor.peek() == '[') {
            if (cursor.take('[')) {
                option();
            } else {
                withdraw();
            }
            token("ballots.blt.ballot");
        }
        int relation = 0;
        for (int i = 0; i < candidates; i++) {
            places[i] = relation;
            relation += withdrawn[i] ? 0 : 1;
        }
        while (ballot()) {
            token("ballots.blt.ballot");
        }
        return file(seats);
    }

    /** Moves to the next token, on this line or a later one; the end of the file is an error. */
    private void token(String expected) {
        while (cursor.blank() || cursor.peek() == '#') {
            Cursor next = lines.next();
            if (next == null) {
                throw new BallotFileError(lines.number() + 1, 1, expected);
            }
            cursor = spaced(next);
        }
    }

    /** The same line, every place where it was, without the commas that a spreadsheet put there. */
    private Cursor spaced(Cursor line) {
        String text = line.text();
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ',' || Character.isWhitespace(text.charAt(end - 1)))) {
            end--;
        }
        text = text.substring(0, end);
        Cursor spaced = new Cursor(commas ? text.replace(',', ' ') : text, line.line());
        spaced.to(Math.min(line.at(), end));
        return spaced;
    }

    private void withdraw() {
        cursor.take('-');
        withdrawn[candidate()] = true;
        if (!cursor.blank() && cursor.peek() != '-' && cursor.peek() != '#') {
            throw cursor.mistake("ballots.blt.withdrawn");
        }
    }

    private void option() {
        int start = cursor.at();
        while (Character.isLetter(cursor.peek())) {
            cursor.to(cursor.at() + 1);
        }
        String name = cursor.text().substring(start, cursor.at());
        if (name.equals("withdrawn")) {
            numbers().forEach(candidate -> withdrawn[candidate] = true);
        } else if (name.equals("tie")) {
            tie = numbers();
            if (tie.size() != candidates || tie.stream().distinct().count() < candidates) {
                throw cursor.mistake(start, "ballots.blt.tie", candidates);
            }
        } else {
            while (!cursor.atEnd() && cursor.peek() != ']') {
                cursor.to(cursor.at() + 1);
            }
            String text = cursor.text().substring(start, cursor.at()).strip();
            assumed.add(Refusal.of("ballots.assumed.option", text));
        }
        cursor.expect(']');
    }

    /** The candidates named up to the closing bracket. */
    private List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        while (!cursor.blank() && cursor.peek() != ']') {
            numbers.add(candidate());
        }
        return numbers;
    }

    private int candidate() {
        int start = cursor.at();
        int number = cursor.whole(MOST, "ballots.blt.candidate", candidates);
        if (number < 1 || number > candidates) {
            throw cursor.mistake(start, "ballots.blt.candidate", candidates);
        }
        return number - 1;
    }

    /** One ballot; false at the 0 that ends them. */
    private boolean ballot() {
        if (cursor.take('(')) {
            while (!cursor.atEnd() && cursor.peek() != ')') {
                cursor.to(cursor.at() + 1);
            }
            cursor.expect(')');
            token("ballots.blt.ballot");
        }
        BigDecimal weight = cursor.decimal("ballots.blt.weight");
        if (weight.signum() == 0) {
            return false;
        }
        int number = box.size() + 1;
        int size = 0;
        int open = -1;
        boolean level = false;
        boolean fresh = true;
        while (true) {
            if (!level) {
                token("ballots.blt.end");
                fresh = true;
            }
            int start = cursor.at();
            if (!level && cursor.take('-')) {
                open = open < 0 ? size : open;
                continue;
            }
            if (!level && end()) {
                break;
            }
            int candidate = candidate();
            if (seen[candidate] == number) {
                throw cursor.mistake(start, "ballots.twice", candidate + 1);
            }
            seen[candidate] = number;
            if (!withdrawn[candidate]) {
                order[size++] = fresh ? places[candidate] : ~places[candidate];
                fresh = false;
            }
            level = cursor.take('=');
        }
        Ballot ballot = Ballot.flat(1, Arrays.copyOf(order, size));
        box.add(open < 0 ? ballot : ballot.openAfter(open), weight);
        return true;
    }

    private boolean end() {
        if (cursor.peek() != '0') {
            return false;
        }
        cursor.whole(0, "ballots.blt.candidate", candidates);
        return true;
    }

    private BallotFile file(int seats) {
        BltNames names = new BltNames(lines, candidates);
        List<String> all = names.read(cursor);
        assumed.addAll(names.assumed());
        List<String> standing = new ArrayList<>();
        List<Integer> lots = new ArrayList<>();
        for (int i = 0; i < candidates; i++) {
            if (!withdrawn[i]) {
                standing.add(all.get(i));
            }
        }
        tie.stream().filter(candidate -> !withdrawn[candidate]).forEach(candidate -> lots.add(places[candidate]));
        return new BallotFile(
                        box.profile(BallotCollector.named(standing.toArray(String[]::new)), 0, lines.number()),
                        Optional.empty(),
                        seats,
                        EnumSet.of(Method.Needs.ORDER))
                .assuming(assumed)
                .settling(tie.isEmpty() ? TieBreak.open() : TieBreak.listed(lots, standing.size()));
    }
}
