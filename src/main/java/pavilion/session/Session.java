package pavilion.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session of the people of a place.
 *
 * @param calledBy the post that called it, such as {@code moderator}
 * @param version grows with every change that its pages show
 * @param checkInSecret seed of the codes on the projector: whoever shows a fresh code is on site
 */
public record Session(
        int community,
        long id,
        Place place,
        Call call,
        String calledBy,
        Progress progress,
        Counting counting,
        SpeakingLimits limits,
        long version,
        String checkInSecret) {
    /** Clocks differ, and people take their seats before the hour. */
    public static final Duration EARLY = Duration.ofMinutes(10);

    /**
     * Where it is held, and whom it concerns.
     *
     * @param path of the place, such as {@code /10/20/}: it concerns everybody above and below
     */
    public record Place(long id, String path, String name) {}

    /** What is made known of a session. */
    public record Call(SessionKind kind, String title, String venue, Instant startsAt) {}

    /**
     * How far it is.
     *
     * @param item the agenda item under consideration, from 1
     * @param reason why it is off, or continues on another day; otherwise empty
     * @param resumesAt when it continues; null: to be announced
     * @param movedFrom when people were to come before it was moved; null where it was not
     * @param movedVenue where people were to come before it was moved; empty where that did not change
     * @param movedWhy why it was moved; otherwise empty
     */
    public record Progress(
            SessionState state,
            int item,
            @Nullable Instant openedAt,
            @Nullable Instant closedAt,
            String reason,
            @Nullable Instant resumesAt,
            @Nullable Instant movedFrom,
            String movedVenue,
            String movedWhy) {
        /** Whether people were told of another hour or venue before. */
        public boolean moved() {
            return movedFrom != null || !movedVenue.isEmpty();
        }
    }

    /**
     * Who counts for the item under consideration.
     *
     * @param members voters on the roll of its rule; frozen at the opening, 0 before
     * @param remote whether its rule counts those who attend remotely
     */
    public record Counting(int members, boolean remote) {}

    /**
     * Limits of speaking.
     *
     * @param seconds a turn takes
     * @param turns of one person on one item
     */
    public record SpeakingLimits(int seconds, int turns) {}

    public String title() {
        return call.title();
    }

    public SessionState state() {
        return progress.state();
    }

    /** Of the agenda item under consideration, from 1. */
    public int current() {
        return progress.item();
    }

    public boolean called() {
        return state() == SessionState.CALLED;
    }

    public boolean isOpen() {
        return state() == SessionState.OPEN;
    }

    public boolean isPaused() {
        return state() == SessionState.PAUSED;
    }

    public boolean isClosed() {
        return state() == SessionState.CLOSED;
    }

    public boolean isOff() {
        return state() == SessionState.OFF;
    }

    public boolean ended() {
        return isClosed() || isOff();
    }

    /** Whether it has been opened, however long ago. */
    public boolean begun() {
        return progress.openedAt() != null;
    }

    /** It continues on another day, and everybody has left. */
    public boolean adjourned() {
        return isPaused() && !progress.reason().isEmpty();
    }

    /** When people are to come, if that is known. */
    public @Nullable Instant comesAt() {
        return adjourned() ? progress.resumesAt() : call.startsAt();
    }

    /** From when it may be opened or resumed: shortly before people are to come; in a recess at once. Null if that is not known. */
    public @Nullable Instant opensFrom() {
        Instant announced = comesAt();
        if (announced == null) {
            return null;
        }
        return called() || adjourned() ? announced.minus(EARLY) : Instant.EPOCH;
    }
}
