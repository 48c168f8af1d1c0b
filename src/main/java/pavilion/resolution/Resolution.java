package pavilion.resolution;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What was decided, or honestly not decided, as it was posted. */
public record Resolution(
        int community,
        long id,
        long matter,
        String matterNumber,
        String placeName,
        String placePath,
        String number,
        String title,
        String body,
        String minority,
        String kind,
        String rule,
        @Nullable JsonObject outcome,
        @Nullable Long poll,
        String sha256,
        Instant postedAt,
        LocalDate noticeUntil,
        @Nullable Instant effectiveAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnReason,
        @Nullable Long postedBy) {

    public boolean inForce() {
        return withdrawnAt == null;
    }
}
