package pavilion.session.floor;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pavilion.rules.procedure.SpeakingOrder;

/**
 * One wish to speak, and what became of it.
 *
 * @param item the agenda item's id
 * @param speaker the same for the same person
 * @param name as the room reads it
 * @param state waiting, speaking, spoken or gone
 * @param untilAt when the time is up; null until the floor is given
 */
public record SpeakerTurn(
        long id,
        long item,
        String speaker,
        String name,
        SpeakingOrder.Side side,
        String state,
        @Nullable Instant givenAt,
        @Nullable Instant untilAt,
        @Nullable Instant endedAt) {

    public static String person(long person) {
        return "p" + person;
    }

    /** Somebody without a phone, whom the moderator names. */
    static String named(String name) {
        return "n" + name;
    }

    boolean waiting() {
        return state.equals("waiting");
    }

    boolean speaking() {
        return state.equals("speaking");
    }

    boolean spoken() {
        return state.equals("spoken");
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
