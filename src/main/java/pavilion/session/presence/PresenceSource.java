package pavilion.session.presence;

import java.util.Locale;

/** How it became known that somebody came or left. Its key is stored in the database and never changes. */
public enum PresenceSource {
    /** They scanned the code on the projector. */
    QR,
    /** Somebody at the check-in desk. */
    DOOR,
    /** Another check-in system. */
    HOOK,
    /** They said so on their own phone. */
    SELF,
    /** They attend remotely, and said so on their own phone. */
    REMOTE,
    /** The session was adjourned to another day, and everybody left. */
    RECESS;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PresenceSource of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** @param remote whether the rule of the item under consideration counts those who attend remotely */
    public boolean counts(boolean remote) {
        return remote || this != REMOTE;
    }
}
