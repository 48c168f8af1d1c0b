package pavilion.audit;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A resolution as the acts of its matter record it.
 *
 * @param posted what the act says that posted it: {@code number, kind, sha256, until, poll}
 * @param matter the matter as it was then
 * @param minority what those who did not agree had printed beside it, as it stands now
 * @param withdrawn the reason, null while it is in force
 */
record RecordedResolution(
        JsonObject posted,
        JsonObject matter,
        String minority,
        @Nullable String withdrawn) {
    String number() {
        return Export.text(posted, "number");
    }

    /** The poll it came from; null where none was held. */
    @Nullable
    Long poll() {
        return posted.getValue("poll") == null ? null : Long.valueOf(Export.whole(posted, "poll"));
    }

    boolean inForce() {
        return withdrawn == null;
    }

    RecordedResolution with(String other) {
        return new RecordedResolution(posted, matter, other, withdrawn);
    }

    RecordedResolution withdrawn(String reason) {
        return new RecordedResolution(posted, matter, minority, reason);
    }
}
