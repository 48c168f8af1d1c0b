package pavilion.rules.method;

/**
 * Reads a ballot from the top for counts that move it from option to option. The order ends where two options are put level,
 * as in the Scottish Local Government Elections Order 2011, Sch. 1, r. 44-45: nobody can say which of them comes first.
 */
final class Preferences {
    private Preferences() {}

    /** The first place at or after {@code from} whose option is still in; -1 where the order ends before. */
    static int next(Ballot ballot, int from, boolean[] in) {
        return next(ballot, from, in, ballot.size());
    }

    /** The same where the order ends at a place that was left open: the numbers on the paper must follow one another. */
    static int nextConsecutive(Ballot ballot, int from, boolean[] in) {
        return next(ballot, from, in, ballot.consecutive());
    }

    private static int next(Ballot ballot, int from, boolean[] in, int end) {
        for (int place = from; place < end; place++) {
            if (ballot.tiedWithPrevious(place) || place + 1 < ballot.size() && ballot.tiedWithPrevious(place + 1)) {
                return -1;
            }
            if (in[ballot.option(place)]) {
                return place;
            }
        }
        return -1;
    }
}
