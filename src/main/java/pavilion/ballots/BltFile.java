package pavilion.ballots;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import pavilion.rules.method.Ballot;
import pavilion.rules.method.Method;

/**
 * BLT, as the STV programs since B. A. Wichmann's write it: numbers of candidates and seats; withdrawn candidates as negative
 * numbers; each ballot a weight, candidates in order ("=" between two that are level, "-" for a place left open) and 0; a 0; the
 * names in quotation marks; a title. What follows a # is a comment.
 */
final class BltFile {
    private static final int MOST = 10_000;

    private final Lines lines;
    private final BallotCollector box = new BallotCollector();
    private Cursor cursor = new Cursor("", 1);
    private int candidates;
    private boolean[] withdrawn = {};
    private int[] seen = {};
    private int[] order = {};
    private int[] places = {};

    BltFile(InputStream in) {
        this.lines = new Lines(in);
    }

    BallotFile read() {
        token("ballots.blt.candidates");
        candidates = cursor.whole(MOST, "ballots.blt.candidates");
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
        while (cursor.take('-')) {
            withdrawn[candidate()] = true;
            if (!cursor.blank() && cursor.peek() != '-' && cursor.peek() != '#') {
                throw cursor.mistake("ballots.blt.withdrawn");
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
        return names(seats);
    }

    /** Moves to the next token, on this line or a later one; the end of the file is an error. */
    private void token(String expected) {
        if (!more()) {
            throw new BallotFileError(lines.number() + 1, 1, expected);
        }
    }

    private boolean more() {
        while (cursor.blank() || cursor.peek() == '#') {
            Cursor next = lines.next();
            if (next == null) {
                return false;
            }
            cursor = next;
        }
        return true;
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
        boolean level = false;
        boolean fresh = true;
        while (true) {
            if (!level) {
                token("ballots.blt.end");
                fresh = true;
            }
            int start = cursor.at();
            if (!level && cursor.take('-')) {
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
        box.add(Ballot.flat(1, Arrays.copyOf(order, size)), weight);
        return true;
    }

    private boolean end() {
        if (cursor.peek() != '0') {
            return false;
        }
        cursor.whole(0, "ballots.blt.candidate", candidates);
        return true;
    }

    private BallotFile names(int seats) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < candidates; i++) {
            if (!more()) {
                throw new BallotFileError(lines.number() + 1, 1, "ballots.blt.names", candidates, i);
            }
            String name = quoted();
            if (!withdrawn[i]) {
                names.add(name);
            }
        }
        // If the title is missing, what was read as the last name may be the title: then a name is missing further up,
        // and
        // every candidate after it has the wrong name.
        if (!more()) {
            throw new BallotFileError(lines.number() + 1, 1, "ballots.blt.title", candidates, candidates);
        }
        quoted();
        if (more()) {
            throw cursor.mistake("ballots.blt.after");
        }
        return new BallotFile(
                box.profile(BallotCollector.named(names.toArray(String[]::new)), 0, lines.number()),
                Optional.empty(),
                seats,
                EnumSet.of(Method.Needs.ORDER));
    }

    private String quoted() {
        if (!cursor.take('"')) {
            throw cursor.mistake("ballots.blt.quote");
        }
        int start = cursor.at();
        while (!cursor.atEnd() && cursor.peek() != '"') {
            cursor.to(cursor.at() + 1);
        }
        String name = cursor.text().substring(start, cursor.at());
        cursor.expect('"');
        return name;
    }
}
