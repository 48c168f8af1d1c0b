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
 * shared out.
 */
final class VoterBudgets {
    private static final int EMPTY = 0;

    private final VoterGroups groups;
    private final int[] budgetOf;
    private final List<BigInteger> money = new ArrayList<>();
    private BigInteger over;

    /** Everyone begins with {@code total} / {@code voters} units of money. */
    VoterBudgets(VoterGroups groups, BigInteger total, long voters) {
        this.groups = groups;
        this.budgetOf = new int[groups.size()];
        Arrays.fill(budgetOf, 1);
        this.over = BigInteger.valueOf(voters);
        money.add(BigInteger.ZERO);
        money.add(total);
    }

    /** The supporters' money together, over the common denominator. */
    private BigInteger together(long[] weights) {
        BigInteger sum = BigInteger.ZERO;
        for (int each = 1; each < weights.length; each++) {
            if (weights[each] > 0) {
                sum = sum.add(money.get(each).multiply(BigInteger.valueOf(weights[each])));
            }
        }
        return sum;
    }

    /** How many supporters of a project hold each budget. */
    private long[] holders(int project) {
        long[] weights = new long[money.size()];
        for (int group : groups.of(project)) {
            weights[budgetOf[group]] += groups.weight(group);
        }
        return weights;
    }

    /** In units of money. */
    Ratio together(int project) {
        return new Ratio(together(holders(project)), over);
    }

    /**
     * The least payment with which the supporters raise the cost, if whoever has less gives all: null if they cannot. With
     * the richest left to share the rest equally, those found too poor are taken out until none is.
     */
    Ratio price(int project, long cost) {
        long[] rich = holders(project);
        BigInteger missing = BigInteger.valueOf(cost).multiply(over);
        if (together(rich).compareTo(missing) < 0) {
            return null;
        }
        long payers = Arrays.stream(rich, 1, rich.length).sum();
        boolean poorer = true;
        while (poorer) {
            poorer = false;
            BigInteger share = missing.add(BigInteger.valueOf(payers - 1)).divide(BigInteger.valueOf(payers));
            for (int each = 1; each < rich.length; each++) {
                if (rich[each] > 0 && money.get(each).compareTo(share) < 0) {
                    BigInteger weight = BigInteger.valueOf(rich[each]);
                    missing = missing.subtract(money.get(each).multiply(weight));
                    payers -= rich[each];
                    rich[each] = 0;
                    poorer = true;
                }
            }
        }
        return new Ratio(missing, over.multiply(BigInteger.valueOf(payers)));
    }

    /** Each supporter gives the price, or all there is. */
    void pay(int project, Ratio price) {
        BigInteger common = price.bottom().gcd(price.top());
        BigInteger bottom = price.bottom().divide(common);
        BigInteger factor = bottom.divide(bottom.gcd(over));
        if (!factor.equals(BigInteger.ONE)) {
            money.replaceAll(each -> each.multiply(factor));
            over = over.multiply(factor);
        }
        BigInteger share = price.top().multiply(over).divide(price.bottom());
        Map<Integer, Integer> after = new HashMap<>();
        for (int group : groups.of(project)) {
            budgetOf[group] = after.computeIfAbsent(budgetOf[group], old -> lighter(old, share));
        }
    }

    private int lighter(int old, BigInteger share) {
        BigInteger rest = money.get(old).subtract(share);
        if (rest.signum() <= 0) {
            return EMPTY;
        }
        money.add(rest);
        return money.size() - 1;
    }
}
