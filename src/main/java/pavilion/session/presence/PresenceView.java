package pavilion.session.presence;

import org.jspecify.annotations.Nullable;
import pavilion.web.ReasoningLine;

/**
 * Who is present, as every page of a session shows it.
 *
 * @param unit what the rule of the item under consideration counts: {@code household}, {@code owner} …
 * @param quorum how the quorum is reckoned; null where no rule asks for one
 */
public record PresenceView(
        int present,
        int byProxy,
        int remote,
        int listening,
        String unit,
        @Nullable ReasoningLine quorum) {
    public boolean quorate() {
        return quorum != null && quorum.met();
    }
}
