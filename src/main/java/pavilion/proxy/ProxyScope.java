package pavilion.proxy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A session or a matter that letters can be given for, as it stands now.
 *
 * @param day of the session; null for a matter
 * @param voting whether a poll of it is open, whose roll is frozen
 * @param governing the matter whose rule says who votes; 0 where there is none
 */
record ProxyScope(
        int community, ProxySubject subject, @Nullable LocalDate day, boolean voting, long governing) {

    String path() {
        return subject.path();
    }
}
