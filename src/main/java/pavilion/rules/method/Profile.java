package pavilion.rules.method;

import java.math.BigDecimal;
import java.util.List;
import pavilion.rules.Refused;

/**
 * The ballots of one count. Weights are whole numbers of 10^-{@code decimals} of a ballot, marks whole numbers of
 * 10^-{@code pointDecimals} of a point, so that a weight of 0.25 is exact.
 */
public record Profile(List<Option> options, List<Ballot> ballots, int decimals, int pointDecimals) {

    /** More than a billion ballots in units of the weight cannot be counted with nine decimals in whole numbers. */
    public static final long MOST = 1_000_000_000L;

    /** What can be voted for: the id as the file or the ballot has it, and the name people read. */
    public record Option(String id, String name) {}

    /** @throws Refused if there are no options, or a ballot names an unknown option, one option twice, or weighs less than nothing */
    public Profile {
        options = List.copyOf(options);
        ballots = List.copyOf(ballots);
        if (options.isEmpty()) {
            throw new Refused("method.refused.no_options");
        }
        int[] seen = new int[options.size()];
        int number = 0;
        for (Ballot ballot : ballots) {
            number++;
            check(ballot, number, seen);
        }
    }

    private static void check(Ballot ballot, int number, int[] seen) {
        if (ballot.weight() < 0) {
            throw new Refused("method.refused.weight", number);
        }
        for (int place = 0; place < ballot.size(); place++) {
            int option = ballot.option(place);
            if (option >= seen.length) {
                throw new Refused("method.refused.unknown_option", number, option + 1);
            }
            if (seen[option] == number) {
                throw new Refused("method.refused.twice", number, option + 1);
            }
            seen[option] = number;
        }
    }

    /** Ballots of weight one, counted whole. */
    public static Profile of(List<Option> options, List<Ballot> ballots) {
        return new Profile(options, ballots, 0, 0);
    }

    public int size() {
        return options.size();
    }

    /** All ballots, blank ones included, in units of the weight. */
    public long weight() {
        long all = 0;
        for (Ballot ballot : ballots) {
            all = Math.addExact(all, ballot.weight());
        }
        return all;
    }

    /** What one whole ballot weighs. */
    public long unit() {
        return BigDecimal.ONE.movePointRight(decimals).longValueExact();
    }

    /** A figure counted in parts of a ballot (2: halves, 100000: five decimals) as people write it; exact. */
    public String shown(long figure, long parts) {
        return BigDecimal.valueOf(figure, decimals)
                .divide(BigDecimal.valueOf(parts))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A sum of weights as people write it: 12 or 3.5. */
    public String shown(long weight) {
        return BigDecimal.valueOf(weight, decimals).stripTrailingZeros().toPlainString();
    }
}
