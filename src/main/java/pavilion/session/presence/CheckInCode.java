package pavilion.session.presence;

import java.time.Clock;
import java.util.Optional;
import pavilion.identity.Tokens;
import pavilion.session.Session;

/**
 * The code on the wall. It changes every half minute, so that a photograph of it is soon worth nothing; whoever has just
 * scanned it gets a pass, with time enough to sign in first. Nothing of it is stored.
 */
public final class CheckInCode {
    static final long SECONDS = 30;
    /** Old codes that are still taken: who scans slowly has one and a half minutes. */
    private static final int OLDER = 3;

    private static final long PASS_SECONDS = 300;
    private static final int LENGTH = 12;

    private final Tokens secrets;
    private final Clock clock;

    public CheckInCode(Tokens secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Grows with every new code. */
    public long slot() {
        return clock.instant().getEpochSecond() / SECONDS;
    }

    public String now(Session session) {
        return code(session, slot());
    }

    /** Nothing, if this is no code of this hall, or an old one. */
    public Optional<String> passFor(Session session, String code) {
        for (int back = 0; back <= OLDER; back++) {
            if (Tokens.same(code(session, slot() - back), code)) {
                return Optional.of(pass(session, clock.instant().getEpochSecond() / PASS_SECONDS));
            }
        }
        return Optional.empty();
    }

    /** Whether it was given out in this five minutes, or in those before. */
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
        String subject = session.community() + "/" + session.id() + "/" + session.doorKey() + "/" + time;
        return secrets.mark(purpose, subject).substring(0, LENGTH);
    }
}
