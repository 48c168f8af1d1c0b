package pavilion.session.presence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From an opening to the adjournment or the close.
 *
 * @param present at its end, where that was recorded
 * @param reason why the session continued on another day, otherwise empty
 */
public record Sitting(
        Instant opened, @Nullable Instant ended, @Nullable Integer present, String reason) {}
