package pavilion.rules.method;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Ticks and marks. */
class MarksTest {
    @Test
    void everyTickCounts() {
        counts(Method.APPROVAL, SampleContests.contest("A B C", "3:A=B 2:B=C 2:A>C 1:", 2), """
                in A B
                rank A=B>C
                1 votes: A 5+; B 5+; C 2;""");
    }

    @Test
    void aTieForTheOnlySeatIsTold() {
        counts(Method.APPROVAL, SampleContests.contest("A B C", "3:A=B 2:C"), """
                in nobody
                rank A=B>C
                tie 1 A B -> ? OPEN
                1 votes: A 3; B 3; C 2;""");
    }

    @Test
    void noMarkIsZero() {
        counts(Method.SCORE, SampleContests.contest("A B C", "3:A/5>B/3 2:C/4>B/1"), """
                in A
                rank A>B>C
                1 score: A 15+; B 11; C 8;""");
    }

    @Test
    void theLowerMiddleGradeDecidesAndThenWhatLiesAround() {
        counts(Method.MJ, SampleContests.contest("A B C", "3:A/5>B/3 2:C/4>B/1 1:A/2=B/2=C/2"), """
                in A
                rank A>B>C
                1 mj: A 2+; B 2; C 0;
                2 mj.sides: A 3 : 2+; B 3 : 2; C 3 : 0;
                3 mj.further: A 0×2 2×1 5×3+; B 1×2 2×1 3×3; C 0×3 2×1 4×2;""");
    }

    @Test
    void withAnEvenNumberTheHigherNeighbourIsNext() {
        counts(Method.MJ, SampleContests.contest("A B", "1:A/1 1:A/2 1:A/3 1:A/4 1:B/2"), """
                in A
                rank A>B
                1 mj: A 2+; B 0;
                2 mj.sides: A 2 : 2+; B 1 : 0;""");
    }

    @Test
    void withAnOddNumberTheLowerNeighbourIsNext() {
        counts(Method.MJ, SampleContests.contest("A B", "1:A/1>B/0 1:A/2=B/2 1:A/3>B/9"), """
                in A
                rank A>B
                1 mj: A 2+; B 2;
                2 mj.sides: A 1 : 1+; B 1 : 1;
                3 mj.further: A 1×1 2×1 3×1+; B 0×1 2×1 9×1;""");
    }

    @Test
    void theSameGradesAreATie() {
        counts(Method.MJ, SampleContests.contest("A B", "1:A/3>B/1 1:B/3>A/1 1:A/2=B/2"), """
                in nobody
                rank A=B
                tie 1 A B -> ? OPEN
                1 mj: A 2; B 2;
                2 mj.sides: A 1 : 1; B 1 : 1;""");
    }

    @Test
    void farFromTheMiddleStillDecides() {
        counts(Method.MJ, SampleContests.contest("A B", "2:A/5=B/5 5:A/3=B/3 1:A/2>B/1"), """
                in A
                rank A>B
                1 mj: A 3+; B 3;
                2 mj.sides: A 2 : 1+; B 2 : 1;
                3 mj.further: A 2×1 3×5 5×2+; B 1×1 3×5 5×2;""");
    }

    private static void counts(Method method, Contest contest, String told) {
        assertEquals(told, CountText.of(contest, method.count(contest)));
    }
}
