package pavilion.rules.method;

import java.math.BigDecimal;

/** Score: the marks of all ballots are added up, no mark counts as 0, and the highest sum wins. */
final class Score {
    private Score() {}

    static Count count(Contest contest) {
        Profile profile = contest.profile();
        int decimals = profile.decimals() + profile.pointDecimals();
        return Ranking.of(
                Method.SCORE,
                contest,
                sums(profile),
                sum -> BigDecimal.valueOf(sum, decimals).stripTrailingZeros().toPlainString(),
                "method.round.score");
    }

    /** For each option, in units of weight times units of a point. */
    static long[] sums(Profile profile) {
        long[] sums = new long[profile.size()];
        for (Ballot ballot : profile.ballots()) {
            for (int place = 0; place < ballot.size(); place++) {
                int option = ballot.option(place);
                sums[option] = Math.addExact(sums[option], Math.multiplyExact(ballot.weight(), ballot.points(place)));
            }
        }
        return sums;
    }
}
