package pavilion.account;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import pavilion.db.Tx;
import pavilion.rules.Refused;

/**
 * One way to sign in. Another one (a passkey, OpenID Connect) is a class that implements this, with a record for what the
 * browser sends, and its line in {@link AccountModule}.
 *
 * @param <C> what the browser sends
 */
interface Authenticator<C> {
    /** Called so many times a minute at most for one subject, whatever the outcome, and {@code burst} times at once. */
    record Limit(String subject, int burst, int perMinute) {
        Limit(String subject, int perMinute) {
            this(subject, perMinute, perMinute);
        }
    }

    Class<C> credentials();

    List<Limit> limits(C credentials, SignInOrigin from, Instant now);

    /**
     * Checks the credentials, which may take long: it is called outside of a transaction.
     *
     * @return what is left to do in the transaction that signs the browser in, and whom it signs in; it may refuse as well
     * @throws Refused if the credentials are wrong; the sentence does not tell which part of them
     */
    Function<Tx, SignIn> check(C credentials, SignInOrigin from, Instant now);
}
