package pavilion.session.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pavilion.rules.procedure.SpeakingOrder;

/**
 * One request to speak, and what became of it.
 *
 * @param item the agenda item's id
 * @param speaker the same for the same person
 * @param name as everybody reads it
 * @param untilAt when the time is up; null until the floor is given
 */
public record SpeakerTurn(
        long id,
        long item,
        String speaker,
        String name,
        SpeakingOrder.Side side,
        State state,
        @Nullable Instant givenAt,
        @Nullable Instant untilAt,
        @Nullable Instant endedAt) {

    /** Its key is stored in the database and never changes. */
    enum State {
        WAITING,
        SPEAKING,
        SPOKEN,
        /** Withdrawn, or removed by the moderator. */
        GONE;

        static State of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    public static String person(long person) {
        return "p" + person;
    }

    /** Somebody without a phone, whom the moderator names. */
    static String named(String name) {
        return "n" + name;
    }

    boolean waiting() {
        return state == State.WAITING;
    }

    boolean speaking() {
        return state == State.SPEAKING;
    }

    /** Seconds on the floor so far. */
    public long seconds(Instant now) {
        return givenAt == null
                ? 0
                : Duration.between(givenAt, endedAt == null ? now : endedAt).toSeconds();
    }

    SpeakingOrder.Wish wish() {
        return new SpeakingOrder.Wish(id, speaker, side);
    }
}
