package pavilion.session.presence;

import java.time.Clock;
import java.util.Optional;
import pavilion.identity.Tokens;
import pavilion.session.Session;

/**
 * The check-in code on the projector. It changes every half minute, so that a photograph of it is soon worthless; whoever
 * scans it gets a pass that leaves time to sign in first. Neither is stored: both are derived from the session's secret and
 * the time.
 */
public final class CheckInCode {
    static final long SECONDS = 30;
    /** How many earlier codes are still accepted: whoever scans slowly has a minute and a half. */
    private static final int OLDER = 3;

    private static final long PASS_SECONDS = 300;
    private static final int LENGTH = 12;

    private final Tokens tokens;
    private final Clock clock;

    public CheckInCode(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Number of the code that is shown now; it grows with every new code. */
    public long slot() {
        return clock.instant().getEpochSecond() / SECONDS;
    }

    public String now(Session session) {
        return code(session, slot());
    }

    /** @return nothing if this is no code of this session, or too old a one */
    public Optional<String> passFor(Session session, String code) {
        for (int back = 0; back <= OLDER; back++) {
            if (Tokens.same(code(session, slot() - back), code)) {
                return Optional.of(pass(session, clock.instant().getEpochSecond() / PASS_SECONDS));
            }
        }
        return Optional.empty();
    }

    /** Whether it was issued in the current five minutes, or in the five before. */
    boolean admits(Session session, String pass) {
        long time = clock.instant().getEpochSecond() / PASS_SECONDS;
        return Tokens.same(pass(session, time), pass) || Tokens.same(pass(session, time - 1), pass);
    }

    private String code(Session session, long slot) {
        return mark("hall-code", session, slot);
    }

    private String pass(Session session, long time) {
        return mark("hall-pass", session, time);
    }

    private String mark(String purpose, Session session, long time) {
        String subject = session.community() + "/" + session.id() + "/" + session.checkInSecret() + "/" + time;
        return tokens.mark(purpose, subject).substring(0, LENGTH);
    }
}
