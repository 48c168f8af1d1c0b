package pavilion.rules.method;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the voters have left, exactly. Voters who named the same projects always have the same money, so they are one group;
 * groups with the same money share a budget. All budgets are whole numbers over one denominator, which grows as money is
 * shared out; beside each stands how fast it would grow if every share did.
 */
final class VoterBudgets {
    private static final int EMPTY = 0;

    private final VoterGroups groups;
    private final int[] budgetOf;
    private List<BigInteger> money = new ArrayList<>();
    private List<BigInteger> growth = new ArrayList<>();
    private BigInteger over;
    // Of the project that is looked at: how many of its supporters hold each budget, and which ones are held at all.
    private long[] weights = {};
    private final int[] held;
    private int holds;

    /** What supporters would pay for a project; where they cannot, what they have together. */
    record Bid(boolean affordable, RisingAmount payment) {}

    /** Everyone begins with {@code total} / {@code voters} units of money. */
    VoterBudgets(VoterGroups groups, BigInteger total, long voters) {
        this.groups = groups;
        this.budgetOf = new int[groups.size()];
        this.held = new int[groups.size()];
        Arrays.fill(budgetOf, 1);
        this.over = BigInteger.valueOf(voters);
        money.addAll(List.of(BigInteger.ZERO, total));
        growth.addAll(List.of(BigInteger.ZERO, over));
        weights = new long[money.size()];
    }

    /** Finds the budgets of a project's supporters, without those who have nothing. */
    private void look(int project) {
        for (int i = 0; i < holds; i++) {
            weights[held[i]] = 0;
        }
        holds = 0;
        for (int group : groups.of(project)) {
            int budget = budgetOf[group];
            if (budget != EMPTY) {
                if (weights[budget] == 0) {
                    held[holds++] = budget;
                }
                weights[budget] += groups.weight(group);
            }
        }
    }

    private static BigInteger times(BigInteger amount, long weight) {
        return weight == 1 ? amount : amount.multiply(BigInteger.valueOf(weight));
    }

    /** The supporters' money together, in units of money. */
    Ratio together(int project) {
        look(project);
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < holds; i++) {
            sum = sum.add(times(money.get(held[i]), weights[held[i]]));
        }
        return new Ratio(sum, over);
    }

    /**
     * The least payment with which the supporters raise the cost, if whoever has less gives all. With the richest left to share
     * the rest equally, those found too poor are taken out until none is.
     */
    Bid bid(int project, long cost) {
        look(project);
        BigInteger all = BigInteger.valueOf(cost).multiply(over);
        BigInteger missing = all;
        BigInteger slope = BigInteger.ZERO;
        long payers = 0;
        for (int i = 0; i < holds; i++) {
            payers += weights[held[i]];
        }
        int rich = holds;
        int before = -1;
        while (rich != before && rich > 0) {
            before = rich;
            BigInteger share = share(missing, payers);
            for (int i = 0; i < rich; ) {
                int budget = held[i];
                if (money.get(budget).compareTo(share) < 0) {
                    missing = missing.subtract(times(money.get(budget), weights[budget]));
                    slope = slope.subtract(times(growth.get(budget), weights[budget]));
                    payers -= weights[budget];
                    held[i] = held[--rich];
                    held[rich] = budget;
                } else {
                    i++;
                }
            }
        }
        return rich == 0
                ? new Bid(false, new RisingAmount(all.subtract(missing), slope.negate(), over))
                : new Bid(true, new RisingAmount(missing, slope, over.multiply(BigInteger.valueOf(payers))));
    }

    /** A payer's part, rounded up: whoever has less than that has less than the part. */
    private static BigInteger share(BigInteger missing, long payers) {
        return missing.add(BigInteger.valueOf(payers - 1)).divide(BigInteger.valueOf(payers));
    }

    /** Sets the next raise no further than where the first of those who give all they have could pay the whole price. */
    void limit(int project, RisingAmount price, NextRaise nextRaise) {
        look(project);
        for (int i = 0; i < holds; i++) {
            RisingAmount budget = new RisingAmount(money.get(held[i]), growth.get(held[i]), over);
            if (budget.now().compareTo(price.now()) < 0 && !nextRaise.stays(budget, price)) {
                nextRaise.limit(budget, price);
            }
        }
    }

    /** Each supporter gives the price, or all there is. */
    void pay(int project, RisingAmount price) {
        BigInteger common = price.bottom().gcd(price.top()).gcd(price.slope());
        BigInteger bottom = price.bottom().divide(common);
        BigInteger factor = bottom.divide(bottom.gcd(over));
        over = over.multiply(factor);
        BigInteger share = price.top().multiply(over).divide(price.bottom());
        BigInteger slope = price.slope().multiply(over).divide(price.bottom());
        boolean[] pays = new boolean[budgetOf.length];
        for (int group : groups.of(project)) {
            pays[group] = true;
        }
        int[] kept = new int[money.size()];
        int[] paid = new int[money.size()];
        List<BigInteger> rest = new ArrayList<>(List.of(BigInteger.ZERO));
        List<BigInteger> faster = new ArrayList<>(List.of(BigInteger.ZERO));
        for (int group = 0; group < budgetOf.length; group++) {
            int old = budgetOf[group];
            int[] moved = pays[group] ? paid : kept;
            if (old != EMPTY && moved[old] == 0) {
                BigInteger left = money.get(old).multiply(factor).subtract(pays[group] ? share : BigInteger.ZERO);
                // Whoever has just the price keeps nothing, but would keep something with a larger share.
                moved[old] = left.signum() < 0 ? -1 : rest.size();
                if (left.signum() >= 0) {
                    rest.add(left);
                    faster.add(growth.get(old).multiply(factor).subtract(pays[group] ? slope : BigInteger.ZERO));
                }
            }
            budgetOf[group] = old == EMPTY ? EMPTY : Math.max(EMPTY, moved[old]);
        }
        money = rest;
        growth = faster;
        weights = new long[money.size()];
        holds = 0;
    }
}
