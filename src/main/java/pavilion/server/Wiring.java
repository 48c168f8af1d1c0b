package pavilion.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pavilion.account.AccountModule;
import pavilion.account.Passwords;
import pavilion.account.SignInLookup;
import pavilion.db.ClusterLock;
import pavilion.db.Database;
import pavilion.db.SettingStore;
import pavilion.decision.DecisionModule;
import pavilion.decision.DecisionStages;
import pavilion.decision.MatterOutcomes;
import pavilion.demo.DemoAccount;
import pavilion.demo.DemoCommunity;
import pavilion.demo.DemoMatters;
import pavilion.demo.DemoSessions;
import pavilion.document.PaperPrinter;
import pavilion.identity.Tokens;
import pavilion.identity.UserCache;
import pavilion.live.Channels;
import pavilion.live.LiveLimits;
import pavilion.matter.MatterModule;
import pavilion.matter.Matters;
import pavilion.minutes.MinutesPages;
import pavilion.motion.MotionModule;
import pavilion.poll.Poll;
import pavilion.poll.PollModule;
import pavilion.poll.Polls;
import pavilion.proposal.ProposalModule;
import pavilion.proxy.ProxyLetters;
import pavilion.proxy.ProxyModule;
import pavilion.rehearse.SessionSetup;
import pavilion.resolution.ResolutionModule;
import pavilion.roster.CommunityDirectory;
import pavilion.roster.RosterModule;
import pavilion.rulebook.RuleBook;
import pavilion.rulebook.RulebookModule;
import pavilion.session.SessionScreen;
import pavilion.session.conduct.SessionModule;
import pavilion.session.screen.ScreenModule;
import pavilion.task.TaskModule;
import pavilion.text.Messages;
import pavilion.web.Assets;
import pavilion.web.ConnectionLimits;
import pavilion.web.ErrorPages;
import pavilion.web.RateLimits;
import pavilion.web.Route;
import pavilion.web.Routes;
import pavilion.web.Templates;
import pavilion.web.WebContext;

/** Who needs whom: everything is made once, here, and handed in. */
final class Wiring {
    static final ConnectionLimits CONNECTIONS = ConnectionLimits.standard();

    private final AdjustableClock clock;
    private final Assets assets;
    private final Channels live;
    private final Routes routes;
    private final Database db;
    private final List<Route> listing = new ArrayList<>();
    private final List<DemoAccount> demoAccounts;
    private final Chores chores;

    private Wiring(Config config, Vertx vertx, Database db, Clock base) {
        this.db = db;
        this.clock = new AdjustableClock(base, ahead(db));
        this.assets = new Assets();
        Messages messages = new Messages();
        Templates templates = new Templates(messages);
        RuleBook rules = RuleBook.load();
        CommunityDirectory communities = new CommunityDirectory(db);
        UserCache users = new UserCache(vertx, new SignInLookup(db, clock));
        // A hall is one address: what it may post before sign-in must not depend on how many are in it. Signing in and
        // invitations have limits of their own.
        RateLimits limits = new RateLimits(120, 1200);
        Map<String, Object> shared = new HashMap<>();
        shared.put("asset", assets.version());
        shared.put("demo", config.demo());
        WebContext webContext = new WebContext(
                templates,
                messages,
                communities,
                users,
                new Tokens(SettingStore.getOrPut(db.plain(), "secret", Tokens.token())),
                config.https(),
                config.proxied(),
                shared);
        this.live = new Channels(vertx, webContext, new LiveLimits(LiveLimits.HEARTBEAT, config.socketsPerPerson()));
        String uploads = config.data().resolve(Application.UPLOADS).toString();
        this.routes = new Routes(vertx, webContext, new ErrorPages(), limits, CONNECTIONS, uploads);
        Passwords passwords = new Passwords();
        this.demoAccounts = config.demo() ? new DemoCommunity(db, clock, passwords).load() : List.of();
        communities.reload();

        PaperPrinter printer = new PaperPrinter(templates::paper);
        MatterModule matterModule = new MatterModule(db, rules, clock);
        Matters matters = matterModule.matters();
        String url = config.publicUrl() != null ? config.publicUrl() : "http://localhost:" + config.port();
        RosterModule roster = new RosterModule(db, clock, users);
        // The demo is tried on the computer that it runs on; invitations of a real community are used on phones.
        AccountModule accounts = new AccountModule(
                db,
                clock,
                users,
                limits,
                passwords,
                roster.people(),
                printer,
                config.demo() ? url : config.publicUrl());
        matterModule.registry().panels(new FirstStepsPanels(roster.firstSteps()));
        matterModule.registry().panels(new ReprintPanels(accounts.reprints()));
        ProposalModule proposals = new ProposalModule(matterModule);
        ResolutionModule resolutions = new ResolutionModule(matterModule, proposals.notices(), printer, url);
        TaskModule tasks = new TaskModule(matterModule);
        proposals.register(matterModule.registry());
        DecisionStages.register(matterModule.registry());
        resolutions.register(matterModule.registry());
        tasks.register(matterModule.registry());
        if (config.demo()) {
            DemoMatters.load(db, clock, rules, printer);
        }
        Polls polls = new Polls(db, clock, rules, new MatterOutcomes(matters), this::pollChanged);
        this.chores = Chores.of(new ClusterLock(db))
                .once("polls that are over", () -> polls.closing().closeDue())
                .once(
                        "secret polls to be written anew",
                        () -> polls.closing().rewrites().run())
                .once("stages that are due", matterModule::advanceDue)
                .everywhere("communities", communities::reload);
        ProxyLetters letters = new ProxyLetters(db, clock);
        PollModule pollModule = new PollModule(db, polls, letters::holders);
        SessionModule sessions = SessionModule.of(
                db, clock, matters, matterModule.electorates(), polls, letters, live, webContext.tokens());
        DecisionModule decisions =
                new DecisionModule(db, clock, matterModule, polls, pollModule.pages(), letters, sessions);
        MotionModule motions = new MotionModule(db, clock, sessions, decisions.questions(), polls);
        ScreenModule screens = new ScreenModule(
                db,
                clock,
                matterModule,
                proposals,
                polls,
                pollModule.pages(),
                letters,
                sessions,
                motions,
                live,
                webContext,
                printer,
                url);
        matterModule.freeze();
        polls.requireListeners();
        if (config.demo()) {
            new DemoSessions(db, clock, matters, sessions.calls(), decisions.questions(), messages).load();
        }

        // A router tries its routes in order: those that everybody in a session requests at once come first.
        listing.addAll(screens.routes());
        listing.addAll(decisions.routes(screens.console(), screens.calls()));
        listing.addAll(new HomePages(config, db, clock, communities, demoAccounts, chores::runNow).routes());
        listing.addAll(new RulebookModule(rules, matters.adoptedRules(), clock).routes());
        listing.addAll(accounts.routes());
        listing.addAll(roster.routes());
        listing.addAll(proposals.routes());
        listing.addAll(matterModule.routes());
        listing.addAll(resolutions.routes());
        listing.addAll(tasks.routes());
        listing.addAll(pollModule.routes());
        listing.addAll(
                new ProxyModule(db, clock, matters, matterModule.electorates(), polls, letters, printer).routes());
        listing.addAll(motions.routes(screens.console()));
        listing.addAll(new MinutesPages(db, clock, matters, polls, printer).routes());
        vertx.setPeriodic(ScreenModule.PROJECTOR_MILLIS, t -> live.touchAll(SessionScreen.PROJECTOR.kind()));
        if (config.demo()) {
            listing.addAll(new RehearsalPages(new SessionSetup(db, clock, communities::reload)).routes());
        }
        chores.start(vertx);
    }

    void closing() {
        chores.closing();
    }

    private void pollChanged(Poll poll) {
        if (poll.session() != null) {
            SessionScreen.changed(live, poll.community(), poll.session());
        }
    }

    static Wiring of(Config config, Vertx vertx, Database db, Clock base) {
        return new Wiring(config, vertx, db, base);
    }

    private static Duration ahead(Database db) {
        return SettingStore.get(db.plain(), "clock")
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(Duration.ZERO);
    }

    AdjustableClock clock() {
        return clock;
    }

    Assets assets() {
        return assets;
    }

    Channels live() {
        return live;
    }

    Routes routes() {
        return routes;
    }

    List<Route> listing() {
        return listing;
    }

    Future<?> healthy() {
        return db.answers();
    }

    /** Names and the one password, for the start-up line. */
    String demoSignIns() {
        return demoAccounts.stream().map(DemoAccount::name).limit(6).collect(Collectors.joining(" "))
                + " / "
                + DemoCommunity.password();
    }
}
