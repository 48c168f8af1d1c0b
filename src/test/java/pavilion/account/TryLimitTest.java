package pavilion.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pavilion.db.TestDatabase;
import pavilion.db.Tx;
import pavilion.demo.DemoCommunity;
import pavilion.demo.DemoDatabase;
import pavilion.web.RateLimits;

/** How long one waits after wrong passwords, and how many may try from one address. */
class TryLimitTest {
    static TestDatabase it;

    @BeforeAll
    static void open() {
        it = DemoDatabase.fresh();
    }

    @AfterAll
    static void close() {
        it.close();
    }

    @Test
    void aWaitIsNeverLongerThanAQuarterOfAnHourAndTriesAreForgottenAfterADay() {
        Tx tx = it.database().plain();
        Instant now = DemoDatabase.CLOCK.instant();
        for (int i = 0; i < 60; i++) {
            assertTrue(SignInTryStore.take(tx, TryLimit.HERE, "a", now).isEmpty(), "try " + i);
            Instant free = i < 4
                    ? now
                    : SignInTryStore.take(tx, TryLimit.HERE, "a", now).orElseThrow();
            assertFalse(free.isAfter(now.plus(Duration.ofMinutes(15))), free.toString());
            assertFalse(i > 12 && free.isBefore(now.plus(Duration.ofMinutes(15))), free.toString());
            now = free;
        }
        now = now.plus(TryLimit.KEPT);
        for (int i = 0; i < 5; i++) {
            assertTrue(SignInTryStore.take(tx, TryLimit.HERE, "a", now).isEmpty(), "again " + i);
        }
        SignInTryStore.tidy(tx, now.plus(TryLimit.KEPT));
        assertEquals(0, tx.query("select from sign_in_try").size());
    }

    @Test
    void manyTriesFromOneAddressAreSlowedWhateverTheNameExceptWhereTheBrowserIsKnown() {
        RateLimits limits = new RateLimits(10_000, 10_000);
        Accounts accounts = AccountModule.accounts(
                it.database(),
                DemoDatabase.CLOCK,
                new TestSignIns(it, DemoDatabase.CLOCK).users(),
                limits,
                new Passwords());
        String name = DemoDatabase.guest(it, "household").name();
        var right = new PasswordAuthenticator.Credentials(name, DemoCommunity.password());
        String browser = accounts.signIn(right, new SignInOrigin("hall", "")).browser();
        assertTrue(limits.take("sign-in hall", 400, 60));
        while (limits.take("sign-in hall", 400, 60)) {
            // Others in the hall.
        }
        for (String each : List.of(name, "nobody at all")) {
            var tried = new PasswordAuthenticator.Credentials(each, "x");
            assertEquals(
                    "web.stop.too-often",
                    AccountsTest.refusal(() -> accounts.signIn(tried, new SignInOrigin("hall", ""))));
        }
        assertNotNull(accounts.signIn(right, new SignInOrigin("hall", browser)));
    }
}
