package pavilion.rules.method;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the voters have left, exactly. Voters who named the same projects always have the same money, so they are one group;
 * groups with the same money share a budget. All budgets are whole numbers over one denominator, which grows as money is
 * shared out; beside each stands how fast it would grow if every share did.
 */
final class VoterBudgets {
    private static final int EMPTY = 0;

    private final VoterGroups groups;
    private final int[] budgetOf;
    private final List<BigInteger> money = new ArrayList<>();
    private final List<BigInteger> growth = new ArrayList<>();
    private BigInteger over;

    /** Everyone begins with {@code total} / {@code voters} units of money. */
    VoterBudgets(VoterGroups groups, BigInteger total, long voters) {
        this.groups = groups;
        this.budgetOf = new int[groups.size()];
        Arrays.fill(budgetOf, 1);
        this.over = BigInteger.valueOf(voters);
        money.add(BigInteger.ZERO);
        growth.add(BigInteger.ZERO);
        money.add(total);
        growth.add(over);
    }

    /** How many supporters of a project hold each budget. */
    private long[] holders(int project) {
        long[] weights = new long[money.size()];
        for (int group : groups.of(project)) {
            weights[budgetOf[group]] += groups.weight(group);
        }
        return weights;
    }

    private Course course(int budget) {
        return new Course(money.get(budget), growth.get(budget), over);
    }

    /** The supporters' money together, in units of money. */
    Course together(int project) {
        long[] weights = holders(project);
        BigInteger sum = BigInteger.ZERO;
        BigInteger slope = BigInteger.ZERO;
        for (int each = 1; each < weights.length; each++) {
            if (weights[each] > 0) {
                BigInteger weight = BigInteger.valueOf(weights[each]);
                sum = sum.add(money.get(each).multiply(weight));
                slope = slope.add(growth.get(each).multiply(weight));
            }
        }
        return new Course(sum, slope, over);
    }

    /**
     * The least payment with which the supporters raise the cost, if whoever has less gives all; they must have it together. With
     * the richest left to share the rest equally, those found too poor are taken out until none is.
     */
    Course price(int project, long cost) {
        long[] rich = holders(project);
        BigInteger missing = BigInteger.valueOf(cost).multiply(over);
        BigInteger slope = BigInteger.ZERO;
        long payers = Arrays.stream(rich, 1, rich.length).sum();
        boolean poorer = true;
        while (poorer) {
            poorer = false;
            BigInteger share = missing.add(BigInteger.valueOf(payers - 1)).divide(BigInteger.valueOf(payers));
            for (int each = 1; each < rich.length; each++) {
                if (rich[each] > 0 && money.get(each).compareTo(share) < 0) {
                    BigInteger weight = BigInteger.valueOf(rich[each]);
                    missing = missing.subtract(money.get(each).multiply(weight));
                    slope = slope.subtract(growth.get(each).multiply(weight));
                    payers -= rich[each];
                    rich[each] = 0;
                    poorer = true;
                }
            }
        }
        return new Course(missing, slope, over.multiply(BigInteger.valueOf(payers)));
    }

    /** Brings the horizon to where the first of those who give all they have could pay the whole price. */
    void limit(int project, Course price, Horizon horizon) {
        long[] weights = holders(project);
        for (int each = 1; each < weights.length; each++) {
            if (weights[each] > 0) {
                Course budget = course(each);
                if (budget.now().compareTo(price.now()) < 0 && !horizon.stays(budget, price)) {
                    horizon.limit(budget, price);
                }
            }
        }
    }

    /** Each supporter gives the price, or all there is. */
    void pay(int project, Course price) {
        BigInteger common = price.bottom().gcd(price.top()).gcd(price.slope());
        BigInteger bottom = price.bottom().divide(common);
        BigInteger factor = bottom.divide(bottom.gcd(over));
        if (!factor.equals(BigInteger.ONE)) {
            money.replaceAll(each -> each.multiply(factor));
            growth.replaceAll(each -> each.multiply(factor));
            over = over.multiply(factor);
        }
        BigInteger share = price.top().multiply(over).divide(price.bottom());
        BigInteger slope = price.slope().multiply(over).divide(price.bottom());
        Map<Integer, Integer> after = new HashMap<>();
        for (int group : groups.of(project)) {
            budgetOf[group] = after.computeIfAbsent(budgetOf[group], old -> lighter(old, share, slope));
        }
    }

    /** Whoever has just the price keeps nothing, but would keep something with a larger share. */
    private int lighter(int old, BigInteger share, BigInteger slope) {
        BigInteger rest = money.get(old).subtract(share);
        if (rest.signum() < 0 || old == EMPTY) {
            return EMPTY;
        }
        money.add(rest);
        growth.add(growth.get(old).subtract(slope));
        return money.size() - 1;
    }
}
