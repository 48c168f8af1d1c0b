package pavilion.rules.procedure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Amendments to one text: in which order they are taken, which exclude each other, and how those that do not are carried over
 * when another is adopted.
 */
public final class AmendmentOrder {
    private static final Comparator<Entry> BEFORE = Comparator.comparingInt(Entry::first)
            .thenComparing(Comparator.comparingInt(Entry::reach).reversed())
            .thenComparing(Entry::at);

    private AmendmentOrder() {}

    /**
     * @param edits of the text as it stands, at least one
     * @param reach how many characters it takes out and puts in: the more, the farther from the text
     */
    public record Entry(long id, List<Edit> edits, int reach, Instant at) {
        int first() {
            return edits.stream().mapToInt(Edit::from).min().orElse(0);
        }
    }

    /** @param tied nothing but its number puts it behind the one before */
    public record Place(long id, boolean tied) {}

    /**
     * From the top of the text to its end; at the same line the one that goes farther comes first, because what it leaves may
     * still be amended by the other; then the one that was moved first.
     */
    public static List<Place> of(List<Entry> entries) {
        List<Entry> sorted =
                entries.stream().sorted(BEFORE.thenComparingLong(Entry::id)).toList();
        List<Place> places = new ArrayList<>();
        Entry last = null;
        for (Entry entry : sorted) {
            places.add(new Place(entry.id(), last != null && BEFORE.compare(last, entry) == 0));
            last = entry;
        }
        return places;
    }

    /** Whether the two, both of the same text, cannot both be adopted as they are. */
    public static boolean conflict(List<Edit> one, List<Edit> other) {
        return one.stream().anyMatch(edit -> other.stream().anyMatch(edit::clashes));
    }

    /** What is left to do of an amendment once another, with which it is not in conflict, is part of the text. */
    public static List<Edit> carried(List<Edit> edits, List<Edit> adopted) {
        return edits.stream().map(edit -> edit.after(adopted)).toList();
    }
}
