package pavilion.ballots;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pavilion.rules.Refused;
import pavilion.rules.method.Ballot;
import pavilion.rules.method.Profile;

/** Ballots as they come out of a file; weights are brought to one scale when all are there. */
final class BallotCollector {
    private final List<Ballot> ballots = new ArrayList<>();
    private final List<BigDecimal> odd = new ArrayList<>();
    private int decimals;
    private BigDecimal all = BigDecimal.ZERO;

    /** {@code ballot} has weight one; it goes in {@code weight} times. */
    void add(Ballot ballot, BigDecimal weight) {
        ballots.add(ballot);
        odd.add(weight);
        decimals = Math.max(decimals, weight.scale());
        all = all.add(weight);
    }

    int size() {
        return ballots.size();
    }

    BigDecimal weight() {
        return all;
    }

    /** @throws BallotFileError at the end of the file if all the ballots together are too many to be counted exactly */
    Profile profile(List<Profile.Option> options, int pointDecimals, long lastLine) {
        try {
            for (int i = 0; i < ballots.size(); i++) {
                long weight = odd.get(i).movePointRight(decimals).longValueExact();
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

    /** Options known by number as long as two names are not the same; then the name is the id as well. */
    static List<Profile.Option> named(String... names) {
        boolean distinct = Arrays.stream(names).distinct().count() == names.length;
        List<Profile.Option> options = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            options.add(new Profile.Option(distinct ? names[i] : String.valueOf(i + 1), names[i]));
        }
        return options;
    }
}
