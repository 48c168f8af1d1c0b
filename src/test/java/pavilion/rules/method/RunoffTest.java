package pavilion.rules.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Instant-runoff counted round by round. */
class RunoffTest {
    /** Capital of Tennessee, the textbook example: the middle city loses, the smallest wins. */
    @Test
    void knoxvilleWinsTennessee() {
        counts(Method.IRV, SampleContests.contest("M N C K", "42:M>N>C>K 26:N>C>K>M 15:C>K>N>M 17:K>C>N>M"), """
                in K
                rank K>M>N>C
                1 irv.out [100, 0]: M 42; N 26; K 17; C 15-;
                2 irv.out [100, 0]: M 42; K 32; N 26-;
                3 irv.won [100, 0]: K 58+; M 42;""");
    }

    /** Mayor of Burlington, Vermont, 2009, with the write-ins and the small parties left out (W. D. Smith, rangevoting.org/Burlington): Kiss wins although Montroll beats each of the others. */
    @Test
    void kissWinsBurlington2009() {
        counts(
                Method.IRV,
                SampleContests.contest(
                        "K M W", "1332:M>K>W 767:M>W>K 455:M 2043:K>M>W 371:K>W>M 568:K 1513:W>M>K 495:W>K>M 1289:W"),
                """
                in K
                rank K>W>M
                1 irv.out [8833, 0]: W 3297; K 2982; M 2554-;
                2 irv.won [8378, 455]: K 4314+; W 4064;""");
    }

    @Test
    void aTieForLastStopsTheCountWhenNobodyFixedHow() {
        counts(Method.IRV, SampleContests.contest("A B C D", "3:A 2:B>C 2:C>B 1:D>A 2:"), """
                in nobody
                tie 2 B C -> ? OPEN
                1 irv.out [8, 2]: A 3; B 2; C 2; D 1-;
                2 tied [8, 2]: A 4; B 2; C 2;""");
    }

    @Test
    void aTieThatEveryLotEndsWithTheSameWinnerIsNoOpenOne() {
        counts(Method.IRV, SampleContests.contest("A B C D", "3:A 2:B 2:C 1:D>A 2:"), """
                in A
                tie 2 B C -> ? ANY
                1 irv.out [8, 2]: A 3; B 2; C 2; D 1-;
                2 irv.any [8, 2]: A 4+; B 2; C 2;""");
    }

    /** With a lot for every order of the options there is: a winner is named exactly where all of them elect the same one. */
    @Test
    void theWinnerIsNamedExactlyWhereEveryLotElectsTheSame() {
        int[] named = new int[2];
        Profiles.ranked(2_000).filter(profile -> profile.size() <= 5).forEach(profile -> {
            Count open = Method.IRV.count(Contest.of(profile, 1, TieBreak.open()));
            Set<List<Integer>> winners = new HashSet<>();
            for (List<Integer> order : orders(profile.size())) {
                TieBreak lot = TieBreak.order(order, profile.size());
                winners.add(Method.IRV.count(Contest.of(profile, 1, lot)).winners());
            }
            assertEquals(winners.size() > 1, open.open());
            assertEquals(winners.size() > 1 ? List.of() : winners.iterator().next(), open.winners());
            if (!open.ties().isEmpty()) {
                named[open.open() ? 0 : 1]++;
            }
        });
        assertTrue(named[0] > 20 && named[1] > 10, named[0] + " open, " + named[1] + " named all the same");
    }

    private static List<List<Integer>> orders(int size) {
        List<List<Integer>> orders = List.of(List.of());
        for (int next = 0; next < size; next++) {
            int option = next;
            orders = orders.stream()
                    .flatMap(order -> IntStream.rangeClosed(0, order.size()).mapToObj(at -> {
                        List<Integer> longer = new ArrayList<>(order);
                        longer.add(at, option);
                        return longer;
                    }))
                    .map(List::copyOf)
                    .toList();
        }
        return orders;
    }

    @Test
    void theLotDropsWhomItFavoursLess() {
        counts(
                Method.IRV,
                SampleContests.ordered(SampleContests.contest("A B C D", "3:A 2:B 2:C 1:D>A 2:"), 0, 2, 1, 3),
                """
                in A
                rank A>C>B>D
                tie 2 B C -> B ORDER
                1 irv.out [8, 2]: A 3; B 2; C 2; D 1-;
                2 irv.out [8, 2]: A 4; B 2-; C 2;
                3 irv.won [6, 4]: A 4+; C 2;""");
    }

    @Test
    void anEarlierRoundDropsWhoWasBehind() {
        counts(Method.IRV, SampleContests.earlier(SampleContests.contest("A B C D", "5:A 4:B 3:C 1:D>C")), """
                in A
                rank A>B>C>D
                tie 2 B C -> C EARLIER
                1 irv.out [13, 0]: A 5; B 4; C 3; D 1-;
                2 irv.out [13, 0]: A 5; B 4; C 4-;
                3 irv.won [9, 4]: A 5+; B 4;""");
    }

    @Test
    void theOrderOfABallotEndsWhereTwoAreLevel() {
        counts(Method.IRV, SampleContests.contest("A B C", "5:A=B>C 3:C 2:B>A=C 1:A"), """
                in C
                rank C>B>A
                1 irv.out [6, 5]: C 3; B 2; A 1-;
                2 irv.won [5, 6]: C 3+; B 2;""");
    }

    @Test
    void thoseWhoCannotCatchUpEvenTogetherGoTogether() {
        counts(Method.IRV, SampleContests.contest("A B C D E", "6:A 5:B 1:C>B 1:D>B 0:E"), """
                in B
                rank B>A>C=D>E
                1 irv.out [13, 0]: A 6; B 5; C 1; D 1; E 0-;
                2 irv.out [13, 0]: A 6; B 5; C 1-; D 1-;
                3 irv.won [13, 0]: B 7+; A 6;""");
    }

    @Test
    void halfIsNotEnough() {
        counts(Method.IRV, SampleContests.contest("A B", "2:A 2:B"), """
                in nobody
                tie 1 A B -> ? OPEN
                1 tied [4, 0]: A 2; B 2;""");
    }

    @Test
    void oneAloneWinsWithoutABallot() {
        counts(Method.IRV, SampleContests.contest("A", ""), """
                in A
                rank A
                1 irv.won [0, 0]: A 0+;""");
    }

    @Test
    void halfOfTheBallotsStillCountingIsNotEnoughEither() {
        counts(Method.IRV, SampleContests.contest("A B C", "4:A 3:B 1:C>B"), """
                in nobody
                tie 2 A B -> ? OPEN
                1 irv.out [8, 0]: A 4; B 3; C 1-;
                2 tied [8, 0]: A 4; B 4;""");
    }

    private static void counts(Method method, Contest contest, String told) {
        assertEquals(told, CountText.of(contest, method.count(contest)));
    }
}
