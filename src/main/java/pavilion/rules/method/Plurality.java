package pavilion.rules.method;

/** The most first choices win; a ballot that puts several options first counts for none of them. */
final class Plurality {
    private Plurality() {}

    static Count count(Contest contest) {
        Profile profile = contest.profile();
        long[] votes = new long[profile.size()];
        for (Ballot ballot : profile.ballots()) {
            if (ballot.size() > 0 && (ballot.size() == 1 || !ballot.tiedWithPrevious(1))) {
                votes[ballot.option(0)] += ballot.weight();
            }
        }
        return Ranking.of(Method.PLURALITY, contest, votes, profile::shown, "method.round.votes");
    }
}
