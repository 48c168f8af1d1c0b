package pavilion.rules.method;

import java.util.Arrays;

/**
 * Borda: of n options the first gets n-1 points, the next n-2, the last none. Options put level share the mean of their places,
 * and those left out share the places at the end. Counted in half points, so that the mean is whole.
 */
final class Borda {
    private Borda() {}

    static Count count(Contest contest) {
        Profile profile = contest.profile();
        long[] halves = new long[profile.size()];
        boolean[] named = new boolean[profile.size()];
        for (Ballot ballot : profile.ballots()) {
            give(ballot, halves, named);
        }
        return Ranking.of(Method.BORDA, contest, halves, half -> profile.shown(half, 2), "method.round.borda");
    }

    private static void give(Ballot ballot, long[] halves, boolean[] named) {
        int options = halves.length;
        Arrays.fill(named, false);
        int from = 0;
        while (from < ballot.size()) {
            int to = from + 1;
            while (to < ballot.size() && ballot.tiedWithPrevious(to)) {
                to++;
            }
            for (int place = from; place < to; place++) {
                named[ballot.option(place)] = true;
                halves[ballot.option(place)] += ballot.weight() * shared(options, from, to);
            }
            from = to;
        }
        long rest = shared(options, from, options);
        for (int option = 0; option < options && rest > 0; option++) {
            if (!named[option]) {
                halves[option] += ballot.weight() * rest;
            }
        }
    }

    /** Half points for each of those who share the places {@code from} to {@code to} (not included). */
    private static long shared(int options, int from, int to) {
        return 2L * options - 1 - from - to;
    }
}
