package pavilion.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.rules.Refused;

/**
 * Name and password. A wrong name, a wrong password and a locked account get the same sentence after the same time. Each
 * attempt is counted in the database before the password is looked at, so that sending many at once gains nothing.
 */
final class PasswordAuthenticator implements Authenticator<PasswordAuthenticator.Credentials> {
    static final int ATTEMPTS = 8;
    static final Duration LOCK = Duration.ofMinutes(15);

    record Credentials(String name, String password) {}

    private final Database database;
    private final Passwords passwords;

    PasswordAuthenticator(Database database, Passwords passwords) {
        this.database = database;
        this.passwords = passwords;
    }

    @Override
    public Class<Credentials> credentials() {
        return Credentials.class;
    }

    @Override
    public List<Limit> limits(Credentials given, String address) {
        return List.of(
                new Limit("sign-in " + address, 30),
                new Limit("sign-in name " + given.name().toLowerCase(Locale.ROOT), 12));
    }

    @Override
    public Function<Tx, SignIn> check(Credentials given, Instant now) {
        Optional<AccountStore.Attempt> attempt =
                database.transact(tx -> AccountStore.attempt(tx, given.name(), ATTEMPTS, LOCK, now));
        boolean right = attempt.isPresent()
                ? passwords.matches(given.password(), attempt.get().passwordHash())
                : passwords.matchesNobody(given.password());
        if (!right || attempt.isEmpty()) {
            throw new Refused("roster.sign-in.wrong", ATTEMPTS, LOCK.toMinutes());
        }
        AccountStore.Attempt account = attempt.get();
        return tx -> {
            AccountStore.resetFailures(tx, account.community(), account.person());
            return new SignIn(account.community(), account.person(), false);
        };
    }
}
