package pavilion.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pavilion.rules.procedure.AmendmentOrder;
import pavilion.rules.procedure.Edit;
import pavilion.rules.procedure.MotionText;

class TextDiffTest {
    private static String told(String before, String after) {
        return TextDiff.pieces(before, after).stream()
                .map(piece -> switch (piece.fate()) {
                    case SAME -> piece.text();
                    case DEL -> "[-" + piece.text() + "]";
                    case INS -> "[+" + piece.text() + "]";
                })
                .collect(Collectors.joining());
    }

    @Test
    void chineseIsComparedByTheCharacterAndEnglishByTheWord() {
        assertEquals("在大门口[-装][+换]灯", told("在大门口装灯", "在大门口换灯"));
        assertEquals("A [-lamp][+bench] at the gate", told("A lamp at the gate", "A bench at the gate"));
        assertEquals("费用[-800][+1200] 元", told("费用800 元", "费用1200 元"));
        assertEquals("𠮷[+野]家", told("𠮷家", "𠮷野家"), "beyond the first plane a character is still one");
    }

    @Test
    void aSplinterBetweenTwoChangesIsReadWithThem() {
        assertEquals("请[-甲的乙][+丙的丁]来办这件事", told("请甲的乙来办这件事", "请丙的丁来办这件事"));
    }

    @Test
    void aLineIsChangedStruckOrAdded() {
        MotionText base = MotionText.of("一\n二\n三");
        List<TextDiff.Row> rows = rows(base, "一甲\n三\n四");
        assertEquals("1 一甲", rows.getFirst().line() + " " + rows.getFirst().after());
        assertTrue(rows.get(1).struck());
        assertEquals("二", rows.get(1).before());
        assertEquals("3 四", rows.getLast().line() + " " + rows.getLast().after());
        assertTrue(rows.getLast().added());
        assertEquals(3, TextDiff.reach(rows));
    }

    private static List<TextDiff.Row> rows(MotionText base, String text) {
        return TextDiff.rows(base, TextDiff.edits(base, MotionText.of(text)));
    }

    @Test
    void onTheProjectorOnlyTheWordsAroundAChangeAreLeft() {
        TextDiff.Row row = rows(MotionText.of("零一二三四五六七八九十零一二三四五六七八九十甲"), "零一二三四五六七八九十零一二三四五六七八九十乙")
                .getFirst();
        assertEquals("…一二三四五六七八九十甲", row.shortened().before());
    }

    /** Whatever two texts are: the changes found turn the one into the other, and tell both. */
    @Test
    void theChangesTurnTheOneTextIntoTheOther() {
        for (int seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            MotionText base = text(random);
            MotionText text = text(random);
            List<Edit> edits = TextDiff.edits(base, text);
            assertEquals(text, base.with(edits), "seed " + seed);
            for (TextDiff.Row row : TextDiff.rows(base, edits)) {
                assertFalse(row.before().equals(row.after()));
                assertEquals(row.added() ? "" : base.lines().get(row.line() - 1), row.before());
            }
            for (Edit edit : edits) {
                List<Edit> others = edits.stream().filter(each -> each != edit).toList();
                assertFalse(AmendmentOrder.conflict(others, List.of(edit)), "seed " + seed);
            }
        }
    }

    private static MotionText text(Random random) {
        return new MotionText(random.ints(random.nextInt(7), 0, 4)
                .mapToObj(line -> "行" + "甲乙丙丁".charAt(line))
                .toList());
    }
}
