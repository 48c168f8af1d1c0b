package pavilion.rules.method;

/** Approval: every option a ballot puts at its top gets it whole, and the most votes win (Brams and Fishburn, 1978). */
final class Approval {
    private Approval() {}

    static Count count(Contest contest) {
        Profile profile = contest.profile();
        long[] votes = new long[profile.size()];
        for (Ballot ballot : profile.ballots()) {
            for (int place = 0; place < ballot.size() && (place == 0 || ballot.tiedWithPrevious(place)); place++) {
                votes[ballot.option(place)] += ballot.weight();
            }
        }
        return Ranking.of(Method.APPROVAL, contest, votes, profile::shown, "method.round.votes");
    }
}
