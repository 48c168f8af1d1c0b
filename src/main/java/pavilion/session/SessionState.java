package pavilion.session;

import java.util.Locale;

/** How far a session is. Its key is stored in the database and never changes. */
public enum SessionState {
    /** Made known, not begun. */
    CALLED,
    OPEN,
    /** Adjourned for a short while, or until another day. */
    PAUSED,
    CLOSED,
    /** It was called and will not be held. */
    OFF;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SessionState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
