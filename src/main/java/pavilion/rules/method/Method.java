package pavilion.rules.method;

import java.util.Arrays;
import java.util.function.Function;
import pavilion.rules.Refused;

/** The ways of counting, by the name the command line and the pages use. */
public enum Method {
    PLURALITY("plurality", Needs.ORDER, Plurality::count),
    IRV("irv", Needs.ORDER, InstantRunoff::count),
    STV_SCOTTISH("stv-scottish", Needs.ORDER, ScottishStv::count),
    STV_MEEK("stv-meek", Needs.ORDER, MeekStv::count),
    SCHULZE("schulze", Needs.ORDER, Schulze::count),
    BORDA("borda", Needs.ORDER, Borda::count);

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

    private final String id;
    private final Needs needs;
    private final Function<Contest, Count> count;

    Method(String id, Needs needs, Function<Contest, Count> count) {
        this.id = id;
        this.needs = needs;
        this.count = count;
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

    /** @throws Refused if more are wanted than stand, or the contest lacks what this method needs */
    public Count count(Contest contest) {
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
