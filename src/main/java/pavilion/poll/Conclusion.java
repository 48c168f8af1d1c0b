package pavilion.poll;

import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;
import pavilion.rules.Outcome;

/** Told within the closing transaction what a poll means: the matter goes on, or ends honestly. */
@FunctionalInterface
public interface Conclusion {
    /** @param person who closed it; null: its time was over */
    void concluded(Tx tx, Poll poll, Outcome outcome, @Nullable Long person, String post, String minority);

    /** It was stopped without a result: the question is as open as before. */
    default void stopped(Tx tx, Poll poll) {}
}
