package pavilion.minutes;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The minutes of a session as the database holds them.
 *
 * @param version of the recorder's text
 * @param remark what the recorder adds at the end
 * @param submission what those present were asked to approve; null while it is a draft
 * @param approval null until they approved it
 */
record Minutes(
        MinutesState state,
        long version,
        String remark,
        @Nullable Submission submission,
        @Nullable MinutesApproval approval) {
    static final Minutes NONE = new Minutes(MinutesState.DRAFT, 0, "", null, null);

    /**
     * @param text the whole text as it was submitted
     * @param sha256 hash of that text as it is stored
     */
    record Submission(JsonObject text, String sha256, Instant at) {}

    /**
     * @param agreed how many approved
     * @param asked how many were present at the end
     */
    record MinutesApproval(int agreed, int asked, Instant at) {}

    boolean draft() {
        return state == MinutesState.DRAFT;
    }

    boolean submitted() {
        return state == MinutesState.PUT;
    }

    boolean approved() {
        return state == MinutesState.APPROVED;
    }

    /** @throws IllegalStateException while it is a draft */
    Submission requireSubmission() {
        if (submission == null) {
            throw new IllegalStateException("minutes not submitted");
        }
        return submission;
    }
}
