package pavilion.poll;

import java.util.Optional;
import pavilion.db.Tx;

/** What was stored when a poll was counted, for those who know only its number. */
public final class PollTallyStore {
    private PollTallyStore() {}

    public static Optional<BallotWays> ways(Tx tx, int community, long poll) {
        return PollStore.find(tx, community, poll).map(each -> BallotWays.of(each.tally()));
    }
}
