package pavilion.rules;

/**
 * Who counts as having taken part when a ballot was served and never came back. The same ballots give three results, so
 * the policy is named on the ballot. FOLLOWS is never a default: the adopted rules of procedure must say so, and each
 * unit needs its own proof of service.
 */
public enum Participation {
    /** A ballot handed in, abstention included. */
    RETURNED,
    /** Sichuan property regulation Art. 31: served or signed in takes part; silence is an abstention. */
    SERVED_ABSTAINS,
    /** Served takes part; silence follows the side that leads by heads and by area. Without such a side it abstains. */
    SERVED_FOLLOWS;

    /** Adds the silent among those served. {@code served} includes everyone who returned a ballot. */
    public Tally count(Tally returned, long served, long servedArea) {
        if (this == RETURNED) {
            return returned;
        }
        long silent = served - returned.voted();
        long silentArea = servedArea - returned.votedArea();
        if (silent < 0 || silentArea < 0) {
            throw new Refused("rules.figure.served", served, returned.voted());
        }
        int side = this == SERVED_FOLLOWS ? leading(returned) : 0;
        return new Tally(
                returned.yes() + (side > 0 ? silent : 0),
                returned.no() + (side < 0 ? silent : 0),
                returned.abstain() + (side == 0 ? silent : 0),
                returned.yesArea() + (side > 0 ? silentArea : 0),
                returned.noArea() + (side < 0 ? silentArea : 0),
                returned.abstainArea() + (side == 0 ? silentArea : 0));
    }

    private static int leading(Tally tally) {
        int heads = Long.compare(tally.yes(), tally.no());
        int area = Long.compare(tally.yesArea(), tally.noArea());
        return heads == area ? heads : 0;
    }
}
