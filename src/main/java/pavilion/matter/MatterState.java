package pavilion.matter;

import java.util.Locale;

/** Whether a matter is under way. The database stores the key. */
public enum MatterState {
    OPEN,
    SUSPENDED,
    ENDED;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if no state has this key */
    public static MatterState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
