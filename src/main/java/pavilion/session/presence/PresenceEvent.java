package pavilion.session.presence;

import java.time.Instant;
import java.util.Locale;

/**
 * A voter came or left.
 *
 * @param label how the roll names the voter
 * @param proxy whether through somebody who holds a proxy letter
 */
public record PresenceEvent(long voter, String label, Way way, PresenceSource how, boolean proxy, Instant at) {
    /** Its key is stored in the database and never changes. */
    public enum Way {
        IN,
        OUT;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Way of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    public boolean in() {
        return way == Way.IN;
    }
}
