package pavilion.session;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How an agenda item ended without a decision. Its key is stored in the database and never changes. */
public enum ItemEnding {
    POSTPONED,
    REFERRED;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable ItemEnding of(@Nullable String key) {
        return key == null ? null : valueOf(key.toUpperCase(Locale.ROOT));
    }
}
