package pavilion.motion;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pavilion.rules.procedure.Edit;
import pavilion.rules.procedure.MotionText;

/** What one text changes in another: as changed lines for the rule book, and down to the word for people. */
final class TextDiff {
    // Chinese is compared by the character, everything else by the word.
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}&&[^\\p{IsHan}]]+|.", Pattern.DOTALL);
    // What stays between two changes must be longer than this, or the whole is read as one change.
    private static final int SPLINTER = 1;
    private static final int NEAR = 10;
    private static final char ELLIPSIS = (char) 0x2026;

    private TextDiff() {}

    /** How a piece of a line fares. */
    enum Fate {
        SAME,
        DEL,
        INS
    }

    /** A piece of a line. */
    record Piece(Fate fate, String text) {
        boolean isDel() {
            return fate == Fate.DEL;
        }

        boolean isIns() {
            return fate == Fate.INS;
        }

        private Piece near(boolean after, boolean before) {
            int[] points = text.codePoints().toArray();
            int kept = NEAR * ((after ? 1 : 0) + (before ? 1 : 0));
            if (fate != Fate.SAME || points.length <= kept + 1) {
                return this;
            }
            String head = after ? new String(points, 0, NEAR) : "";
            String tail = before ? new String(points, points.length - NEAR, NEAR) : "";
            return new Piece(fate, head + ELLIPSIS + tail);
        }
    }

    /**
     * A line that is not as it was.
     *
     * @param line its number in the text that is changed; of an added one the number of the line before it
     */
    record Row(int line, boolean added, List<Piece> pieces) {
        /** The line as it would then read; empty where it is struck out. */
        String after() {
            return joined(Fate.DEL);
        }

        String before() {
            return joined(Fate.INS);
        }

        boolean struck() {
            return after().isEmpty();
        }

        /** With what stays the same cut down to a few words around the changes. */
        Row shortened() {
            List<Piece> near = new ArrayList<>();
            for (int at = 0; at < pieces.size(); at++) {
                near.add(pieces.get(at).near(at > 0, at < pieces.size() - 1));
            }
            return new Row(line, added, near);
        }

        private String joined(Fate without) {
            return pieces.stream()
                    .filter(piece -> piece.fate() != without)
                    .map(Piece::text)
                    .collect(Collectors.joining());
        }

        private int reach() {
            return pieces.stream()
                    .filter(piece -> piece.fate() != Fate.SAME)
                    .mapToInt(piece -> length(piece.text()))
                    .sum();
        }
    }

    static List<Edit> edits(MotionText base, MotionText text) {
        return DiffUtils.diff(base.lines(), text.lines()).getDeltas().stream()
                .map(delta -> new Edit(
                        from(delta),
                        from(delta) + delta.getSource().size(),
                        delta.getTarget().getLines()))
                .toList();
    }

    static List<Row> rows(MotionText base, List<Edit> edits) {
        List<Row> rows = new ArrayList<>();
        for (Edit edit : edits) {
            List<String> old = base.lines().subList(edit.from(), edit.to());
            for (int at = 0; at < Math.max(old.size(), edit.lines().size()); at++) {
                boolean added = at >= old.size();
                String before = added ? "" : old.get(at);
                String after = at < edit.lines().size() ? edit.lines().get(at) : "";
                int line = added ? edit.to() : edit.from() + at + 1;
                rows.add(new Row(line, added, pieces(before, after)));
            }
        }
        return rows;
    }

    /** Characters taken out and put in. */
    static int reach(List<Row> rows) {
        return rows.stream().mapToInt(Row::reach).sum();
    }

    static List<Piece> pieces(String before, String after) {
        List<String> old = words(before);
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, words(after)).getDeltas()) {
            String same = String.join("", old.subList(at, from(delta)));
            boolean splinter = at > 0 && length(same) <= SPLINTER;
            change(
                    pieces,
                    splinter ? same : "",
                    splinter ? "" : same,
                    String.join("", delta.getSource().getLines()),
                    String.join("", delta.getTarget().getLines()));
            at = from(delta) + delta.getSource().size();
        }
        add(pieces, Fate.SAME, String.join("", old.subList(at, old.size())));
        return pieces;
    }

    private static void change(List<Piece> pieces, String splinter, String same, String del, String ins) {
        add(pieces, Fate.SAME, same);
        String put = same.isEmpty() ? take(pieces, Fate.INS) : "";
        String out = same.isEmpty() ? take(pieces, Fate.DEL) : "";
        add(pieces, Fate.DEL, out + splinter + del);
        add(pieces, Fate.INS, put + splinter + ins);
    }

    private static String take(List<Piece> pieces, Fate fate) {
        return !pieces.isEmpty() && pieces.getLast().fate() == fate
                ? pieces.removeLast().text()
                : "";
    }

    private static void add(List<Piece> pieces, Fate fate, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(fate, text));
        }
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static int from(AbstractDelta<String> delta) {
        return delta.getSource().getPosition();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
