package pavilion.rules.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pavilion.rules.procedure.AmendmentOrder.Entry;
import pavilion.rules.procedure.AmendmentOrder.Place;

class AmendmentOrderTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    private static Edit edit(int from, int to, String... lines) {
        return new Edit(from, to, List.of(lines));
    }

    private static Entry entry(long id, int line, int reach, int second) {
        return new Entry(id, List.of(edit(line, line + 1, "x")), reach, NOON.plusSeconds(second));
    }

    private static List<Long> order(Entry... entries) {
        return AmendmentOrder.of(List.of(entries)).stream().map(Place::id).toList();
    }

    @Test
    void fromTheTopThenTheFartherThenTheEarlier() {
        assertEquals(List.of(2L, 1L), order(entry(1, 3, 90, 0), entry(2, 1, 1, 9)));
        assertEquals(List.of(2L, 1L), order(entry(1, 1, 5, 0), entry(2, 1, 6, 9)));
        assertEquals(List.of(2L, 1L), order(entry(1, 1, 5, 9), entry(2, 1, 5, 0)));
        Entry far = new Entry(3, List.of(edit(4, 5, "b"), edit(0, 0, "a")), 1, NOON);
        assertEquals(List.of(3L, 1L), order(entry(1, 1, 99, 0), far));
    }

    @Test
    void onlyATieIsCalledATie() {
        assertEquals(
                List.of(new Place(1, false), new Place(2, true), new Place(3, false)),
                AmendmentOrder.of(List.of(entry(2, 1, 5, 0), entry(3, 1, 5, 1), entry(1, 1, 5, 0))));
    }

    @Test
    void whatTouchesTheSameLineIsInConflict() {
        assertTrue(conflict(edit(1, 2, "a"), edit(1, 2, "b")));
        assertTrue(conflict(edit(1, 4, "a"), edit(3, 5, "b")));
        assertTrue(conflict(edit(1, 4, "a"), edit(2, 2, "b")));
        assertTrue(conflict(edit(2, 2, "a"), edit(2, 2, "a")), "two insertions: nobody knows which comes first");
        assertTrue(conflict(edit(1, 2), edit(1, 1, "a")), "beside what is struck out");
        assertTrue(conflict(edit(1, 2), edit(2, 2, "a")), "beside what is struck out");
    }

    @Test
    void neighboursAreNotInConflict() {
        assertFalse(conflict(edit(1, 2, "a"), edit(2, 3, "b")));
        assertFalse(conflict(edit(1, 2, "a"), edit(1, 1, "b")));
        assertFalse(conflict(edit(1, 2, "a"), edit(2, 2, "b")));
        assertFalse(conflict(edit(1, 2), edit(2, 3)));
        assertFalse(conflict(edit(1, 2), edit(3, 3, "b")));
    }

    private static boolean conflict(Edit one, Edit other) {
        boolean found = AmendmentOrder.conflict(List.of(one), List.of(other));
        assertEquals(found, AmendmentOrder.conflict(List.of(other), List.of(one)), "both ways the same");
        return found;
    }

    @Test
    void aChangeThatChangesNothingIsNone() {
        assertThrows(IllegalArgumentException.class, () -> edit(2, 2));
        assertThrows(IllegalArgumentException.class, () -> edit(3, 2, "a"));
        assertThrows(IllegalArgumentException.class, () -> edit(-1, 2, "a"));
    }

    @Test
    void emptyLinesAreNoLines() {
        assertEquals("a\nb", MotionText.of("\n a \n\n\n\tb\n ").text());
        assertEquals(0, MotionText.of(" \n").lines().size());
    }

    @Test
    void theLinesThatAreNotMeantStayAsTheyAre() {
        MotionText text = MotionText.of("a\nb\nc");
        assertEquals("a\nB\nB2\nc", text.with(List.of(edit(1, 2, "B", "B2"))).text());
        assertEquals(
                "z\na\nc\nd",
                text.with(List.of(edit(3, 3, "d"), edit(1, 2), edit(0, 0, "z"))).text());
    }

    /** Amendments that do not exclude each other give one text, whatever the order in which they are adopted. */
    @Test
    void theOrderOfAdoptionDoesNotMatter() {
        int several = 0;
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            MotionText base = text(random);
            List<List<Edit>> amendments = amendments(random, base.lines().size());
            several += amendments.size() > 2 ? 1 : 0;
            MotionText all = base.with(amendments.stream().flatMap(List::stream).toList());
            Collections.shuffle(amendments, random);
            assertEquals(all, adopted(base, amendments), "seed " + seed);
        }
        assertTrue(several > 2_000, "enough of them were more than two: " + several);
    }

    private static MotionText adopted(MotionText base, List<List<Edit>> amendments) {
        MotionText text = base;
        List<List<Edit>> waiting = new ArrayList<>(amendments);
        while (!waiting.isEmpty()) {
            List<Edit> next = waiting.removeFirst();
            text = text.with(next);
            for (List<Edit> each : waiting) {
                assertFalse(AmendmentOrder.conflict(each, next), "what was no conflict becomes none");
            }
            waiting.replaceAll(each -> AmendmentOrder.carried(each, next));
        }
        return text;
    }

    // Few different lines, so that the same line often stands twice.
    private static MotionText text(Random random) {
        return new MotionText(random.ints(random.nextInt(8), 0, 3)
                .mapToObj(line -> "line " + line)
                .toList());
    }

    private static List<List<Edit>> amendments(Random random, int lines) {
        List<List<Edit>> chosen = new ArrayList<>();
        for (int tries = 0; tries < 12; tries++) {
            List<Edit> edits = new ArrayList<>();
            for (int each = 0; each <= random.nextInt(2); each++) {
                int from = random.nextInt(lines + 1);
                int to = Math.min(lines, from + random.nextInt(3));
                int fresh = from == to ? 1 + random.nextInt(2) : random.nextInt(3);
                Edit edit = new Edit(
                        from,
                        to,
                        random.ints(fresh, 0, 3)
                                .mapToObj(line -> "line " + line)
                                .toList());
                if (!AmendmentOrder.conflict(edits, List.of(edit))) {
                    edits.add(edit);
                }
            }
            if (chosen.stream().noneMatch(other -> AmendmentOrder.conflict(other, edits))) {
                chosen.add(edits);
            }
        }
        return chosen;
    }
}
