package pavilion.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of a place's people.
 *
 * @param state called, open, paused or closed
 * @param current the agenda item in hand, from 1
 * @param version grows with every change that the room sees
 * @param doorKey secret of the hall's QR code: whoever has it stands in the hall
 * @param members voters that the rule counts below the line; frozen at opening, 0 before
 * @param turnSeconds how long one turn to speak takes
 * @param turnsEach how often one person speaks on one item
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
        @Nullable Instant closedAt) {

    public boolean called() {
        return state.equals("called");
    }

    public boolean isOpen() {
        return state.equals("open");
    }

    public boolean isClosed() {
        return state.equals("closed");
    }
}
