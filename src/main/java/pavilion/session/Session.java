package pavilion.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of a place's people.
 *
 * @param kind key of a {@link SessionKind}
 * @param state called, open, paused, closed, or off: it was called and will not be held
 * @param current the agenda item in hand, from 1
 * @param version grows with every change that the room sees
 * @param doorKey secret of the hall's QR code: whoever has it stands in the hall
 * @param members voters that the rule of the item in hand counts below the line; frozen at opening, 0 before
 * @param turnSeconds how long one turn to speak takes
 * @param turnsEach how often one person speaks on one item
 * @param calledBy the post that called it
 * @param reason why it is off, or goes on another day
 * @param resumesAt the other day; null: to be announced
 * @param remote whether the rule of the item in hand counts those who attend from afar
 */
public record Session(
        int community,
        long id,
        long place,
        String placePath,
        String placeName,
        String kind,
        String title,
        String venue,
        Instant startsAt,
        String state,
        int current,
        long version,
        String doorKey,
        int members,
        int turnSeconds,
        int turnsEach,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        String calledBy,
        String reason,
        @Nullable Instant resumesAt,
        boolean remote) {

    public boolean called() {
        return state.equals("called");
    }

    public boolean isOpen() {
        return state.equals("open");
    }

    public boolean isPaused() {
        return state.equals("paused");
    }

    public boolean isClosed() {
        return state.equals("closed");
    }

    public boolean isOff() {
        return state.equals("off");
    }

    public boolean ended() {
        return isClosed() || isOff();
    }

    /** It goes on another day, and everybody has gone home. */
    public boolean adjourned() {
        return isPaused() && !reason.isEmpty();
    }

    /** When people are to come, if that is known. */
    public @Nullable Instant comesAt() {
        return adjourned() ? resumesAt : startsAt;
    }
}
