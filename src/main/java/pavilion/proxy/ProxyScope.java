package pavilion.proxy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a letter can be for: one meeting, or one matter.
 *
 * @param path of the place it concerns
 * @param day of the meeting; null for a matter
 * @param over whether it is closed or ended, so that no letter is of any use
 * @param voting whether a poll of it is open, whose roll is frozen
 * @param governing the matter whose rule says who votes; 0 where there is none
 */
record ProxyScope(
        int community,
        @Nullable Long session,
        @Nullable Long matter,
        String title,
        String path,
        @Nullable LocalDate day,
        boolean over,
        boolean voting,
        long governing) {

    String query() {
        return session != null ? "session=" + session : "matter=" + matter;
    }
}
