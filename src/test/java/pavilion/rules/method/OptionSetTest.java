package pavilion.rules.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pavilion.rules.Refusing.refuses;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pavilion.rules.Tally;
import pavilion.rules.method.OptionSet.Pile;

/** Competing plans: what a ballot may say, what is picked, and what the rule is then asked about. */
class OptionSetTest {
    private static final List<String> PLANS = List.of("雨棚", "充电桩", "维持现状");

    private static OptionSet optionSet(Method method) {
        boolean money = method.needs() == Method.Needs.MONEY;
        return new OptionSet(
                method, PLANS, 1, money ? Optional.of(new Budget(100, List.of(60L, 50L, 40L), 0)) : Optional.empty());
    }

    private static Pile pile(String choice, long heads) {
        return new Pile(choice, heads, heads * 100);
    }

    @Test
    void aVoteBetweenPlansThatMostRefuseAgreesToNothing() {
        OptionSetResult picked =
                optionSet(Method.PLURALITY).count(List.of(pile("1", 6), pile("2", 3), pile("none", 8)), "s");
        assertEquals(List.of("雨棚"), picked.names());
        assertEquals(new Tally(6, 11, 0, 600, 1100, 0), picked.tally());
    }

    @Test
    void anOrderNamesWhatIsAcceptableAndTheWinnersYesAreAllWhoNamedIt() {
        OptionSetResult picked = optionSet(Method.IRV)
                .count(List.of(pile("1>2", 4), pile("2", 3), pile("3>2", 2), pile("none", 1), pile("abstain", 2)), "s");
        assertEquals(List.of("充电桩"), picked.names());
        assertEquals(new Tally(9, 1, 2, 900, 100, 200), picked.tally());
    }

    @Test
    void marksOfThreeAndMoreAreAcceptableAndBelowTheyAreNot() {
        OptionSetResult picked = optionSet(Method.SCORE).count(List.of(pile("1:5,2:3", 2), pile("1:2,2:4", 1)), "s");
        assertEquals(List.of("雨棚"), picked.names());
        assertEquals(2, picked.tally().yes());
        assertEquals(3, picked.support().get(1).heads());
    }

    @Test
    void ofSeveralPickedOneByOneTheTallySpeaksOfTheOneInFront() {
        OptionSet two = OptionSet.of(Method.APPROVAL, PLANS, 2);
        OptionSetResult picked = two.count(List.of(pile("1,2", 5), pile("1", 4), pile("none", 2)), "s");
        assertEquals(List.of("雨棚", "充电桩"), picked.names());
        assertEquals(new Tally(9, 2, 0, 900, 200, 0), picked.tally());
        assertEquals(
                new Tally(9, 2, 0, 700, 300, 0),
                picked.weighed(List.of(700L, 500L, 0L), 0, 1000, 0).tally());
    }

    @Test
    void moneySharedOutIsAcceptedOrRefusedAsOneList() {
        OptionSetResult picked =
                optionSet(Method.GREEDY).count(List.of(pile("1", 5), pile("3", 3), pile("none", 4)), "s");
        assertEquals(List.of("雨棚", "维持现状"), picked.names());
        assertEquals(new Tally(8, 4, 0, 800, 400, 0), picked.tally());
    }

    @Test
    void moneyInYuanIsSharedOutToTheEnd() {
        Budget budget = new Budget(300_000, List.of(150_000L, 140_000L, 9_000L), 0);
        List<String> plans = List.of("修电梯", "修屋顶", "长椅");
        OptionSet set = new OptionSet(Method.MES_COST_ADD1, plans, 1, Optional.of(budget));
        OptionSetResult picked = set.count(List.of(pile("1", 1), pile("2", 1), pile("3", 2)), "seed");
        assertEquals(List.of("长椅", "修屋顶", "修电梯"), picked.names());
        assertEquals(new Tally(4, 0, 0, 400, 0, 0), picked.tally());
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void whereNobodyNamesAPlanNoneIsPickedByAnyMethod(Method method) {
        OptionSetResult picked = optionSet(method).count(List.of(pile("none", 4), pile("abstain", 2)), "s");
        assertTrue(picked.names().isEmpty());
        assertEquals(new Tally(0, 4, 2, 0, 400, 200), picked.tally());
        assertTrue(optionSet(method).count(List.of(), "s").names().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void theOrderOfTheBallotsChangesNothingAndTheyAddUp(Method method) {
        Random random = new Random(7);
        OptionSet slate = optionSet(method);
        List<Pile> piles = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String choice = switch (method.needs()) {
                case ORDER ->
                    method == Method.PLURALITY
                            ? Integer.toString(1 + random.nextInt(3))
                            : List.of("1>2>3", "2>3", "3", "3>1", "none").get(random.nextInt(5));
                case MARKS -> "1:%d,2:%d".formatted(random.nextInt(6), random.nextInt(6));
                case TICKS, MONEY -> List.of("1", "1,2", "2,3", "abstain").get(random.nextInt(4));
            };
            piles.add(pile(slate.written(choice), 1 + random.nextInt(3)));
        }
        Map<String, Object> counted = slate.count(piles, "seed").toMap();
        long heads = piles.stream().mapToLong(Pile::heads).sum();
        assertEquals(heads, slate.count(piles, "seed").tally().voted());
        for (int i = 0; i < 5; i++) {
            Collections.shuffle(piles, random);
            assertEquals(counted, slate.count(piles, "seed").toMap());
        }
    }

    @Test
    void aTieIsSettledByTheLotThatWasPublishedAndIsToldWithTheResult() {
        OptionSetResult picked = optionSet(Method.APPROVAL).count(List.of(pile("1,2", 5), pile("3", 1)), "seed");
        assertEquals(1, picked.winners().size());
        Map<?, ?> tie = (Map<?, ?>) ((List<?>) picked.toMap().get("ties")).getFirst();
        assertEquals("seed", tie.get("by"));
        assertEquals(List.of(1, 2), tie.get("among"));
        assertEquals(picked.winners().getFirst() + 1, tie.get("chosen"));
    }

    @ParameterizedTest
    @CsvSource({
        "APPROVAL, '3,1', '1,3'",
        "SCORE, '2:4,1:0', '1:0,2:4'",
        "SCORE, '2:0,1:0', none",
        "BORDA, '3>1', '3>1'",
        "IRV, abstain, abstain"
    })
    void oneMeaningIsWrittenInOneWay(Method method, String typed, String written) {
        assertEquals(written, optionSet(method).written(typed));
    }

    @ParameterizedTest
    @CsvSource({
        "IRV, '', method.refused.answer",
        "IRV, '4', method.refused.answer",
        "IRV, '0', method.refused.answer",
        "IRV, '1>', method.refused.answer",
        "IRV, '1:5', method.refused.answer",
        "IRV, 'yes', method.refused.answer",
        "IRV, '99999999999', method.refused.answer",
        "IRV, '1>1', method.refused.answer-twice",
        "PLURALITY, '1>2', method.refused.answer-one",
        "APPROVAL, '1>2', method.refused.answer",
        "SCORE, '1:6', method.refused.answer",
        "SCORE, '1', method.refused.answer",
        "SCORE, '1:-1', method.refused.answer",
        "GREEDY, '1,1', method.refused.answer-twice"
    })
    void whatIsNoAnswerIsRefused(Method method, String typed, String key) {
        refuses(key, () -> optionSet(method).written(typed));
    }

    @Test
    void aSlateThatCannotBeCountedIsRefusedBeforeAnybodyVotes() {
        refuses("method.refused.plans", () -> OptionSet.of(Method.IRV, List.of("a"), 1));
        refuses("method.refused.plans", () -> OptionSet.of(Method.IRV, Collections.nCopies(21, "a"), 1));
        refuses("method.refused.plans-alike", () -> OptionSet.of(Method.IRV, List.of("a", "a"), 1));
        refuses("method.refused.plans-alike", () -> OptionSet.of(Method.IRV, List.of("a", " "), 1));
        refuses("method.refused.seats-of", () -> OptionSet.of(Method.IRV, PLANS, 2));
        refuses("method.refused.seats-of", () -> OptionSet.of(Method.APPROVAL, PLANS, 3));
        refuses("method.refused.seats-of", () -> OptionSet.of(Method.APPROVAL, PLANS, 0));
        refuses("method.refused.no_budget", () -> OptionSet.of(Method.GREEDY, PLANS, 1));
        Budget short1 = new Budget(10, List.of(1L), 0);
        refuses("method.refused.no_budget", () -> new OptionSet(Method.GREEDY, PLANS, 1, Optional.of(short1)));
        refuses("method.refused.no_budget", () -> new OptionSet(Method.IRV, PLANS, 1, Optional.of(short1)));
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void asPlainDataItComesBackTheSame(Method method) {
        assertEquals(optionSet(method), OptionSet.fromMap(optionSet(method).toMap()));
        assertFalse(optionSet(method).options().isEmpty());
    }
}
