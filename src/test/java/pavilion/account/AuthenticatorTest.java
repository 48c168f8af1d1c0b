package pavilion.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pavilion.db.TestDatabase;
import pavilion.db.Tx;
import pavilion.demo.DemoDatabase;
import pavilion.rules.Refused;
import pavilion.web.RateLimits;

class AuthenticatorTest {
    static TestDatabase it;
    static TestSignIns signIns;

    @BeforeAll
    static void open() {
        it = DemoDatabase.fresh();
        signIns = new TestSignIns(it, DemoDatabase.CLOCK);
    }

    @AfterAll
    static void close() {
        it.close();
    }

    record Passkey(String signature) {}

    /** A way to sign in that the product does not have yet. */
    static final class PasskeyAuthenticator implements Authenticator<Passkey> {
        final long person;

        PasskeyAuthenticator(long person) {
            this.person = person;
        }

        @Override
        public Class<Passkey> credentials() {
            return Passkey.class;
        }

        @Override
        public List<Limit> limits(Passkey passkey, SignInOrigin from, Instant now) {
            return List.of(new Limit("passkey " + from.address(), 2));
        }

        @Override
        public Function<Tx, SignIn> check(Passkey passkey, SignInOrigin from, Instant now) {
            if (!passkey.signature().equals("right")) {
                throw new Refused("roster.sign-in.wrong", 0);
            }
            return tx -> new SignIn(1, person, false);
        }
    }

    private static SignInOrigin from(String address) {
        return new SignInOrigin(address, "");
    }

    private static Accounts with(Authenticator<?>... authenticators) {
        return new Accounts(
                it.database(),
                DemoDatabase.CLOCK,
                signIns.users(),
                new RateLimits(1000, 1000),
                List.of(authenticators));
    }

    @Test
    void anotherWayToSignInIsAClassAndItsRegistration() {
        long person = DemoDatabase.guest(it, "partner").person();
        Accounts accounts = with(new PasskeyAuthenticator(person));
        assertEquals(
                "roster.sign-in.wrong", AccountsTest.refusal(() -> accounts.signIn(new Passkey("wrong"), from("i"))));
        String token = accounts.signIn(new Passkey("right"), from("i")).value();
        assertEquals(person, signIns.user(token).person());
        assertEquals(
                "web.stop.too-often", AccountsTest.refusal(() -> accounts.signIn(new Passkey("right"), from("i"))));
    }

    @Test
    void credentialsAreTakenByExactlyOneAuthenticator() {
        var passkeys = new PasskeyAuthenticator(1);
        assertThrows(IllegalArgumentException.class, () -> with(passkeys, new PasskeyAuthenticator(2)));
        assertThrows(IllegalArgumentException.class, () -> with(passkeys).signIn("something else", from("j")));
    }
}
