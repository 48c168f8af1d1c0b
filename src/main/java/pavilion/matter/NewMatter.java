package pavilion.matter;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A matter before it has an id.
 *
 * @param place id of the place it concerns
 * @param due last day of the stage
 */
public record NewMatter(
        int community,
        String number,
        String template,
        String rule,
        String stage,
        LocalDate due,
        long place,
        Content content,
        Origin origin,
        int threshold) {

    /** What was written. */
    public record Content(
            String title,
            String problem,
            String idea,
            @Nullable Integer households,
            boolean willing) {}

    /** @param requestKey the form's own key: sent twice, it is one matter */
    public record Origin(long proposer, @Nullable Long assistedBy, String requestKey, Instant at) {}
}
