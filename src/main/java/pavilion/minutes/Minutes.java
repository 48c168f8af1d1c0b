package pavilion.minutes;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the minutes of a meeting stand.
 *
 * @param state draft, put (to the room) or approved
 * @param version of the recorder's text
 * @param paper the whole text as it was put; null while it is a draft
 * @param agreed how many approved it
 * @param asked of how many who were there at the end
 */
record Minutes(
        String state,
        long version,
        String remark,
        @Nullable JsonObject paper,
        @Nullable String sha256,
        @Nullable Instant putAt,
        @Nullable Instant approvedAt,
        int agreed,
        int asked) {
    static final Minutes NONE = new Minutes("draft", 0, "", null, null, null, null, 0, 0);

    boolean draft() {
        return state.equals("draft");
    }

    boolean put() {
        return state.equals("put");
    }

    boolean approved() {
        return state.equals("approved");
    }
}
