package pavilion.rules.procedure;

import java.util.List;

/**
 * One change to a text of lines: the lines from {@code from} up to, not including, {@code to} give way to others. Lines
 * count from 0; where both are the same, something is inserted before that line.
 */
public record Edit(int from, int to, List<String> lines) {
    public Edit {
        if (from < 0 || to < from || (to == from && lines.isEmpty())) {
            throw new IllegalArgumentException(from + " to " + to);
        }
        lines = List.copyOf(lines);
    }

    private boolean inserts() {
        return from == to;
    }

    /**
     * Whether both cannot stand in one text: they touch the same line, or put something into the same place. A place beside
     * a line that is struck out is part of what is struck out, because nothing would say any more on which side of it
     * something was meant to stand.
     */
    boolean clashes(Edit other) {
        if (inserts() && other.inserts()) {
            return from == other.from;
        }
        if (inserts()) {
            return other.holds(from);
        }
        if (other.inserts()) {
            return holds(other.from);
        }
        return from < other.to && other.from < to;
    }

    private boolean holds(int place) {
        return lines.isEmpty() ? from <= place && place <= to : from < place && place < to;
    }

    /** Of two that do not clash: whether this one stands nearer to the top. */
    boolean before(Edit other) {
        return from < other.from || (from == other.from && inserts());
    }

    private int growth() {
        return lines.size() - (to - from);
    }

    /** The same change in the text in which others, which do not clash with it, were made. */
    Edit after(List<Edit> made) {
        int shift = made.stream()
                .filter(each -> each.before(this))
                .mapToInt(Edit::growth)
                .sum();
        return new Edit(from + shift, to + shift, lines);
    }
}
