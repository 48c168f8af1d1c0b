package pavilion.rules.method;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Money for projects. With 15 voters and 100 the share is 6 2/3; nine voters for B pay 5 5/9 each; for C, seven voters, four of whom have 1 1/9 left, pay 7 23/27 each once the share is 9 2/3. */
class BudgetTest {
    @Test
    void greedySkipsWhatNoLongerFits() {
        counts(Method.GREEDY, SampleContests.money("A B C D", "5:A=B 4:B=C 3:C 2:D 1:", 100, 60L, 50L, 40L, 10L), """
                in B C D
                1 greedy [100, 0]: B 9+; C 7+; A 5-; D 2+;""");
    }

    @Test
    void greedyWithoutSkippingStopsThere() {
        counts(
                Method.GREEDY_NO_SKIP,
                SampleContests.money("A B C D", "5:A=B 4:B=C 3:C 2:D 1:", 100, 60L, 50L, 40L, 10L),
                """
                in B C
                1 greedy [100, 10]: B 9+; C 7+; A 5-; D 2-;""");
    }

    @Test
    void greedyByVotesForTheMoney() {
        counts(
                Method.GREEDY_PER_COST,
                SampleContests.money("A B C D", "5:A=B 4:B=C 3:C 2:D 1:", 100, 60L, 50L, 40L, 10L),
                """
                in D B C
                1 greedy [100, 0]: D 2+; B 9+; C 7+; A 5-;""");
    }

    @Test
    void equalSharesByCost() {
        counts(
                Method.MES_COST,
                SampleContests.money("A B C D", "5:A=B 4:B=C 3:C 2:D 1:", 100, 60L, 50L, 40L, 10L),
                """
                in B D
                1 mes.bought [B, 50, 5.555555, 6.666666, 9]: B 5.555555+;
                2 mes.bought [D, 10, 5, 6.666666, 2]: D 5+;
                3 mes.left: A 5.555555 / 60-; C 24.444444 / 40-;""");
    }

    @Test
    void moreMoneyUntilNothingElseFits() {
        counts(
                Method.MES_COST_ADD1,
                SampleContests.money("A B C D", "5:A=B 4:B=C 3:C 2:D 1:", 100, 60L, 50L, 40L, 10L),
                """
                in B C D
                1 mes.bought [B, 50, 5.555555, 9.666666, 9]: B 5.555555+;
                2 mes.bought [C, 40, 7.851851, 9.666666, 5.094339]: C 7.851851+;
                3 mes.bought [D, 10, 5, 9.666666, 2]: D 5+;
                4 mes.left: A 20.555555 / 60-;""");
    }

    @Test
    void moreMoneyUntilItWouldBeTooMuch() {
        counts(
                Method.MES_COST_ADD1_OVERSPEND,
                SampleContests.money("A B C D", "5:A=B 4:B=C 3:C 2:D 1:", 100, 60L, 50L, 40L, 10L),
                """
                in B C D
                1 mes.bought [B, 50, 5.555555, 16.666666, 9]: B 5.555555+;
                2 mes.bought [C, 40, 5.714285, 16.666666, 7]: C 5.714285+;
                3 mes.bought [D, 10, 5, 16.666666, 2]: D 5+;
                4 mes.left: A 55.555555 / 60-;""");
    }

    @Test
    void greedyFillsUp() {
        counts(
                Method.MES_COST_GREEDY,
                SampleContests.money("A B C D", "5:A=B 4:B=C 3:C 2:D 1:", 100, 60L, 50L, 40L, 10L),
                """
                in B D C
                1 mes.bought [B, 50, 5.555555, 6.666666, 9]: B 5.555555+;
                2 mes.bought [D, 10, 5, 6.666666, 2]: D 5+;
                3 mes.left: A 5.555555 / 60-; C 24.444444 / 40-;
                4 mes.greedy: C 40+;""");
    }

    @Test
    void moreMoneyAndThenGreedy() {
        counts(
                Method.MES_COST_ADD1_GREEDY,
                SampleContests.money("A B C D", "5:A=B 4:B=C 3:C 2:D 1:", 100, 60L, 50L, 40L, 10L),
                """
                in B C D
                1 mes.bought [B, 50, 5.555555, 9.666666, 9]: B 5.555555+;
                2 mes.bought [C, 40, 7.851851, 9.666666, 5.094339]: C 7.851851+;
                3 mes.bought [D, 10, 5, 9.666666, 2]: D 5+;
                4 mes.left: A 20.555555 / 60-;
                5 mes.greedy:""");
    }

    @Test
    void equalSharesByNumber() {
        counts(
                Method.MES_CARDINALITY,
                SampleContests.money("A B C D", "5:A=B 4:B=C 3:C 2:D 1:", 100, 60L, 50L, 40L, 10L),
                """
                in D B
                1 mes.bought [D, 10, 5, 6.666666, 2]: D 5+;
                2 mes.bought [B, 50, 5.555555, 6.666666, 9]: B 5.555555+;
                3 mes.left: A 5.555555 / 60-; C 24.444444 / 40-;""");
    }

    @Test
    void byNumberMoreMoneyUntilNothingElseFits() {
        counts(
                Method.MES_CARDINALITY_ADD1,
                SampleContests.money("A B C D", "5:A=B 4:B=C 3:C 2:D 1:", 100, 60L, 50L, 40L, 10L),
                """
                in D B C
                1 mes.bought [D, 10, 5, 9.666666, 2]: D 5+;
                2 mes.bought [B, 50, 5.555555, 9.666666, 9]: B 5.555555+;
                3 mes.bought [C, 40, 7.851851, 9.666666, 5.094339]: C 7.851851+;
                4 mes.left: A 20.555555 / 60-;""");
    }

    @Test
    void byNumberMoreMoneyUntilItWouldBeTooMuch() {
        counts(
                Method.MES_CARDINALITY_ADD1_OVERSPEND,
                SampleContests.money("A B C D", "5:A=B 4:B=C 3:C 2:D 1:", 100, 60L, 50L, 40L, 10L),
                """
                in D B C
                1 mes.bought [D, 10, 5, 16.666666, 2]: D 5+;
                2 mes.bought [B, 50, 5.555555, 16.666666, 9]: B 5.555555+;
                3 mes.bought [C, 40, 5.714285, 16.666666, 7]: C 5.714285+;
                4 mes.left: A 55.555555 / 60-;""");
    }

    @Test
    void byNumberGreedyFillsUp() {
        counts(
                Method.MES_CARDINALITY_GREEDY,
                SampleContests.money("A B C D", "5:A=B 4:B=C 3:C 2:D 1:", 100, 60L, 50L, 40L, 10L),
                """
                in D B C
                1 mes.bought [D, 10, 5, 6.666666, 2]: D 5+;
                2 mes.bought [B, 50, 5.555555, 6.666666, 9]: B 5.555555+;
                3 mes.left: A 5.555555 / 60-; C 24.444444 / 40-;
                4 mes.greedy: C 40+;""");
    }

    @Test
    void byNumberMoreMoneyAndThenGreedy() {
        counts(
                Method.MES_CARDINALITY_ADD1_GREEDY,
                SampleContests.money("A B C D", "5:A=B 4:B=C 3:C 2:D 1:", 100, 60L, 50L, 40L, 10L),
                """
                in D B C
                1 mes.bought [D, 10, 5, 9.666666, 2]: D 5+;
                2 mes.bought [B, 50, 5.555555, 9.666666, 9]: B 5.555555+;
                3 mes.bought [C, 40, 7.851851, 9.666666, 5.094339]: C 7.851851+;
                4 mes.left: A 20.555555 / 60-;
                5 mes.greedy:""");
    }

    @Test
    void equalVotesAndCostsNeedTheLot() {
        counts(Method.GREEDY, SampleContests.money("A B C", "2:A 2:B 1:C", 100, 60L, 60L, 30L), """
                in nobody
                tie 1 A B -> ? OPEN
                1 greedy [100, 100]: A 2-; B 2-; C 1-;""");
    }

    @Test
    void theLotBuysTheOneThatFits() {
        counts(
                Method.GREEDY,
                SampleContests.ordered(SampleContests.money("A B C", "2:A 2:B 1:C", 100, 60L, 60L, 30L), 1, 0, 2),
                """
                in B C
                tie 1 A B -> B ORDER
                1 greedy [100, 10]: A 2-; B 2+; C 1+;""");
    }

    @Test
    void afterTheLotNothingMoreIsBoughtWithoutSkipping() {
        counts(
                Method.GREEDY_NO_SKIP,
                SampleContests.ordered(SampleContests.money("A B C", "2:A 2:B 1:C", 100, 60L, 60L, 30L), 1, 0, 2),
                """
                in B
                tie 1 A B -> B ORDER
                1 greedy [100, 40]: A 2-; B 2+; C 1-;""");
    }

    @Test
    void theCheaperOfTwoWithEqualVotesIsFirst() {
        counts(Method.GREEDY, SampleContests.money("A B C", "2:A=B 1:C", 100, 70L, 60L, 40L), """
                in B C
                tie 1 B A -> B COST
                1 greedy [100, 0]: B 2+; A 2-; C 1+;""");
    }

    @Test
    void thereIsNoTieWhereAllFit() {
        counts(Method.GREEDY, SampleContests.money("A B", "2:A=B", 120, 60L, 60L), """
                in A B
                1 greedy [120, 0]: A 2+; B 2+;""");
    }

    @Test
    void nobodyCanPay() {
        counts(Method.MES_COST, SampleContests.money("A B C", "2:A 2:B 1:C", 100, 60L, 60L, 30L), """
                in nobody
                1 mes.left: A 40 / 60-; B 40 / 60-; C 20 / 30-;""");
    }

    @Test
    void theTieAppearsWithMoreMoney() {
        counts(Method.MES_COST_ADD1, SampleContests.money("A B C", "2:A 2:B 1:C", 100, 60L, 60L, 30L), """
                in nobody
                tie 1 A B -> ? OPEN
                1 tied: A 60 / 60-; B 60 / 60-; C 30 / 30-;""");
    }

    @Test
    void tooMuchWithMoreMoneySoTheOutcomeBeforeStands() {
        counts(
                Method.MES_COST_ADD1,
                SampleContests.ordered(SampleContests.money("A B C", "2:A 2:B 1:C", 100, 60L, 60L, 30L), 1, 0, 2),
                """
                in nobody
                1 mes.left: A 58 / 60-; B 58 / 60-; C 29 / 30-;""");
    }

    @Test
    void equalRatesTakeTheCheaper() {
        counts(Method.MES_COST, SampleContests.money("A B", "2:A=B", 90, 50L, 40L), """
                in B A
                tie 1 A B -> B COST
                1 mes.bought [B, 40, 20, 45, 2]: B 20+;
                2 mes.bought [A, 50, 25, 45, 2]: A 25+;
                3 mes.left:""");
    }

    @Test
    void equalRatesAndCostsTakeMoreVotes() {
        counts(
                Method.MES_CARDINALITY,
                SampleContests.money("X Y B C", "1:X=Y=B 1:X=Y 2:B 2:C", 60, 9L, 11L, 20L, 20L),
                """
                in X Y B C
                tie 3 B C -> B VOTES
                1 mes.bought [X, 9, 4.5, 10, 2]: X 4.5+;
                2 mes.bought [Y, 11, 5.5, 10, 2]: Y 5.5+;
                3 mes.bought [B, 20, 10, 10, 2]: B 10+;
                4 mes.bought [C, 20, 10, 10, 2]: C 10+;
                5 mes.left:""");
    }

    @Test
    void marksAreVotesForGreedy() {
        counts(Method.GREEDY, SampleContests.money("A B", "1:A/5>B/1 2:B/2", 50, 50L, 50L), """
                in nobody
                tie 1 A B -> ? OPEN
                1 greedy [50, 50]: A 5-; B 5-;""");
    }

    @Test
    void whoeverHasLessGivesAll() {
        counts(Method.MES_CARDINALITY, SampleContests.money("A B", "3:A=B 1:B", 40, 24L, 14L), """
                in B
                1 mes.bought [B, 14, 3.5, 10, 4]: B 3.5+;
                2 mes.left: A 19.5 / 24-;""");
    }

    private static void counts(Method method, Contest contest, String told) {
        assertEquals(told, CountText.of(contest, method.count(contest)));
    }
}
