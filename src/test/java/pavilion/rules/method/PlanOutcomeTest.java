package pavilion.rules.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pavilion.rulebook.RuleBook;
import pavilion.rules.Catalogue;
import pavilion.rules.Electorate;
import pavilion.rules.ElectorateKind;
import pavilion.rules.Outcome;
import pavilion.rules.PlanOutcome;
import pavilion.rules.Step;
import pavilion.rules.Tally;
import pavilion.rules.method.OptionSet.Pile;

/** Several plans, each decided by itself: counted by hand, and decided by more than half of those present. */
class PlanOutcomeTest {
    private static final Catalogue LAW = RuleBook.load().catalogue();
    private static final OptionSet TWO = OptionSet.of(Method.APPROVAL, List.of("修雨棚", "换灯", "加长椅"), 2);

    private static OptionSetResult counted(OptionSet plans, String... ballots) {
        return plans.count(Stream.of(ballots).map(each -> new Pile(each, 1, 0)).toList(), "seed");
    }

    private static Outcome decided(OptionSetResult counted, long present) {
        Electorate.Totals roll = new Electorate.Totals(ElectorateKind.HOUSEHOLD_REPS, 8, 0);
        Outcome outcome = counted.decide(LAW.rule("yard.consult"), each -> each.figures(roll, present));
        assertEquals(outcome, Outcome.fromMap(outcome.toMap()));
        assertEquals(
                outcome,
                OptionSetResult.fromMap(counted.optionSet(), counted.toMap(), counted.tally())
                        .decide(LAW.rule("yard.consult"), each -> each.figures(roll, present)));
        return outcome;
    }

    private static List<String> verdicts(Outcome outcome) {
        return outcome.plans().stream().map(PlanOutcome::verdict).toList();
    }

    private static List<Tally> tallies(Outcome outcome) {
        return outcome.plans().stream().map(PlanOutcome::tally).toList();
    }

    @Test
    void whoDidNotTickAPlanAndWhoWantsNoneOfThemAreToldApart() {
        Outcome outcome = decided(counted(TWO, "1", "2", "3", "1,2,3", "1", "none", "abstain"), 8);
        assertEquals(List.of(Tally.of(3, 3, 1), Tally.of(2, 4, 1), Tally.of(2, 4, 1)), tallies(outcome));
        assertTrue(outcome.plans().stream().allMatch(plan -> plan.none() == 1));
        // Three of eight, and two of eight: neither is more than half. Of the two that are level the lot left one.
        assertEquals("rules.outcome.failed", verdicts(outcome).getFirst());
        assertEquals(1, Collections.frequency(verdicts(outcome), "rules.outcome.left"));
        assertFalse(outcome.passed());
        assertEquals("rules.outcome.failed", outcome.verdict());
    }

    @Test
    void onePlanOfTwoIsAdoptedAndTheOtherFails() {
        Outcome outcome = decided(counted(TWO, "1,2", "1,2", "1,2", "1", "1", "2,3", "none", "abstain"), 8);
        assertEquals(List.of(Tally.of(5, 2, 1), Tally.of(4, 3, 1), Tally.of(1, 6, 1)), tallies(outcome));
        // Five of eight are more than half, four are exactly half.
        assertEquals(List.of("rules.outcome.passed", "rules.outcome.failed", "rules.outcome.left"), verdicts(outcome));
        assertTrue(outcome.passed());
        assertEquals("rules.outcome.partly", outcome.verdict());
        assertEquals(
                List.of(Step.Part.QUORUM),
                outcome.steps().stream().map(Step::part).toList());
        assertEquals(
                List.of(List.of(5L), List.of(4L), List.of()),
                outcome.plans().stream()
                        .map(plan -> plan.steps().stream().map(Step::left).toList())
                        .toList());
    }

    @Test
    void aPlanThatIsNotPickedIsNotAdoptedHoweverManyAcceptIt() {
        Outcome outcome = decided(counted(TWO, "1,2,3", "1,2,3", "1,2,3", "1,2,3", "1,2,3", "1,2", "1"), 8);
        assertEquals(List.of("rules.outcome.passed", "rules.outcome.passed", "rules.outcome.left"), verdicts(outcome));
        assertEquals("rules.outcome.passed", outcome.verdict());
    }

    @Test
    void withoutAQuorumNoneIsAdopted() {
        Outcome outcome = decided(counted(TWO, "1,2", "1,2", "1,2", "1"), 4);
        assertEquals(List.of("rules.outcome.failed", "rules.outcome.failed", "rules.outcome.left"), verdicts(outcome));
        assertEquals("rules.outcome.not_quorate", outcome.verdict());
    }

    @Test
    void onePickedOrAListSharedOutIsDecidedAllAtOnce() {
        OptionSet one = OptionSet.of(Method.APPROVAL, TWO.plans(), 1);
        Outcome outcome = decided(counted(one, "1", "1,2", "1", "1", "1", "2", "none"), 8);
        assertEquals(List.of("rules.outcome.passed", "rules.outcome.left", "rules.outcome.left"), verdicts(outcome));
        assertEquals(2, outcome.steps().size());
        // Six of eight picked something: the list of two passes, though neither plan has more than half by itself.
        OptionSet list = OptionSet.of(Method.STV_SCOTTISH, TWO.plans(), 2);
        Outcome whole = decided(counted(list, "1", "1", "1", "2", "2", "3", "none"), 8);
        assertEquals(List.of("rules.outcome.passed", "rules.outcome.passed", "rules.outcome.left"), verdicts(whole));
        assertTrue(whole.plans().stream().allMatch(plan -> plan.steps().isEmpty()));
    }

    @Test
    void ownersDecideEachPlanByHeadsAndByAreaEvenIfTheOneInFrontFails() {
        List<Pile> piles = new ArrayList<>(List.of(
                new Pile("1,2", 1, 100), new Pile("1,2", 1, 100), new Pile("1", 1, 100), new Pile("2", 1, 700)));
        Electorate.Totals roll = new Electorate.Totals(ElectorateKind.OWNERS, 4, 1000);
        Outcome outcome = TWO.count(piles, "seed").decide(LAW.rule("cc278.ordinary"), each -> each.figures(roll));
        assertEquals(
                List.of(
                        new Tally(3, 1, 0, 300, 700, 0),
                        new Tally(3, 1, 0, 900, 100, 0),
                        new Tally(0, 4, 0, 0, 1000, 0)),
                tallies(outcome));
        // Three of four owners accept either; the first has three tenths of the area, the second nine.
        assertEquals(List.of("rules.outcome.failed", "rules.outcome.passed", "rules.outcome.left"), verdicts(outcome));
        assertTrue(outcome.passed());
    }

    @Test
    void whereNobodyNamesAPlanNoneIsAdopted() {
        Outcome outcome = decided(counted(TWO, "none", "none", "none", "none", "none", "abstain"), 8);
        assertEquals(Collections.nCopies(3, "rules.outcome.left"), verdicts(outcome));
        assertEquals("rules.outcome.failed", outcome.verdict());
    }
}
