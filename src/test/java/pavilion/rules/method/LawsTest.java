package pavilion.rules.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each method promises whatever the ballots are, and what it is known not to promise. */
class LawsTest {
    private static final int MANY = 300;
    private static final Set<Method> BY_ORDER = EnumSet.of(
            Method.PLURALITY, Method.IRV, Method.BORDA, Method.SCHULZE, Method.STV_SCOTTISH, Method.STV_MEEK);

    private static Count count(Method method, Profile profile, int seats) {
        return method.count(Contest.of(profile, seats, Profiles.lot(profile)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"PLURALITY", "IRV", "BORDA", "SCHULZE", "STV_SCOTTISH", "STV_MEEK"})
    void neitherTheOrderOfBallotsNorTheirPilesMatter(Method method) {
        Profiles.ranked(MANY).forEach(profile -> {
            int seats = 1 + profile.size() / 3;
            Count first = count(method, profile, method == Method.IRV ? 1 : seats);
            Count again = count(method, profile, method == Method.IRV ? 1 : seats);
            Count mixed = count(method, Profiles.mixed(profile), method == Method.IRV ? 1 : seats);
            assertEquals(first, again, "a recount is the count");
            assertEquals(first, mixed, "mixed ballots give the same count");
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"PLURALITY", "IRV", "BORDA", "SCHULZE", "STV_SCOTTISH", "STV_MEEK"})
    void namesDoNotMatter(Method method) {
        Profiles.ranked(MANY).forEach(profile -> {
            Count open = method.count(Contest.of(profile, 1, TieBreak.open()));
            Count renamed = method.count(Contest.of(Profiles.renamed(profile), 1, TieBreak.open()));
            if (!open.open() && open.ties().isEmpty()) {
                assertEquals(
                        open.winners(),
                        renamed.winners().stream()
                                .map(option -> profile.size() - 1 - option)
                                .toList());
            }
        });
    }

    @Test
    void whoeverIsFirstForMostWins() {
        Profiles.ranked(MANY).forEach(profile -> {
            long[] firsts = new long[profile.size()];
            profile.ballots().stream()
                    .filter(ballot -> ballot.size() > 0)
                    .forEach(ballot -> firsts[ballot.option(0)] += ballot.weight());
            for (int option = 0; option < firsts.length; option++) {
                if (firsts[option] * 2 > profile.weight()) {
                    for (Method method : EnumSet.of(Method.IRV, Method.SCHULZE, Method.STV_SCOTTISH, Method.STV_MEEK)) {
                        assertEquals(List.of(option), count(method, profile, 1).winners(), method.id());
                    }
                }
            }
        });
    }

    @Test
    void whoeverBeatsEachOtherWinsUnderSchulzeAndWhoeverLosesToEachIsLast() {
        Profiles.ranked(MANY).forEach(profile -> {
            long[][] wins = Schulze.pairs(profile);
            Count count = count(Method.SCHULZE, profile, 1);
            IntStream.range(0, wins.length).forEach(a -> {
                boolean all = IntStream.range(0, wins.length).allMatch(b -> a == b || wins[a][b] > wins[b][a]);
                boolean none = IntStream.range(0, wins.length).allMatch(b -> a == b || wins[a][b] < wins[b][a]);
                assertTrue(!all || count.ranking().getFirst().equals(List.of(a)));
                assertTrue(!none || count.ranking().getLast().equals(List.of(a)));
            });
        });
    }

    /** Droop proportionality: those who solidly put k candidates above all others and are k quotas elect at least k of them. */
    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"STV_SCOTTISH", "STV_MEEK"})
    void aSolidGroupGetsItsShare(Method method) {
        Profiles.ranked(MANY).forEach(profile -> {
            int seats = Math.max(1, profile.size() / 2);
            List<Integer> winners = count(method, profile, seats).winners();
            assertEquals(seats, winners.size());
            long valid = profile.ballots().stream()
                    .filter(ballot -> ballot.size() > 0)
                    .mapToLong(Ballot::weight)
                    .sum();
            for (int set = 1; set < 1 << profile.size(); set++) {
                int members = set;
                int size = Integer.bitCount(set);
                long group = profile.ballots().stream()
                        .filter(ballot -> solid(ballot, members, size))
                        .mapToLong(Ballot::weight)
                        .sum();
                long quotas =
                        Math.min(size, group * (seats + 1) > 0 ? (group * (seats + 1) - 1) / Math.max(1, valid) : 0);
                long elected = winners.stream()
                        .filter(option -> (members >> option & 1) == 1)
                        .count();
                assertTrue(elected >= Math.min(quotas, seats), () -> method.id() + " " + winners);
            }
        });
    }

    private static boolean solid(Ballot ballot, int members, int size) {
        return ballot.size() >= size
                && IntStream.range(0, size).allMatch(place -> (members >> ballot.option(place) & 1) == 1);
    }

    /** Known since 1977: being put higher can lose an instant-runoff. */
    @Test
    void instantRunoffIsNotMonotone() {
        Contest before = SampleContests.contest("A B C", "39:A>B>C 35:B>C>A 26:C>A>B");
        Contest after = SampleContests.contest("A B C", "49:A>B>C 25:B>C>A 26:C>A>B");
        assertEquals("A", CountText.names(before, Method.IRV.count(before).winners()));
        assertEquals("C", CountText.names(after, Method.IRV.count(after).winners()));
    }

    /** Tennessee again: everyone else would lose to Nashville. */
    @Test
    void instantRunoffCanPassOverWhoeverBeatsEachOther() {
        Contest contest = SampleContests.contest("M N C K", "42:M>N>C>K 26:N>C>K>M 15:C>K>N>M 17:K>C>N>M");
        assertNotEquals(
                Method.SCHULZE.count(contest).winners(),
                Method.IRV.count(contest).winners());
    }

    @ParameterizedTest
    @EnumSource(value = Method.class)
    void noMoneyIsSpentThatIsNotThere(Method method) {
        if (method.needs() != Method.Needs.MONEY) {
            return;
        }
        Profiles.budgets(MANY).forEach(contest -> {
            Budget money = contest.budget().orElseThrow();
            Count count = method.count(contest);
            long cost = count.winners().stream().mapToLong(money::cost).sum();
            assertTrue(cost <= money.amount(), method.id());
            assertEquals(count.winners().size(), Set.copyOf(count.winners()).size(), "nothing is bought twice");
            assertEquals(count, method.count(contest));
            long[] votes = Greedy.votes(contest.profile());
            assertTrue(count.winners().stream().allMatch(option -> votes[option] > 0));
            if (method.id().contains("greedy") && method != Method.GREEDY_NO_SKIP) {
                long left = money.amount() - cost;
                for (int option = 0; option < votes.length; option++) {
                    assertTrue(count.winners().contains(option) || votes[option] == 0 || money.cost(option) > left);
                }
            }
        });
    }

    /**
     * Extended justified representation (NeurIPS 2021, Theorem 2, for projects of one price): of a group that is big enough to pay
     * for T projects all of them want, somebody gets at least T of what they named.
     */
    @Test
    void aGroupThatCanPayForItsWishesIsServed() {
        Profiles.budgets(MANY).forEach(drawn -> {
            Profile profile = drawn.profile();
            int affordable = 1 + profile.size() / 2;
            Contest contest = Contest.of(
                    profile,
                    new Budget(affordable * 10L, Collections.nCopies(profile.size(), 10L), 0),
                    drawn.tieBreak());
            List<Integer> winners = Method.MES_CARDINALITY.count(contest).winners();
            for (int set = 1; set < 1 << profile.size(); set++) {
                int wishes = set;
                List<Ballot> group = profile.ballots().stream()
                        .filter(ballot -> names(ballot, wishes))
                        .toList();
                int wanted = Integer.bitCount(set);
                if ((long) group.size() * affordable >= (long) wanted * profile.weight()) {
                    assertTrue(group.stream().anyMatch(ballot -> served(ballot, winners) >= wanted));
                }
            }
        });
    }

    private static boolean names(Ballot ballot, int wishes) {
        int named = 0;
        for (int place = 0; place < ballot.size(); place++) {
            named |= 1 << ballot.option(place);
        }
        return (named & wishes) == wishes;
    }

    private static long served(Ballot ballot, List<Integer> winners) {
        return IntStream.range(0, ballot.size())
                .map(ballot::option)
                .filter(winners::contains)
                .count();
    }

    @Test
    void everyMethodByOrderIsTriedAbove() {
        for (Method method : Method.values()) {
            assertEquals(method.needs() == Method.Needs.ORDER, BY_ORDER.contains(method), method.id());
        }
    }
}
