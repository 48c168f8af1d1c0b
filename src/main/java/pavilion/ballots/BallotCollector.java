package pavilion.ballots;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pavilion.rules.Refused;
import pavilion.rules.method.Ballot;
import pavilion.rules.method.Profile;

/** Collects the ballots of a file; their weights are brought to one scale when all have been read. */
final class BallotCollector {
    private final List<Ballot> ballots = new ArrayList<>();
    private final List<BigDecimal> weights = new ArrayList<>();
    private int decimals;
    private BigDecimal total = BigDecimal.ZERO;

    /** @param ballot of weight one, which is counted {@code weight} times */
    void add(Ballot ballot, BigDecimal weight) {
        ballots.add(ballot);
        weights.add(weight);
        decimals = Math.max(decimals, weight.scale());
        total = total.add(weight);
    }

    int size() {
        return ballots.size();
    }

    BigDecimal weight() {
        return total;
    }

    /** @throws BallotFileError at the end of the file if all the ballots together are too many to be counted exactly */
    Profile profile(List<Profile.Option> options, int pointDecimals, long lastLine) {
        try {
            for (int i = 0; i < ballots.size(); i++) {
                long weight = weights.get(i).movePointRight(decimals).longValueExact();
                if (weight != 1) {
                    ballots.set(i, ballots.get(i).weighing(weight));
                }
            }
            Profile profile = new Profile(options, ballots, decimals, pointDecimals);
            if (profile.weight() > Profile.MOST) {
                throw new BallotFileError(lastLine, 1, "ballots.too-many", Profile.MOST);
            }
            return profile;
        } catch (ArithmeticException e) {
            throw new BallotFileError(lastLine, 1, "ballots.too-many", Profile.MOST);
        } catch (Refused refused) {
            throw new BallotFileError(
                    lastLine,
                    1,
                    refused.refusal().key(),
                    refused.refusal().args().toArray());
        }
    }

    /** Options whose id is their name, or their number if two have the same name. */
    static List<Profile.Option> named(String... names) {
        boolean distinct = Arrays.stream(names).distinct().count() == names.length;
        List<Profile.Option> options = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            options.add(new Profile.Option(distinct ? names[i] : String.valueOf(i + 1), names[i]));
        }
        return options;
    }
}
