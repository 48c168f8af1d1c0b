package pavilion.audit;

import java.util.List;

/** One thing the check looked at: whether it holds, and the sentence that says so. */
public record Finding(boolean ok, String key, List<Object> args) {
    static Finding good(String key, Object... args) {
        return new Finding(true, key, List.of(args));
    }

    static Finding bad(String key, Object... args) {
        return new Finding(false, key, List.of(args));
    }
}
