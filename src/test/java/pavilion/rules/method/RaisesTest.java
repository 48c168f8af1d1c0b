package pavilion.rules.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Shares raised by one unit of money after the other: the raises that are passed over are those that change nothing. */
class RaisesTest {
    /** Every raise by itself, as the method is defined. */
    private static String stepByStep(Contest contest, EqualShares.Satisfaction satisfaction, boolean untilOverspent) {
        EqualShares shares = new EqualShares(contest, satisfaction);
        BigInteger unit = BigInteger.TEN.pow(contest.budget().orElseThrow().decimals());
        BigInteger extra = BigInteger.ZERO;
        EqualShares.Run run = shares.new Run(extra, unit);
        while (!run.open && !run.everything() && (untilOverspent || !run.exhaustive())) {
            extra = extra.add(unit);
            EqualShares.Run next = shares.new Run(extra, unit);
            if (next.overspent()) {
                break;
            }
            run = next;
        }
        return run.bought
                + " "
                + run.payments.stream().map(payment -> payment.shown(6)).toList()
                + " "
                + run.ties.settled();
    }

    private static String counted(Method method, Contest contest) {
        Count count = method.count(contest);
        List<String> payments = count.rounds().stream()
                .filter(round -> round.key().equals("method.round.mes.bought"))
                .map(round -> round.lines().getFirst().figure())
                .toList();
        return count.winners() + " " + payments + " " + count.ties();
    }

    /** Amounts of one or four digits, equal ones often, ballots of several voters, a lot or none. */
    private static Contest contest(Random dice) {
        int options = 1 + dice.nextInt(7);
        int scale = List.of(1, 10, 100).get(dice.nextInt(3));
        boolean alike = dice.nextInt(3) == 0;
        List<Long> costs = IntStream.range(0, options)
                .mapToObj(o -> alike ? (1L + dice.nextInt(4)) * scale : 1L + dice.nextInt(30 * scale))
                .toList();
        List<Ballot> box = new ArrayList<>();
        for (int b = 1 + dice.nextInt(12); b > 0; b--) {
            int[] ticks = Profiles.order(dice, options, dice.nextInt(options + 1));
            box.add(Ballot.approving(1 + dice.nextInt(2), ticks));
        }
        Profile profile = Profile.of(Profiles.options(options), box);
        TieBreak lot = dice.nextBoolean() ? Profiles.lot(profile) : TieBreak.open();
        return Contest.of(profile, new Budget(dice.nextInt(80 * scale), costs, 0), lot);
    }

    @ParameterizedTest
    @CsvSource({
        "MES_COST_ADD1, COST, false",
        "MES_COST_ADD1_OVERSPEND, COST, true",
        "MES_CARDINALITY_ADD1, CARDINALITY, false",
        "MES_CARDINALITY_ADD1_OVERSPEND, CARDINALITY, true"
    })
    void everythingIsAsIfEachRaiseHadBeenTried(
            Method method, EqualShares.Satisfaction satisfaction, boolean untilOverspent) {
        Random dice = new Random(20261127);
        for (int i = 0; i < 400; i++) {
            Contest contest = contest(dice);
            assertEquals(
                    stepByStep(contest, satisfaction, untilOverspent),
                    counted(method, contest),
                    () -> "contest " + contest.budget());
        }
    }

    /** Four households, 300,000 between the lift, the roof and the bench: all three for 299,000. */
    @ParameterizedTest
    @CsvSource({"1", "100", "1000000"})
    void theUnitOfMoneyDoesNotMatter(long unit) {
        Contest contest = SampleContests.money(
                "lift roof bench",
                "1:lift 1:roof 2:bench",
                300_000 * unit,
                150_000 * unit,
                140_000 * unit,
                9_000 * unit);
        for (Method method : List.of(Method.MES_COST_ADD1, Method.MES_COST_ADD1_GREEDY, Method.MES_CARDINALITY_ADD1)) {
            Count count = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> method.count(contest));
            assertEquals("bench roof lift", CountText.names(contest, count.winners()), method.id());
        }
    }

    /** With one unit more the roof and the lift would be too much: the share before that stands, to the unit. */
    @Test
    void theLastShareThatCanBePaidStands() {
        Contest contest = SampleContests.money("lift roof", "1:lift 1:roof 1:", 289_999, 150_000L, 140_000L);
        assertEquals("""
                in roof
                1 mes.bought [roof, 140000, 140000, 149999.333333, 1]: roof 140000+;
                2 mes.left: lift 149999.333333 / 150000-;""", CountText.of(contest, Method.MES_COST_ADD1_OVERSPEND.count(contest)));
        Contest enough = SampleContests.money("lift roof", "1:lift 1:roof 1:", 290_000, 150_000L, 140_000L);
        assertEquals(List.of(1, 0), Method.MES_COST_ADD1.count(enough).winners());
    }

    /** As many ballots and projects as Budapest had in 2024, a budget of a billion forints, amounts to the forint. */
    @Test
    void aCitysBudgetIsCountedInSeconds() {
        Contest city = city(28_943, 175, 1_000_000_000L);
        Count count = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Method.MES_COST_ADD1.count(city));
        long spent = count.winners().stream()
                .mapToLong(city.budget().orElseThrow()::cost)
                .sum();
        assertTrue(spent <= 1_000_000_000L && spent > 900_000_000L, "spent " + spent);
        assertTrue(count.winners().size() > 20, "winners " + count.winners().size());
    }

    /** Ballots of one to five ticks, the first projects much more often than the last. */
    private static Contest city(int voters, int projects, long budget) {
        Random dice = new Random(2024);
        List<Long> costs = IntStream.range(0, projects)
                .mapToObj(p -> 5_000_000L + dice.nextInt(115_000_000))
                .toList();
        List<Ballot> box = new ArrayList<>();
        for (int v = 0; v < voters; v++) {
            TreeSet<Integer> ticks = new TreeSet<>();
            for (int t = dice.nextInt(5); t >= 0; t--) {
                ticks.add(Math.min(dice.nextInt(projects), dice.nextInt(projects)));
            }
            box.add(Ballot.approving(
                    1, ticks.stream().mapToInt(Integer::intValue).toArray()));
        }
        Profile profile = Profile.of(Profiles.options(projects), box);
        return Contest.of(profile, new Budget(budget, costs, 0), Profiles.lot(profile));
    }

    /** Whatever may be put to a vote can be closed: the most plans and households, the largest amounts a form takes. */
    @ParameterizedTest
    @EnumSource(Method.class)
    void whateverCanBePutCanBeCounted(Method method) {
        boolean money = method.needs() == Method.Needs.MONEY;
        Random dice = new Random(7);
        List<String> plans =
                IntStream.range(0, OptionSet.MOST).mapToObj(p -> "plan " + p).toList();
        List<Long> costs = plans.stream()
                .map(plan -> 999_999_999_999L - dice.nextInt(1 << 30) * 700L)
                .toList();
        Budget budget = new Budget(999_999_999_999L * 5, costs, 0);
        OptionSet set = new OptionSet(method, plans, 1, money ? Optional.of(budget) : Optional.empty());
        List<OptionSet.Pile> piles = new ArrayList<>();
        for (int household = 0; household < 2_000; household++) {
            int[] named = Profiles.order(dice, plans.size(), 1 + dice.nextInt(6));
            piles.add(new OptionSet.Pile(choice(method, named), 1, 6237));
        }
        OptionSetResult result = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> set.count(piles, "seed"));
        assertEquals(2_000, result.tally().voted());
    }

    private static String choice(Method method, int[] named) {
        if (method == Method.PLURALITY) {
            return Integer.toString(named[0] + 1);
        }
        String between = method.needs() == Method.Needs.ORDER ? ">" : ",";
        String mark = method.needs() == Method.Needs.MARKS ? ":4" : "";
        return String.join(
                between, IntStream.of(named).mapToObj(plan -> (plan + 1) + mark).toList());
    }
}
