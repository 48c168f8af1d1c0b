package pavilion.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pavilion.rules.Refusing.refuses;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pavilion.rulebook.RuleBook;

/** How a seat is won in the second round, and how a post ends. */
class OfficeTest {
    private static final Catalogue CATALOGUE = RuleBook.load().catalogue();
    private static final Rule RUNOFF = CATALOGUE.rule("rc19.runoff");
    private static final Rule APPRAISAL = CATALOGUE.rule("rc37.appraisal");

    @Test
    void theMostVotesWinFromAThirdOfTheBallots() {
        var votes = Map.of("a", 300L, "b", 200L, "c", 199L);
        assertEquals(new Runoff(List.of("a"), List.of(), List.of("c")), Runoff.count(RUNOFF, votes, 1, 600));
        assertEquals(new Runoff(List.of("a", "b"), List.of(), List.of("c")), Runoff.count(RUNOFF, votes, 3, 600));
        assertEquals(new Runoff(List.of("a", "b"), List.of(), List.of()), Runoff.count(RUNOFF, votes, 2, 500));
    }

    @Test
    void aTieAtTheLastSeatIsReturned() {
        var votes = Map.of("a", 300L, "c", 250L, "b", 250L);
        assertEquals(new Runoff(List.of("a"), List.of("b", "c"), List.of()), Runoff.count(RUNOFF, votes, 2, 600));
        assertEquals(
                List.of("b", "c"),
                Runoff.count(RUNOFF, Map.of("b", 250L, "c", 250L), 1, 600).tied());
        assertTrue(Runoff.count(RUNOFF, votes, 3, 600).tied().isEmpty());
    }

    @Test
    void impossibleRoundsAreRefused() {
        refuses("decide.runoff.seats", () -> Runoff.count(RUNOFF, Map.of(), 0, 600));
        refuses("rules.figure.exceeds.votes.voted", () -> Runoff.count(RUNOFF, Map.of("a", 7L), 1, 6));
    }

    @Test
    void twoFailuresInARowEndThePost() {
        assertFalse(new Appraisals(List.of()).postEnds(APPRAISAL));
        assertFalse(new Appraisals(List.of(false)).postEnds(APPRAISAL));
        assertFalse(new Appraisals(List.of(false, true, false)).postEnds(APPRAISAL));
        assertTrue(new Appraisals(List.of(true, false, false)).postEnds(APPRAISAL));
        assertTrue(new Appraisals(List.of(false, false, true)).postEnds(APPRAISAL));
        assertEquals(2, new Appraisals(List.of(true, false, false)).failures());
        assertEquals(0, new Appraisals(List.of(false, false, true)).failures());
        refuses("decide.appraisal.no", () -> new Appraisals(List.of()).postEnds(RUNOFF));
    }
}
