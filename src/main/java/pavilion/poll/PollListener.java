package pavilion.poll;

import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;
import pavilion.rules.Outcome;
import pavilion.rules.Refused;

/** Told within the closing transaction what a poll means: the matter goes on, or ends without agreement. */
@FunctionalInterface
public interface PollListener {
    /** @param person who closed it; null: its time was over */
    void concluded(Tx tx, Poll poll, Outcome outcome, @Nullable Long person, String post, String minority);

    /**
     * Asked once it is counted. True: whoever watches must sign the count first, and {@link #concluded} is told once they
     * have.
     */
    default boolean toBeSigned(Tx tx, Poll poll, @Nullable Long person, String post) {
        return false;
    }

    /** It was stopped without a result: the question is as open as before. */
    default void stopped(Tx tx, Poll poll) {}

    /** Told that a poll it was told of is void. @throws Refused where what came out can no longer be taken back */
    default void annulled(Tx tx, Poll poll, @Nullable Long person, String post, String reason) {
        throw new Refused("poll.refused.stands");
    }
}
