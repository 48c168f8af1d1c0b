package pavilion.session;

import java.util.Optional;
import pavilion.db.Tx;
import pavilion.matter.Matter;
import pavilion.matter.Matters;
import pavilion.poll.Polls;
import pavilion.rules.Refusal;
import pavilion.rules.procedure.PollLength;

/** Whether a matter may be put to the vote in a session. */
public final class SessionVote {
    private SessionVote() {}

    /** Why not; empty where it may. */
    public static Optional<Refusal> refusal(Tx tx, Matters matters, Polls polls, Matter matter) {
        if (!matter.open()) {
            return Optional.of(Refusal.of(matter.suspended() ? "matter.suspended" : "matter.ended"));
        }
        if (polls.newestOfMatter(tx, matter.community(), matter.id()).isPresent()) {
            return Optional.of(Refusal.of("session.refused.poll-exists"));
        }
        return PollLength.notInSession(matters.stage(matter));
    }
}
