package pavilion.matter;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pavilion.text.CommunityTime;

/**
 * What a matter waits for at its stage.
 *
 * @param due the stage's own last day
 * @param pollCloses when the open poll of the matter closes by itself
 * @param objections how many of its resolution wait for an answer
 * @param unposted whether the notice that the stage is for does not hang: it has no last day yet
 * @param unopened whether the poll that the stage is for has not been opened
 */
record Awaited(
        @Nullable LocalDate due, @Nullable Instant pollCloses, int objections, boolean unposted, boolean unopened) {

    /** While a poll is open its own end is the one that counts: who votes on the day after is too late. */
    @Nullable
    LocalDate day() {
        return pollCloses == null ? due : LocalDate.ofInstant(pollCloses, CommunityTime.ZONE);
    }

    /** @param endsByTime where the calendar ends the stage nobody is late, unless an answer is still due */
    boolean late(LocalDate today, boolean endsByTime) {
        LocalDate last = day();
        return last != null && last.isBefore(today) && (!endsByTime || objections > 0);
    }
}
