package pavilion.identity;

import java.util.Locale;

/** What a person may be at a place for a time; one person may hold several. */
public enum Role {
    RESIDENT,
    HOUSEHOLD_REP,
    RESIDENT_REP,
    OWNER,
    MODERATOR,
    RECORDER,
    COMMITTEE,
    SCRUTINEER,
    SUPERVISION,
    GRID_WORKER,
    STREET,
    PROPERTY,
    PARTNER,
    ADMIN;

    /** As it is stored, and as messages name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such role */
    public static Role of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
