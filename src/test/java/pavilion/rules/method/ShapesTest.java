package pavilion.rules.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pavilion.rules.Refusing.refuses;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a contest is made of, and what cannot be one. */
class ShapesTest {
    private static final List<Profile.Option> TWO =
            List.of(new Profile.Option("a", "Ann"), new Profile.Option("b", "Ben"));

    @Test
    void aBallotGivesBackItsOrder() {
        Ballot ballot = Ballot.grouped(3, new int[] {2, 0}, new int[] {1});
        assertEquals(3, ballot.weight());
        assertEquals(3, ballot.size());
        assertEquals(2, ballot.option(0));
        assertEquals(0, ballot.option(1));
        assertEquals(1, ballot.option(2));
        assertFalse(ballot.tiedWithPrevious(0));
        assertTrue(ballot.tiedWithPrevious(1));
        assertFalse(ballot.tiedWithPrevious(2));
        assertFalse(ballot.hasPoints());
        assertTrue(Ballot.approving(1, 0, 1).tiedWithPrevious(1));
    }

    @Test
    void marksPutOptionsInOrder() {
        Ballot ballot = Ballot.marked(1, new int[] {0, 1, 2}, new long[] {3, 5, 3});
        assertTrue(ballot.hasPoints());
        assertEquals(1, ballot.option(0));
        assertEquals(5, ballot.points(0));
        assertEquals(3, ballot.points(1));
        assertFalse(ballot.tiedWithPrevious(1));
        assertTrue(ballot.tiedWithPrevious(2));
        assertEquals(7, ballot.weighing(7).weight());
        assertEquals(3, ballot.weighing(7).points(2));
    }

    @Test
    void theArraysOfABallotAreItsOwn() {
        int[] order = {0, 1};
        Ballot ballot = Ballot.ranked(1, order);
        order[0] = 1;
        assertEquals(0, ballot.option(0));
        assertEquals(2, ballot.consecutive());
        assertEquals(1, ballot.openAfter(1).weighing(5).consecutive());
    }

    @Test
    void whatNoBallotCanBeIsRefusedByNumber() {
        refuses("method.refused.no_options", () -> Profile.of(List.of(), List.of()));
        var unknown = refuses("method.refused.unknown_option", () -> Profile.of(TWO, List.of(Ballot.ranked(1, 0, 2))));
        assertEquals(List.of(1, 3), unknown.args());
        var twice = refuses(
                "method.refused.twice", () -> Profile.of(TWO, List.of(Ballot.ranked(1, 0), Ballot.ranked(1, 1, 0, 1))));
        assertEquals(List.of(2, 2), twice.args());
        refuses("method.refused.weight", () -> Profile.of(TWO, List.of(Ballot.ranked(-1, 0))));
        assertEquals(0, Profile.of(TWO, List.of(Ballot.ranked(0, 0))).weight());
    }

    @Test
    void moneyIsAboveNothing() {
        refuses("method.refused.budget", () -> new Budget(-1, List.of(1L), 0));
        var free = refuses("method.refused.cost", () -> new Budget(1, List.of(1L, 0L), 0));
        assertEquals(List.of(2), free.args());
        refuses("method.refused.money", () -> new Budget(1, List.of(Long.MAX_VALUE - 1, 1L), 0));
        assertEquals(1, new Budget(1, List.of(Long.MAX_VALUE - 2, 1L), 0).cost(1));
        assertEquals("12.5", new Budget(0, List.of(), 2).shown(1250));
    }

    @Test
    void aMethodSaysWhatItLacks() {
        refuses("method.refused.unknown_method", () -> Method.of("dictator"));
        Contest contest = SampleContests.contest("A B", "1:A>B");
        assertEquals(
                List.of(3, 2),
                refuses("method.refused.seats", () -> Method.BORDA.count(SampleContests.contest("A B", "1:A>B", 3)))
                        .args());
        refuses("method.refused.seats", () -> Method.BORDA.count(SampleContests.contest("A B", "1:A>B", 0)));
        refuses("method.refused.no_budget", () -> Method.GREEDY.count(contest));
        Contest uneven = new Contest(contest.profile(), Optional.of(new Budget(1, List.of(1L), 0)), 1, TieBreak.open());
        refuses("method.refused.no_budget", () -> Method.GREEDY.count(uneven));
        for (Method method : Method.values()) {
            assertSame(method, Method.of(method.id()));
        }
        assertEquals(Method.IRV, Method.IRV.count(contest).method());
    }

    @Test
    void anOrderOfTheLotNamesEachOptionOnce() {
        refuses("method.refused.tie_order", () -> TieBreak.order(List.of(0), 2));
        refuses("method.refused.tie_order", () -> TieBreak.order(List.of(0, 0), 2));
        assertEquals(List.of(1, 0), TieBreak.order(List.of(1, 0), 2).order());
        refuses("method.refused.tie_order", () -> TieBreak.listed(List.of(0, 0), 2));
    }

    /** Anyone can compute it: {@code printf 'drum\na' | sha256sum} begins with f8, the same with b with 5d. */
    @Test
    void everybodyComputesTheSameLot() {
        TieBreak lot = TieBreak.seed("drum", TWO);
        assertEquals(TieBreak.By.SEED, lot.by());
        assertEquals(List.of(1, 0), lot.order());
        assertEquals(List.of(0, 1), TieBreak.seed("open", TWO).order());
        assertEquals(lot, TieBreak.seed("drum", TWO));
        assertTrue(lot.earlierFirst().earlier());
        assertEquals(lot.order(), lot.earlierFirst().order());
    }

    @Test
    void partsOfABallotAreCountedExactly() {
        List<Profile.Option> options = SampleContests.profile("A B C", "").options();
        Profile profile = new Profile(
                options, List.of(Ballot.ranked(25, 0, 1), Ballot.ranked(150, 1), Ballot.ranked(130, 2, 0)), 2, 0);
        assertEquals(100, profile.unit());
        assertEquals("3.05", profile.shown(profile.weight()));
        assertEquals("1.525", profile.shown(305, 2));
        Contest contest = Contest.of(profile, 1, TieBreak.open());
        assertEquals("""
                in B
                rank B>C>A
                1 irv.out [3.05, 0]: B 1.5; C 1.3; A 0.25-;
                2 irv.won [3.05, 0]: B 1.75+; C 1.3;""", CountText.of(contest, Method.IRV.count(contest)));
        Contest two = Contest.of(profile, 2, TieBreak.open());
        assertEquals("""
                in B C
                1 stv.first [2]: A 0.25; B 1.5; C 1.3;
                2 stv.out [A]: A 0-; B 1.75; C 1.3;
                3 stv.rest: B 1.75+; C 1.3+;""", CountText.of(two, Method.STV_SCOTTISH.count(two)));
        assertEquals("""
                in B C
                1 meek.elected [1.01666666667]: A 0.25; B 1.5+; C 1.3+;""", CountText.of(two, Method.STV_MEEK.count(two)));
        assertEquals("""
                in C
                rank C>B>A
                1 borda: C 3.35+; B 3.25; A 2.55;""", CountText.of(contest, Method.BORDA.count(contest)));
    }

    @Test
    void moneyWithDecimalsIsCountedInCents() {
        Profile profile = SampleContests.profile("A B", "2:A 1:B");
        Contest contest = Contest.of(profile, new Budget(1000, List.of(650L, 350L), 2), TieBreak.open());
        assertEquals("""
                in A
                1 mes.bought [A, 6.5, 3.25, 3.333333, 2]: A 3.25+;
                2 mes.left: B 3.333333 / 3.5-;""", CountText.of(contest, Method.MES_COST.count(contest)));
        assertEquals("""
                in A B
                1 mes.bought [A, 6.5, 3.25, 4.333333, 2]: A 3.25+;
                2 mes.bought [B, 3.5, 3.5, 4.333333, 1]: B 3.5+;
                3 mes.left:""", CountText.of(contest, Method.MES_COST_ADD1.count(contest)));
    }
}
