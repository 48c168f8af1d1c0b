package pavilion.account;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.rules.Refused;

/**
 * Name and password. A wrong name and a wrong password get the same sentence after the same time, and have to wait in the same
 * way after many tries. What others try never shuts out a browser in which the account was signed in before: its tries are
 * counted apart, and its password is looked at in a turn of its own.
 */
final class PasswordAuthenticator implements Authenticator<PasswordAuthenticator.Credentials> {
    /** Everybody in a hall comes from one address: three hundred sign in within minutes, and some of them twice. */
    private static final int BURST = 400;

    private static final int PER_MINUTE = 60;
    private static final int PER_MINUTE_KNOWN = 30;

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
    public List<Limit> limits(Credentials given, SignInOrigin from, Instant now) {
        return List.of(find(given, from, now)
                .filter(AccountStore.Attempt::known)
                .map(account -> new Limit("sign-in known " + account.mark(from), PER_MINUTE_KNOWN))
                .orElse(new Limit("sign-in " + from.address(), BURST, PER_MINUTE)));
    }

    private Optional<AccountStore.Attempt> find(Credentials given, SignInOrigin from, Instant now) {
        return AccountStore.attempt(database.plain(), given.name(), from.browser(), now);
    }

    @Override
    public Function<Tx, SignIn> check(Credentials given, SignInOrigin from, Instant now) {
        Optional<AccountStore.Attempt> found = find(given, from, now);
        boolean known = found.isPresent() && found.get().known();
        String subject = found.map(AccountStore.Attempt::subject)
                .orElse("name/" + given.name().toLowerCase(Locale.ROOT));
        String here = known ? found.get().mark(from) : subject + "\n" + from.address();
        TryLimit limit = known ? TryLimit.KNOWN_BROWSER : TryLimit.HERE;
        database.run(tx -> {
            take(tx, limit, here, now);
            if (!known) {
                take(tx, TryLimit.EVERYWHERE, subject, now);
            }
            SignInTryStore.tidy(tx, now);
        });
        Passwords.Turn turn = known ? Passwords.Turn.KNOWN : Passwords.Turn.ANYBODY;
        boolean right = found.isPresent()
                ? passwords.matches(given.password(), found.get().passwordHash(), turn)
                : passwords.matchesNobody(given.password());
        if (!right || found.isEmpty()) {
            throw new Refused("roster.sign-in.wrong", limit.free);
        }
        AccountStore.Attempt account = found.get();
        return tx -> {
            SignInTryStore.forget(tx, limit, here);
            if (!known) {
                SignInTryStore.giveBack(tx, TryLimit.EVERYWHERE, subject, now);
            }
            return new SignIn(account.community(), account.person(), false);
        };
    }

    // Thrown within the transaction, so that no try is counted that was not made.
    private static void take(Tx tx, TryLimit limit, String subject, Instant now) {
        SignInTryStore.take(tx, limit, subject, now).ifPresent(free -> {
            throw new Refused("roster.sign-in.wait", TryLimit.minutes(now, free));
        });
    }
}
