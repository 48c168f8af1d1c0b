package pavilion.task;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One piece of the work: taken by somebody, done with proof, or dropped with the reason. */
public record Task(
        int community,
        long id,
        long matter,
        int ordinal,
        String title,
        @Nullable LocalDate due,
        @Nullable Long claimedBy,
        @Nullable String claimedAs,
        @Nullable Instant claimedAt,
        @Nullable Instant doneAt,
        String doneNote,
        @Nullable String dropped) {

    public boolean closed() {
        return doneAt != null || dropped != null;
    }
}
