package pavilion.server;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pavilion.db.Database;
import pavilion.db.SettingStore;
import pavilion.demo.DemoAccount;
import pavilion.demo.DemoCommunity;
import pavilion.identity.CurrentUser;
import pavilion.roster.CommunityDirectory;
import pavilion.web.Access;
import pavilion.web.Communities.Community;
import pavilion.web.FormField;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** The start page; in the demo also the clock that can be moved and the page of all components. */
final class HomePages {
    private static final int MOST_DAYS = 400;
    private final Config config;
    private final Database db;
    private final AdjustableClock clock;
    private final CommunityDirectory communities;
    private final List<DemoAccount> accounts;
    private final Runnable runChores;

    /** @param runChores does what has become due, at once after the clock was moved */
    HomePages(
            Config config,
            Database db,
            AdjustableClock clock,
            CommunityDirectory communities,
            List<DemoAccount> accounts,
            Runnable runChores) {
        this.config = config;
        this.db = db;
        this.clock = clock;
        this.communities = communities;
        this.accounts = accounts;
        this.runChores = runChores;
    }

    List<Route> routes() {
        Route home = Route.get("/", Access.ANYONE, this::home);
        return config.demo()
                ? List.of(
                        home,
                        Route.get("/style", Access.ANYONE, v -> style(v, "style")),
                        Route.get("/style/wall", Access.ANYONE, v -> style(v, "style-wall")),
                        Route.get("/clock", Access.ANYONE, this::clock),
                        Route.post("/clock", Access.SIGNED_IN, this::forward, FormField.number("days")))
                : List.of(home);
    }

    private Response home(Request request) {
        CurrentUser user = request.userOrNull();
        if (user != null) {
            Community home =
                    Optional.ofNullable(communities.byId(user.community())).orElseThrow();
            return Response.to("/c/" + home.code() + "/today");
        }
        Map<String, Object> model = new HashMap<>();
        model.put("communities", communities.all());
        model.put("accounts", accounts.stream().map(this::account).toList());
        model.put("password", accounts.isEmpty() ? "" : DemoCommunity.password());
        return request.page("home", model);
    }

    private Map<String, String> account(DemoAccount account) {
        Community lives = communities.byId(account.communityId());
        return Map.of(
                "name",
                account.name(),
                "part",
                account.part(),
                "community",
                lives == null ? account.community() : lives.name());
    }

    private static Response style(Request request, String template) {
        return request.page(template, StyleGuide.of(request.lang()));
    }

    private Response clock(Request request) {
        Map<String, Object> model = new HashMap<>();
        model.put("now", clock.instant());
        model.put("ahead", clock.ahead().toDays());
        return request.page("clock", model);
    }

    private Response forward(Request request) {
        long days = request.form().number("days", n -> n >= 1 && n <= MOST_DAYS, "web.clock.days");
        if (!request.form().good()) {
            Map<String, Object> model = new HashMap<>();
            model.put("now", clock.instant());
            model.put("ahead", clock.ahead().toDays());
            model.put("values", request.form().values());
            model.put("errors", request.form().errors());
            return request.again("clock", model);
        }
        clock.forward(Duration.ofDays(days));
        SettingStore.put(db.plain(), "clock", String.valueOf(clock.ahead().toSeconds()));
        runChores.run();
        return Response.to("/clock");
    }
}
