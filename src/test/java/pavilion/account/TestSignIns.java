package pavilion.account;

import java.time.Clock;
import pavilion.db.TestDatabase;
import pavilion.demo.DemoCommunity;
import pavilion.demo.DemoDatabase;
import pavilion.identity.CurrentUser;
import pavilion.identity.UserCache;
import pavilion.rules.Sha256;
import pavilion.web.RateLimits;

/** Signs people of a test database in, as the pages do. */
public final class TestSignIns {
    private final TestDatabase it;
    private final SignInLookup lookup;
    private final UserCache users;
    final Accounts accounts;

    public TestSignIns(TestDatabase it, Clock clock) {
        this.it = it;
        this.lookup = new SignInLookup(it.database(), clock);
        this.users = new UserCache(TestDatabase.vertx(), lookup);
        this.accounts =
                AccountModule.accounts(it.database(), clock, users, new RateLimits(10_000, 10_000), new Passwords());
    }

    /** For services that tell the cache about a change. */
    public UserCache users() {
        return users;
    }

    Accounts.Token byPassword(String name, String password, String address) {
        return accounts.signIn(new PasswordAuthenticator.Credentials(name, password), new SignInOrigin(address, ""));
    }

    Accounts.Token byInvitation(String code, String name, String password, String address) {
        return accounts.signIn(
                new InvitationAuthenticator.Credentials(code, name, password), new SignInOrigin(address, ""));
    }

    /** Whose token it is, asked of the database; null if nobody is signed in with it. */
    CurrentUser user(String token) {
        return lookup.find(Sha256.of(token)).await();
    }

    /** @param part of a {@link pavilion.demo.DemoAccount} */
    public CurrentUser as(String part) {
        String name = DemoDatabase.guest(it, part).name();
        return user(byPassword(name, DemoCommunity.password(), "as " + part).value());
    }
}
