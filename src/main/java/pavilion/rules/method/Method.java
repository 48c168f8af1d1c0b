package pavilion.rules.method;

import java.util.Arrays;
import java.util.function.Function;
import pavilion.rules.Refused;
import pavilion.rules.method.EqualShares.Satisfaction;
import pavilion.rules.method.SharesCount.Raise;

/** The ways of counting, by the name the command line and the pages use. */
public enum Method {
    PLURALITY("plurality", Needs.ORDER, Plurality::count),
    IRV("irv", Needs.ORDER, InstantRunoff::count),
    STV_SCOTTISH("stv-scottish", Needs.ORDER, ScottishStv::count),
    STV_MEEK("stv-meek", Needs.ORDER, MeekStv::count),
    SCHULZE("schulze", Needs.ORDER, Schulze::count),
    BORDA("borda", Needs.ORDER, Borda::count),
    APPROVAL("approval", Needs.TICKS, Approval::count),
    SCORE("score", Needs.MARKS, Score::count),
    MJ("mj", Needs.MARKS, MajorityJudgement::count),
    GREEDY("greedy", Greedy.Order.VOTES, true),
    GREEDY_NO_SKIP("greedy-no-skip", Greedy.Order.VOTES, false),
    GREEDY_PER_COST("greedy-per-cost", Greedy.Order.VOTES_PER_COST, true),
    MES_COST("mes-cost", Satisfaction.COST, Raise.NONE, false),
    MES_COST_ADD1("mes-cost-add1", Satisfaction.COST, Raise.UNTIL_EXHAUSTIVE, false),
    MES_COST_ADD1_OVERSPEND("mes-cost-add1-overspend", Satisfaction.COST, Raise.UNTIL_OVERSPENT, false),
    MES_COST_GREEDY("mes-cost-greedy", Satisfaction.COST, Raise.NONE, true),
    MES_COST_ADD1_GREEDY("mes-cost-add1-greedy", Satisfaction.COST, Raise.UNTIL_EXHAUSTIVE, true),
    MES_CARDINALITY("mes-cardinality", Satisfaction.CARDINALITY, Raise.NONE, false),
    MES_CARDINALITY_ADD1("mes-cardinality-add1", Satisfaction.CARDINALITY, Raise.UNTIL_EXHAUSTIVE, false),
    MES_CARDINALITY_ADD1_OVERSPEND(
            "mes-cardinality-add1-overspend", Satisfaction.CARDINALITY, Raise.UNTIL_OVERSPENT, false),
    MES_CARDINALITY_GREEDY("mes-cardinality-greedy", Satisfaction.CARDINALITY, Raise.NONE, true),
    MES_CARDINALITY_ADD1_GREEDY("mes-cardinality-add1-greedy", Satisfaction.CARDINALITY, Raise.UNTIL_EXHAUSTIVE, true);

    /** What the ballots must carry. */
    public enum Needs {
        /** An order of options. */
        ORDER,
        /** Options ticked. */
        TICKS,
        /** Marks on options. */
        MARKS,
        /** Options ticked or marked, and their costs. */
        MONEY
    }

    /**
     * Where each option is compared with each other one, or each round tells of all that are left, memory grows with the square
     * of the options and time with their cube: a thousand take seconds, ten thousand would take hours.
     */
    public static final int MOST_OPTIONS = 1_000;

    private final String id;
    private final Needs needs;
    private final boolean shares;
    private final boolean greedy;
    private final Function<Contest, Count> count;

    Method(String id, Needs needs, Function<Contest, Count> count) {
        this.id = id;
        this.needs = needs;
        this.shares = false;
        this.greedy = false;
        this.count = count;
    }

    Method(String id, Greedy.Order order, boolean skips) {
        this.id = id;
        this.needs = Needs.MONEY;
        this.shares = false;
        this.greedy = true;
        this.count = contest -> Greedy.count(this, contest, order, skips);
    }

    Method(String id, Satisfaction satisfaction, Raise raise, boolean greedy) {
        this.id = id;
        this.needs = Needs.MONEY;
        this.shares = true;
        this.greedy = greedy;
        this.count = contest -> SharesCount.count(this, contest, satisfaction, raise, greedy);
    }

    /** @throws Refused for a name no method has */
    public static Method of(String id) {
        return Arrays.stream(values())
                .filter(each -> each.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused("method.refused.unknown_method", id));
    }

    public String id() {
        return id;
    }

    public Needs needs() {
        return needs;
    }

    /** Whether the money is shared equally among the voters, who spend it on whatever they named. */
    public boolean sharesEqually() {
        return shares;
    }

    /** Whether money, or what is left of it, goes to the projects in order of their votes. */
    public boolean spendsByVotes() {
        return greedy;
    }

    private boolean byOneFigure() {
        return switch (this) {
            case IRV, STV_SCOTTISH, STV_MEEK, SCHULZE -> false;
            default -> !shares;
        };
    }

    /** @throws Refused if more are wanted than stand, too many stand, or the contest lacks what this method needs */
    public Count count(Contest contest) {
        if (!byOneFigure() && contest.options().size() > MOST_OPTIONS) {
            throw new Refused("method.refused.options", contest.options().size(), id, MOST_OPTIONS);
        }
        if (contest.seats() < 1 || contest.seats() > contest.options().size()) {
            throw new Refused(
                    "method.refused.seats", contest.seats(), contest.options().size());
        }
        if (needs == Needs.MONEY
                && contest.budget()
                        .filter(money ->
                                money.costs().size() == contest.options().size())
                        .isEmpty()) {
            throw new Refused("method.refused.no_budget");
        }
        return count.apply(contest);
    }
}
