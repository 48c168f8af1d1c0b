package pavilion.poll;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a poll runs.
 *
 * @param openedAt null while it is a draft
 * @param closesAt null where the moderator closes it
 * @param closedAt null while it is open
 * @param extendedFrom the last moment that was announced before it was put off; null where it was not
 * @param extendedWhy why it was put off; null where it was not
 */
public record PollSchedule(
        @Nullable Instant openedAt,
        @Nullable Instant closesAt,
        @Nullable Instant closedAt,
        @Nullable Instant extendedFrom,
        @Nullable String extendedWhy) {

    static PollSchedule until(@Nullable Instant closesAt) {
        return new PollSchedule(null, closesAt, null, null, null);
    }
}
