package pavilion.session.presence;

import java.time.Clock;
import java.util.Optional;
import pavilion.identity.Tokens;
import pavilion.rules.Sha256;
import pavilion.session.Session;

/**
 * The check-in code on the projector. It changes every half minute, so that a photograph of it is soon worthless; whoever
 * scans it gets a pass that leaves time to sign in first. A pass is good for whoever scanned alone, or for the browser that
 * scanned where nobody was signed in: its address, sent to somebody at home, lets nobody in. Neither is stored: both are derived
 * from the session's secret and the time.
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

    /**
     * Whom a pass is good for.
     *
     * @param person who is signed in; 0 for nobody yet
     * @param browser what tells this browser from others before sign-in, and stays after it; empty if it has nothing
     */
    public record Holder(long person, String browser) {
        private String asked() {
            return person != 0 ? ofPerson() : ofBrowser();
        }

        private String ofPerson() {
            return "person/" + person;
        }

        private String ofBrowser() {
            return "browser/" + Sha256.of(browser);
        }
    }

    /** @return nothing if this is no code of this session, or too old a one */
    public Optional<String> passFor(Session session, String code, Holder holder) {
        for (int back = 0; back <= OLDER; back++) {
            if (Tokens.same(code(session, slot() - back), code)) {
                return Optional.of(pass(session, holder.asked(), time()));
            }
        }
        return Optional.empty();
    }

    /** Whether this person, or this browser, got it in the current five minutes or in the five before. */
    public boolean admits(Session session, String pass, Holder holder) {
        boolean own = holder.person() != 0 && issued(session, holder.ofPerson(), pass);
        return own || (!holder.browser().isEmpty() && issued(session, holder.ofBrowser(), pass));
    }

    private boolean issued(Session session, String holder, String pass) {
        return Tokens.same(pass(session, holder, time()), pass) || Tokens.same(pass(session, holder, time() - 1), pass);
    }

    private long time() {
        return clock.instant().getEpochSecond() / PASS_SECONDS;
    }

    private String code(Session session, long slot) {
        return mark("hall-code", session, String.valueOf(slot));
    }

    private String pass(Session session, String holder, long time) {
        return mark("hall-pass", session, time + "/" + holder);
    }

    private String mark(String purpose, Session session, String of) {
        String subject = session.community() + "/" + session.id() + "/" + session.checkInSecret() + "/" + of;
        return tokens.mark(purpose, subject).substring(0, LENGTH);
    }
}
