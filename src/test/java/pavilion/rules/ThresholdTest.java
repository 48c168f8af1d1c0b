package pavilion.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pavilion.rules.Refusing.refuses;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdTest {
    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource({
        "more than 1/2, 18, 10",
        "more than 1/2, 17, 9",
        "more than 1/2, 48, 25",
        "at least 2/3, 169, 113",
        "at least 2/3, 168, 112",
        "more than 2/3, 162, 109",
        "more than 2/3, 129, 87",
        "at least 2/3, 129, 86",
        "at least 3/4, 12, 9",
        "at least 1/1, 12, 12",
        "more than 1/2, 5188, 2595",
        "more than 1/2, 12844, 6423",
        "more than 1/2, 113, 57",
        "at least 1/10, 12844, 1285",
        "at least 1/10, 5188, 519",
        "at least 1/3, 162, 54",
        "at least 1/5, 162, 33",
        "more than 1/2, 1, 1",
        "more than 1/2, 0, 1",
        "at least 2/3, 0, 1",
    })
    void knowsTheSmallestCountThatIsEnough(String share, long whole, long least) {
        assertEquals(least, Threshold.parse("yes " + share + " of members").least(whole));
    }

    @Test
    void theSmallestCountIsTheBoundaryForAnyShareAndAnyWhole() {
        var random = new Random(20220);
        for (int round = 0; round < 20_000; round++) {
            long denominator = 1 + random.nextInt(1000);
            long numerator = 1 + random.nextLong(denominator);
            boolean strict = random.nextBoolean() && numerator < denominator;
            var threshold = new Threshold(
                    Measure.PRESENT,
                    Measure.MEMBERS,
                    strict ? Comparison.GT : Comparison.GE,
                    new Fraction(numerator, denominator));
            long whole = 1 + (random.nextBoolean() ? random.nextInt(50) : random.nextLong(1L << 60));
            long least = threshold.least(whole);
            assertTrue(met(threshold, least, whole), () -> threshold + " of " + whole + " from " + least);
            assertFalse(met(threshold, least - 1, whole), () -> threshold + " of " + whole + " below " + least);
        }
    }

    @Test
    void moreIsNeverWorse() {
        for (var text :
                new String[] {"more than 1/2", "at least 2/3", "more than 2/3", "at least 3/4", "at least 1/1"}) {
            var threshold = Threshold.parse("present " + text + " of members");
            for (long whole = 0; whole <= 60; whole++) {
                boolean before = false;
                for (long count = 0; count <= whole; count++) {
                    boolean now = met(threshold, count, whole);
                    assertTrue(now || !before, text + " of " + whole + " lost at " + count);
                    before = now;
                }
                assertEquals(whole > 0, before, "everyone is enough, unless there is no one");
            }
        }
    }

    @Test
    void noShareOfNothingIsReached() {
        assertFalse(met(Threshold.parse("present at least 2/3 of members"), 0, 0));
    }

    @Test
    void explainsItselfInASentence() {
        var figures = Figures.none().with(Measure.MEMBERS, 169).with(Measure.PRESENT, 112);
        var step = Threshold.parse("present at least 2/3 of members").check(figures);
        assertFalse(step.met());
        assertEquals("338/3", step.right());
        assertEquals(113, step.least());
        assertEquals("到会 112 人，应到 169 人，须 113 人（2/3 以上），未达到，还差 1 人。", Sentence.of("zh", step.key(), step.args()));
        assertEquals(
                "People present: 112 of 169. Needed: 113 (at least 2/3). Not reached, 1 short.",
                Sentence.of("en", step.key(), step.args()));
    }

    @Test
    void showsAreasInSquareMetres() {
        var figures = Figures.none()
                .with(Measure.PART_AREA, 200000)
                .with(Measure.PART_HEADS, 20)
                .with(Measure.YES_AREA, 100001);
        var step = Threshold.parse("yes area more than 1/2 of part area")
                .check(figures, Step.Part.PASS, Basis.OWNER, Bilingual.NONE);
        assertTrue(step.met());
        assertEquals(
                "同意的面积 1000.01 平方米，参与表决的面积 2000.00 平方米，须 1000.01 平方米（过半数），达到。",
                Sentence.of("zh", step.key(), step.args()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "present",
                "present 1/2 of members",
                "present at least half of members",
                "people at least 1/2 of members",
                "present at least 1/2 of persons",
                "present over 1/2 of members"
            })
    void refusesASentenceItCannotRead(String text) {
        refuses("rules.data.threshold", () -> Threshold.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"at least 0/1", "more than 0/1", "more than 1/1", "at least 3/2", "more than 5/4"})
    void refusesAShareThatIsAlwaysOrNeverReached(String share) {
        refuses("rules.data.fraction", () -> Threshold.parse("present " + share + " of members"));
    }

    private static boolean met(Threshold threshold, long count, long whole) {
        return threshold.met(Figures.none().with(Measure.MEMBERS, whole).with(Measure.PRESENT, count));
    }
}
