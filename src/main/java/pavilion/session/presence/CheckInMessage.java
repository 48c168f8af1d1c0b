package pavilion.session.presence;

import java.time.Duration;
import java.time.Instant;

/**
 * Who came or left, as another check-in system says.
 *
 * @param code by which it knows a household or a person: the code of the roll
 * @param in whether they came
 * @param at when, by its own clock
 * @param signature HMAC-SHA-256 of the message, 64 hex characters: the same for the same message and no other
 */
public record CheckInMessage(String code, boolean in, Instant at, String signature) {
    /** How far its time may be from ours. */
    static final Duration FRESH = Duration.ofMinutes(5);

    /** How a message stands to those that were taken before. */
    enum Standing {
        NEW,
        /** It is the newest that was taken about this code. */
        TAKEN,
        /** A newer one about this code was taken. */
        OVERTAKEN
    }
}
