package pavilion.poll;

import org.jspecify.annotations.Nullable;
import pavilion.rules.Refusal;

/**
 * What became of a ballot, known only after its commit.
 *
 * @param receipt of the ballot that stands, null where there is none
 */
record CastResult(Result result, @Nullable String receipt) {

    enum Result {
        /** In the box now. */
        COUNTED,
        /** A named ballot, changed within its time. */
        CHANGED,
        /** The same form again: it was counted before. */
        REPEATED,
        /** Another ballot of this voter stands, and may not be changed any more. */
        ALREADY,
        /** The poll was closed before a change came: what was cast before stands. */
        LATE,
        /** The poll is not open (any more). */
        CLOSED,
        /** This person holds no ballot in this poll. */
        NOT_ENTITLED,
        /** On the roll, but not present when the poll was opened. */
        NOT_PRESENT,
        /** Present when the poll was opened, and left since. */
        LEFT
    }

    boolean stands() {
        return result == Result.COUNTED || result == Result.CHANGED || result == Result.REPEATED;
    }

    /** It would have been taken at another time. */
    boolean late() {
        return result == Result.ALREADY || result == Result.LATE || result == Result.CLOSED;
    }

    Refusal refusal() {
        return Refusal.of(
                switch (result) {
                    case LATE -> "poll.refused.late-change";
                    case CLOSED -> "poll.refused.late";
                    case NOT_PRESENT -> "poll.why.not-present";
                    case LEFT -> "poll.why.left";
                    case NOT_ENTITLED -> "poll.why.not-entitled";
                    case ALREADY, COUNTED, CHANGED, REPEATED -> "poll.why.cast";
                });
    }
}
