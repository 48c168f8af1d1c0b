package pavilion.proxy;

import java.util.Locale;

/** How a letter stands on a day; the last three end it for good. */
enum LetterState {
    /** Its first day has not come. */
    EARLY,
    GOOD,
    REVOKED,
    /** The principal came in person. */
    CAME,
    EXPIRED;

    /** @param key as the database keeps it */
    static LetterState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
