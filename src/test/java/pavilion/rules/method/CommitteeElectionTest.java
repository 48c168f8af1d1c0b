package pavilion.rules.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pavilion.rules.Refusing.refuses;

import java.util.List;
import org.junit.jupiter.api.Test;
import pavilion.rulebook.RuleBook;
import pavilion.rules.Rule;
import pavilion.rules.method.CommitteeElection.Paper;
import pavilion.rules.method.CommitteeElection.Result;

/** Urban Residents' Committee Organic Law (2025), Art. 19. */
class CommitteeElectionTest {
    private static final Rule REPS = RuleBook.load().catalogue().rule("rc19.election.reps");
    private static final Rule FLOOR = RuleBook.load().catalogue().rule("rc19.runoff");
    private static final List<Profile.Option> FOUR =
            SampleContests.profile("Ann Ben Cy Dee", "").options();

    private static CommitteeElection election(long members, long issued) {
        return new CommitteeElection(REPS, FOUR, 2, members, issued);
    }

    private static Paper paper(long copies, Integer... named) {
        return new Paper(copies, List.of(named), 0);
    }

    @Test
    void exactlyTwoThirdsOfTheRepresentativesIsNotEnough() {
        assertFalse(election(162, 162).count(List.of(paper(108, 0, 1))).valid());
        Result valid = election(162, 162).count(List.of(paper(109, 0, 1)));
        assertTrue(valid.valid());
        assertEquals(List.of(0, 1), valid.elected());
        assertEquals(0, valid.runoff());
    }

    @Test
    void halfOfThoseVotingElectsNobodyAndTheSeatIsLeftForAnotherRound() {
        Result result = election(100, 100).count(List.of(paper(45, 0, 1), paper(5, 1, 2), paper(50, 3)));
        assertEquals(List.of(45L, 50L, 5L, 50L), result.votes());
        assertEquals(List.of(), result.elected());
        assertEquals(2, result.runoff());
        Result more = election(100, 100).count(List.of(paper(45, 0, 1), paper(6, 1, 2), paper(49, 3)));
        assertEquals(List.of(1), more.elected());
        assertEquals(1, more.runoff());
        assertTrue(more.outcomes().get(1).passed() && !more.outcomes().get(3).passed());
    }

    @Test
    void moreNamesThanSeatsVoidTheBallotWhichStillCountsAsCast() {
        Result result = election(10, 10)
                .count(List.of(
                        paper(4, 0, 1, 2), paper(3, 0), new Paper(2, List.of(0), 1), new Paper(1, List.of(0, 1), 1)));
        assertEquals(10, result.cast());
        assertEquals(5, result.voided());
        assertEquals(List.of(5L, 0L, 0L, 0L), result.votes());
        assertEquals(List.of(), result.elected(), "five of ten is not over half");
    }

    @Test
    void moreBallotsThanIssuedVoidTheElection() {
        Result result = election(100, 80).count(List.of(paper(81, 0, 1)));
        assertFalse(result.valid());
        assertTrue(result.turnout().quorate());
        assertEquals(List.of(), result.elected());
        assertEquals(2, result.runoff());
        assertTrue(election(100, 81).count(List.of(paper(81, 0, 1))).valid());
    }

    @Test
    void equalVotesForTheLastSeatAreGivenBack() {
        Result result = election(9, 9).count(List.of(paper(3, 0, 1), paper(3, 0, 2), paper(3, 1, 2)));
        assertEquals(List.of(), result.elected());
        assertEquals(List.of(0, 1, 2), result.tied());
        Result one = election(10, 10).count(List.of(paper(4, 0, 1), paper(4, 0, 2), paper(2, 1, 2)));
        assertEquals(List.of(0), one.elected());
        assertEquals(List.of(1, 2), one.tied());
        assertEquals(1, one.runoff());
    }

    @Test
    void theSecondRoundTakesTheMostVotesFromAThirdUp() {
        CommitteeElection election = election(90, 90);
        Result third = election.secondRound(FLOOR, 1, List.of(paper(30, 0), paper(29, 1), paper(31, 0, 1)));
        assertEquals(31, third.voided());
        assertEquals(List.of(0), third.elected());
        Result tooFew = election.secondRound(FLOOR, 1, List.of(paper(29, 0), paper(28, 1), paper(33, 0, 1)));
        assertEquals(List.of(), tooFew.elected());
        assertEquals(1, tooFew.runoff());
    }

    @Test
    void whatCannotBeIsRefused() {
        refuses("method.election.candidates", () -> new CommitteeElection(REPS, FOUR, 4, 9, 9));
        refuses("method.election.candidates", () -> new CommitteeElection(REPS, FOUR, 0, 9, 9));
        CommitteeElection election = election(9, 9);
        refuses("method.election.paper", () -> election.count(List.of(paper(1, 4))));
        refuses("method.election.paper", () -> election.count(List.of(paper(1, -1))));
        refuses("method.election.paper", () -> election.count(List.of(paper(1, 1, 1))));
        refuses("method.election.paper", () -> election.count(List.of(paper(-1, 1))));
        refuses("method.election.paper", () -> election.count(List.of(new Paper(1, List.of(1), -1))));
    }
}
