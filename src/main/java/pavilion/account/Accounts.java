package pavilion.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import pavilion.audit.AuditStore;
import pavilion.db.Database;
import pavilion.identity.CurrentUser;
import pavilion.identity.Tokens;
import pavilion.identity.UserCache;
import pavilion.roster.RollPayload;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.rules.Sha256;
import pavilion.web.RateLimits;

/**
 * Coming in and going out. A wrong name, a wrong password and a locked account are answered by one sentence in one time;
 * each try is taken in the database before the password is looked at, so that many at once gain nothing.
 */
public final class Accounts {
    public static final Duration SIGNED_IN = Duration.ofDays(30);
    static final int TRIES = 8;
    static final Duration LOCK = Duration.ofMinutes(15);

    private final Database database;
    private final Clock clock;
    private final UserCache viewers;
    private final RateLimits limits;
    private final Passwords passwords;

    public Accounts(Database database, Clock clock, UserCache viewers, RateLimits limits, Passwords passwords) {
        this.database = database;
        this.clock = clock;
        this.viewers = viewers;
        this.limits = limits;
        this.passwords = passwords;
    }

    /** A browser's new token, and whose it is. */
    public record Token(String value, int community, long person) {}

    /** @throws Refused in one sentence, whatever was wrong */
    public Token signIn(String name, String password, String address) {
        throttle("sign-in " + address, 30);
        throttle("sign-in name " + name.toLowerCase(Locale.ROOT), 12);
        Instant now = clock.instant();
        Optional<AccountStore.Known> known = database.transact(tx -> AccountStore.attempt(tx, name, TRIES, LOCK, now));
        boolean right = known.isPresent()
                ? passwords.matches(password, known.get().passwordHash())
                : passwords.matchesNobody(password);
        if (!right || known.isEmpty()) {
            throw new Refused("roster.sign-in.wrong", TRIES, LOCK.toMinutes());
        }
        int community = known.get().community();
        long person = known.get().person();
        String token = Tokens.token();
        database.run(tx -> {
            AccountStore.forgive(tx, community, person);
            AccountStore.signIn(tx, Sha256.of(token), community, person, now, now.plus(SIGNED_IN));
        });
        return new Token(token, community, person);
    }

    public void signOut(CurrentUser viewer, String tokenHash) {
        database.run(tx -> AccountStore.signOut(tx, tokenHash));
        viewers.changed(viewer.person());
    }

    public void signOutEverywhere(CurrentUser viewer) {
        database.run(tx -> AccountStore.signOutEverywhere(tx, viewer.community(), viewer.person()));
        viewers.changed(viewer.person());
    }

    public Optional<AccountStore.Standing> standing(CurrentUser viewer) {
        return AccountStore.standing(database.plain(), viewer.community(), viewer.person(), clock.instant());
    }

    /** The person a slip still opens the door for. */
    public Optional<InvitationStore.Open> slip(String typed, String address) {
        throttle("slip " + address, 20);
        String code = InvitationCode.normal(typed);
        return code == null
                ? Optional.empty()
                : InvitationStore.open(database.plain(), InvitationCode.hash(code), clock.instant());
    }

    /**
     * Uses up a slip: a new account, or a new password for an old one, which then is signed out everywhere else.
     *
     * @throws Refused if the slip was used, revoked or has expired, whichever browser came second
     */
    public Token setUp(String typed, String name, String password, String address) {
        throttle("slip " + address, 20);
        String code = InvitationCode.normal(typed);
        if (code == null) {
            throw new Refused("roster.slip.dead");
        }
        Optional<Refusal> weak = Passwords.refuse(password, name);
        if (weak.isPresent()) {
            throw new Refused(weak.get());
        }
        Instant now = clock.instant();
        if (InvitationStore.open(database.plain(), InvitationCode.hash(code), now)
                .isEmpty()) {
            throw new Refused("roster.slip.dead");
        }
        String hash = passwords.hash(password);
        String token = Tokens.token();
        InvitationStore.Open slip = database.transact(tx -> {
            InvitationStore.Open used = InvitationStore.use(tx, InvitationCode.hash(code), now)
                    .orElseThrow(() -> new Refused("roster.slip.dead"));
            boolean before = AccountStore.setUp(tx, used.community(), used.person(), name, hash, now);
            AccountStore.signOutEverywhere(tx, used.community(), used.person());
            AccountStore.signIn(tx, Sha256.of(token), used.community(), used.person(), now, now.plus(SIGNED_IN));
            String act = before ? "slip.new-password" : "slip.set-up";
            AuditStore.append(
                    tx,
                    used.community(),
                    "roll",
                    act,
                    used.personCode(),
                    RollPayload.of("person", used.personCode()),
                    now);
            return used;
        });
        viewers.changed(slip.person());
        return new Token(token, slip.community(), slip.person());
    }

    private void throttle(String subject, int perMinute) {
        if (!limits.take(subject, perMinute)) {
            throw new Refused("web.stop.too-often");
        }
    }
}
