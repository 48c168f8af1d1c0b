package pavilion.poll;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a poll runs.
 *
 * @param openedAt null while it is a draft
 * @param closesAt null where the moderator closes it
 * @param closedAt null while it is open
 */
public record PollSchedule(
        @Nullable Instant openedAt,
        @Nullable Instant closesAt,
        @Nullable Instant closedAt) {

    static PollSchedule until(@Nullable Instant closesAt) {
        return new PollSchedule(null, closesAt, null);
    }
}
