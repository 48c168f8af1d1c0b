package pavilion.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private static final int MAX_SUBJECTS = 1_000;

    private final RateLimits limits = new RateLimits(120, 60, MAX_SUBJECTS);

    @Test
    void subjectThatUsedUpItsMinuteIsRefused() {
        for (int i = 0; i < 5; i++) {
            assertTrue(limits.take("one", 5));
        }
        assertFalse(limits.take("one", 5));
        assertTrue(limits.take("another", 5));
    }

    @Test
    void aFullTableClearsNobodysLimit() {
        for (int i = 0; i < 6; i++) {
            limits.take("attacker", 5);
        }
        for (int i = 0; i < 3 * MAX_SUBJECTS; i++) {
            limits.take("address " + i, 60);
            assertFalse(limits.take("attacker", 5), "after " + i + " other addresses");
        }
    }

    @Test
    void theTableStaysWithinItsBound() {
        for (int i = 0; i < 20 * MAX_SUBJECTS; i++) {
            limits.take("address " + i, 60);
        }
        assertTrue(limits.size() <= MAX_SUBJECTS);
    }
}
