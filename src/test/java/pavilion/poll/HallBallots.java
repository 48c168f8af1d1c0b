package pavilion.poll;

import java.util.Optional;
import pavilion.db.Tx;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;

/** For tests of other packages: ballots spoken in the hall, entered by the recorder. */
public record HallBallots(Polls polls) {
    /** @return why it was not taken, empty when it stands */
    public Optional<Refusal> cast(Poll poll, long voter, String answer, String key) {
        try {
            polls.assistedBallots().enter(poll, voter, answer, key, "recorder");
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.refusal());
        }
    }

    /** @return how many can still be entered */
    public int waiting(Tx tx, Poll poll) {
        return polls.assistedBallots().waiting(tx, poll, "", 9).size();
    }
}
