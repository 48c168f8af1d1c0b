package pavilion.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import pavilion.audit.AuditStore;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.roster.RollPayload;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;

/**
 * The code of an invitation, with the name and password chosen now. It uses the invitation up: a new account, or a new
 * password for an old one, which is then signed out everywhere else. Whoever printed it could have used it, so the account is
 * checked in person by somebody else, an old one again.
 */
final class InvitationAuthenticator implements Authenticator<InvitationAuthenticator.Credentials> {
    /**
     * Codes looked at or used from one address: in a hall three hundred people set up their accounts within minutes, each in a
     * page or two more. Nobody finds one code of 48 bits at this pace.
     */
    private static final int BURST = 1500;

    private static final int PER_MINUTE = 300;
    /** Forms sent for one code: a name that is taken, a password that is too weak. Each may cost the making of a hash. */
    private static final int PER_MINUTE_OF_CODE = 10;

    private static final String DEAD = "roster.invitation.dead";

    /** @param code as typed */
    record Credentials(String code, String name, String password) {}

    private final Database database;
    private final Passwords passwords;

    InvitationAuthenticator(Database database, Passwords passwords) {
        this.database = database;
        this.passwords = passwords;
    }

    @Override
    public Class<Credentials> credentials() {
        return Credentials.class;
    }

    static Limit limit(String address) {
        return new Limit("invitation " + address, BURST, PER_MINUTE);
    }

    @Override
    public List<Limit> limits(Credentials given, SignInOrigin from, Instant now) {
        String code = InvitationCode.normal(given.code());
        return code == null
                ? List.of(limit(from.address()))
                : List.of(limit(from.address()), new Limit("invitation code " + code, PER_MINUTE_OF_CODE));
    }

    /** @throws Refused if the invitation was used, revoked or has expired, or the password is weak */
    @Override
    public Function<Tx, SignIn> check(Credentials given, SignInOrigin from, Instant now) {
        String code = InvitationCode.normal(given.code());
        if (code == null) {
            throw new Refused(DEAD);
        }
        Optional<Refusal> weak = Passwords.refuse(given.password(), given.name());
        if (weak.isPresent()) {
            throw new Refused(weak.get());
        }
        String codeHash = InvitationCode.hash(code);
        if (InvitationStore.open(database.plain(), codeHash, now).isEmpty()) {
            throw new Refused(DEAD);
        }
        String passwordHash = passwords.hash(given.password());
        return tx -> accept(tx, codeHash, given.name(), passwordHash, now);
    }

    /** Of two browsers with the same code, the second is refused here. */
    private static SignIn accept(Tx tx, String codeHash, String name, String passwordHash, Instant now) {
        InvitationStore.Open used = InvitationStore.use(tx, codeHash, now).orElseThrow(() -> new Refused(DEAD));
        boolean before = AccountStore.setUp(tx, used.community(), used.person(), name, passwordHash, now);
        AuditStore.append(
                tx,
                used.community(),
                "roll",
                before ? "slip.new-password" : "slip.set-up",
                used.personCode(),
                RollPayload.of("person", used.personCode()),
                now);
        if (before) {
            AuditStore.append(
                    tx,
                    used.community(),
                    "roll",
                    "person.check-lapsed",
                    used.personCode(),
                    RollPayload.of("person", used.personCode(), "printed-by", used.printedBy()),
                    now);
        }
        return new SignIn(used.community(), used.person(), true);
    }
}
