package pavilion.poll;

import pavilion.db.Tx;
import pavilion.rules.Outcome;

/** Told within the closing transaction what a poll means: the matter goes on, or ends honestly. */
@FunctionalInterface
public interface Conclusion {
    void concluded(Tx tx, Poll poll, Outcome outcome, long person, String post);
}
