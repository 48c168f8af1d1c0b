package pavilion.matter;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One case: what it is about, where it concerns people, and at which stage of its template it stands. */
public record Matter(
        int community,
        long id,
        String number,
        String template,
        String rule,
        long place,
        String placePath,
        String placeName,
        String title,
        String problem,
        String idea,
        @Nullable Integer households,
        boolean willing,
        long proposer,
        @Nullable Long assistedBy,
        String stage,
        @Nullable LocalDate stageDue,
        String state,
        @Nullable String ending,
        @Nullable String endingReason,
        int threshold,
        int version,
        Instant createdAt,
        Instant changedAt) {

    public boolean open() {
        return state.equals("open");
    }

    public boolean ended() {
        return state.equals("ended");
    }

    public boolean suspended() {
        return state.equals("suspended");
    }

    /** The audit chain of this case. */
    public String chain() {
        return "matter/" + id;
    }
}
