package pavilion.minutes;

import java.util.Locale;

/** How far the minutes of a session have come. */
enum MinutesState {
    DRAFT,
    /** Submitted to those who were present. */
    PUT,
    APPROVED;

    /** @param key as the database keeps it */
    static MinutesState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
