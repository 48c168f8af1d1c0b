package pavilion.rules.method;

import java.math.BigDecimal;
import java.util.List;
import pavilion.rules.Refused;

/** Money for projects: what there is, and what each option costs, in whole units of 10^-{@code decimals} of the currency. */
public record Budget(long amount, List<Long> costs, int decimals) {
    /** @throws Refused if the money is negative, a project costs nothing or less, or all of it together is too much for whole numbers */
    public Budget {
        costs = List.copyOf(costs);
        if (amount < 0) {
            throw new Refused("method.refused.budget");
        }
        for (int i = 0; i < costs.size(); i++) {
            if (costs.get(i) <= 0) {
                throw new Refused("method.refused.cost", i + 1);
            }
        }
        long sum = amount;
        for (long cost : costs) {
            if (cost > Long.MAX_VALUE - sum) {
                throw new Refused("method.refused.money");
            }
            sum += cost;
        }
    }

    public long cost(int option) {
        return costs.get(option);
    }

    public String shown(long money) {
        return BigDecimal.valueOf(money, decimals).stripTrailingZeros().toPlainString();
    }
}
