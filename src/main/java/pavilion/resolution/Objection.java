package pavilion.resolution;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has against a resolution (D13).
 *
 * @param person who raised it; never shown
 * @param reply null while it waits
 */
record Objection(
        long id,
        long resolution,
        long person,
        Ground ground,
        String text,
        Instant at,
        @Nullable Reply reply) {

    enum Ground {
        COUNT,
        IDENTITY,
        PROCEDURE,
        SUBSTANCE;

        /** As the database keeps it. */
        String key() {
            return Objection.key(this);
        }

        static Ground of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    enum Ruling {
        UPHELD,
        REJECTED;

        /** As the database keeps it. */
        String key() {
            return Objection.key(this);
        }

        static Ruling of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /** @param post key of the post that answered, never a name */
    record Reply(Ruling ruling, String text, String post) {}

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
