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

    /** @param publicUrl how residents reach the server; null to print the address that the clerk's browser used */
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
        routes.addAll(new SignInPages(accounts).routes());
        routes.addAll(new MePages(accounts, people).routes());
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

    public List<Route> routes() {
        return List.copyOf(routes);
    }
}
