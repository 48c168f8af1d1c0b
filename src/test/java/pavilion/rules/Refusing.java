package pavilion.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** Asserts a refusal by its key, and that it can be said in both languages. */
public final class Refusing {
    private Refusing() {}

    public static Refusal refuses(String key, Executable act) {
        var refusal = assertThrows(Refused.class, act).refusal();
        assertEquals(key, refusal.key());
        for (var language : new String[] {"zh", "en"}) {
            assertFalse(Sentence.of(language, refusal).contains("{"), "a gap is left open");
        }
        return refusal;
    }
}
