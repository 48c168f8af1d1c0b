package pavilion.matter;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of stage knows of one matter that stands at it.
 *
 * @param badge what this person can do about it now: the last part of a key {@code matter.can.*}; empty when nothing
 * @param closes when the open poll of the matter closes by itself
 * @param objections how many of its resolution wait for an answer
 * @param unposted whether the notice that the stage is for does not hang, so that it has no last day yet
 * @param unopened whether the poll that the stage is for has not been opened
 */
public record StageFact(String badge, @Nullable Instant closes, int objections, boolean unposted, boolean unopened) {
    public static final StageFact NONE = new StageFact("", null, 0, false);
    /** What somebody may do and need not. */
    private static final Set<String> OFFERS = Set.of("propose", "notice", "session", "work");

    public StageFact(String badge, @Nullable Instant closes, int objections, boolean unposted) {
        this(badge, closes, objections, unposted, false);
    }

    public static StageFact badge(String badge) {
        return new StageFact(badge, null, 0, false);
    }

    /** Whether the matter waits for this person, who would be missed. */
    public boolean duty() {
        return !badge.isEmpty() && !OFFERS.contains(badge);
    }

    /** Whether this person is welcome to do something about it. */
    public boolean offer() {
        return OFFERS.contains(badge);
    }
}
