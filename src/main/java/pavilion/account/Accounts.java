package pavilion.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.identity.CurrentUser;
import pavilion.identity.Tokens;
import pavilion.identity.UserCache;
import pavilion.rules.Refused;
import pavilion.rules.Sha256;
import pavilion.web.RateLimits;

/** Signing in, by any of the registered authenticators, and out. */
public final class Accounts {
    public static final Duration SIGNED_IN = Duration.ofDays(30);
    /** How long a browser is remembered after the last sign-in with it; longer than most browsers would keep a cookie unused. */
    static final Duration KNOWN = Duration.ofDays(365);

    private final Database database;
    private final Clock clock;
    private final UserCache users;
    private final RateLimits limits;
    private final Map<Class<?>, Authenticator<?>> authenticators = new HashMap<>();

    /** @throws IllegalArgumentException if two authenticators take the same credentials */
    Accounts(
            Database database,
            Clock clock,
            UserCache users,
            RateLimits limits,
            List<? extends Authenticator<?>> authenticators) {
        this.database = database;
        this.clock = clock;
        this.users = users;
        this.limits = limits;
        for (Authenticator<?> each : authenticators) {
            if (this.authenticators.put(each.credentials(), each) != null) {
                throw new IllegalArgumentException(each.credentials().getName());
            }
        }
    }

    /**
     * A browser's new token, and whose it is.
     *
     * @param browser what the browser keeps over the sign-out, so that it is known at the next sign-in
     */
    public record Token(String value, int community, long person, String browser) {}

    /**
     * @param credentials of the kind that one of the authenticators takes
     * @throws Refused if they are wrong or come too often
     */
    <C> Token signIn(C credentials, SignInOrigin from) {
        Authenticator<C> authenticator = authenticator(credentials);
        Instant now = clock.instant();
        authenticator.limits(credentials, from, now).forEach(this::throttle);
        Function<Tx, SignIn> checked = authenticator.check(credentials, from, now);
        String browser = from.kept();
        String token = Tokens.token();
        SignIn signIn = database.transact(tx -> {
            SignIn in = checked.apply(tx);
            if (in.endsOthers()) {
                endAll(tx, in.community(), in.person());
            }
            KnownBrowserStore.remember(tx, browser, in.community(), in.person(), now, now.plus(KNOWN));
            SignInStore.add(tx, Sha256.of(token), in.community(), in.person(), now, now.plus(SIGNED_IN));
            return in;
        });
        if (signIn.endsOthers()) {
            users.changed(signIn.person());
        }
        return new Token(token, signIn.community(), signIn.person(), browser);
    }

    private static void endAll(Tx tx, int community, long person) {
        SignInStore.removeAll(tx, community, person);
        KnownBrowserStore.removeAll(tx, community, person);
    }

    // Registered under the class of its own credentials.
    @SuppressWarnings("unchecked")
    private <C> Authenticator<C> authenticator(C credentials) {
        Authenticator<?> found = authenticators.get(credentials.getClass());
        if (found == null) {
            throw new IllegalArgumentException(credentials.getClass().getName());
        }
        return (Authenticator<C>) found;
    }

    public void signOut(CurrentUser user, String tokenHash) {
        database.run(tx -> SignInStore.remove(tx, tokenHash));
        users.changed(user.person());
    }

    public void signOutEverywhere(CurrentUser user) {
        database.run(tx -> endAll(tx, user.community(), user.person()));
        users.changed(user.person());
    }

    public Optional<AccountStore.Profile> profile(CurrentUser user) {
        return AccountStore.profile(database.plain(), user.community(), user.person(), clock.instant());
    }

    /** The invitation with this code, as long as it can be used. */
    Optional<InvitationStore.Open> invitation(String typed, String address) {
        throttle(InvitationAuthenticator.limit(address));
        String code = InvitationCode.normal(typed);
        return code == null
                ? Optional.empty()
                : InvitationStore.open(database.plain(), InvitationCode.hash(code), clock.instant());
    }

    private void throttle(Authenticator.Limit limit) {
        if (!limits.take(limit.subject(), limit.burst(), limit.perMinute())) {
            throw new Refused("web.stop.too-often");
        }
    }
}
