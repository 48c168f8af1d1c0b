package pavilion.account;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.document.PaperPrinter;
import pavilion.identity.UserCache;
import pavilion.roster.People;
import pavilion.web.RateLimits;
import pavilion.web.Route;

/** Puts the package together. Every way to sign in is registered here. */
public final class AccountModule {
    private final List<Route> routes = new ArrayList<>();
    private final Reprints reprints;

    /** @param publicUrl how residents reach the server; null where nobody said, and then no invitation is printed */
    public AccountModule(
            Database database,
            Clock clock,
            UserCache users,
            RateLimits limits,
            Passwords passwords,
            People people,
            PaperPrinter printer,
            @Nullable String publicUrl) {
        Accounts accounts = accounts(database, clock, users, limits, passwords);
        Invitations invitations = new Invitations(database, clock);
        reprints = new Reprints(database, clock);
        routes.addAll(new SignInPages(accounts).routes());
        routes.addAll(new MePages(accounts, people, reprints).routes());
        routes.addAll(new InvitationPages(database, clock, invitations, printer, publicUrl).routes());
    }

    static Accounts accounts(Database database, Clock clock, UserCache users, RateLimits limits, Passwords passwords) {
        return new Accounts(
                database,
                clock,
                users,
                limits,
                List.of(
                        new PasswordAuthenticator(database, passwords),
                        new InvitationAuthenticator(database, passwords)));
    }

    /** What somebody has to know of invitations that were printed for their account. */
    public Reprints reprints() {
        return reprints;
    }

    public List<Route> routes() {
        return List.copyOf(routes);
    }
}
