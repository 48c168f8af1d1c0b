package pavilion.matter;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One case: what it is about, where it concerns people, and at which stage of its template it stands.
 *
 * @param number what people call it by, such as HP-017-2026-001; unique in its community
 * @param template id of its template
 * @param rule id of the rule by which it is decided
 * @param place id of the courtyard, grid or community it concerns
 * @param placePath ids of the place and of all above it, such as /10/20/
 * @param households how many are concerned, as the proposer thinks
 * @param willing whether the proposer offers to help
 * @param assistedBy who wrote it down for the proposer, where somebody did
 * @param stage key of a stage of the template
 * @param stageDue last day of that stage, inclusive
 * @param ending how it ended, as the database stores it; null while it is under way
 * @param threshold endorsements that take it to the committee
 * @param version grows with every change
 */
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
        MatterState state,
        @Nullable String ending,
        @Nullable String endingReason,
        int threshold,
        int version,
        Instant createdAt,
        Instant changedAt) {

    public boolean open() {
        return state == MatterState.OPEN;
    }

    public boolean ended() {
        return state == MatterState.ENDED;
    }

    public boolean suspended() {
        return state == MatterState.SUSPENDED;
    }

    /** What the act that opens it says; everything that an export says of it stands here, until an act changes it. */
    public JsonObject opening() {
        return new JsonObject()
                .put("number", number)
                .put("template", template)
                .put("rule", rule)
                .put("place", placeName)
                .put("title", title)
                .put("problem", problem)
                .put("idea", idea);
    }

    /** The audit chain of this case. */
    public String chain() {
        return "matter/" + id;
    }
}
