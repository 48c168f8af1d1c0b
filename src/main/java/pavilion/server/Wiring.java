package pavilion.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pavilion.account.Accounts;
import pavilion.account.InvitationPages;
import pavilion.account.Invitations;
import pavilion.account.MePages;
import pavilion.account.Passwords;
import pavilion.account.SignInPages;
import pavilion.account.SignInStore;
import pavilion.db.Database;
import pavilion.db.SettingStore;
import pavilion.demo.DemoCommunity;
import pavilion.demo.DemoMatters;
import pavilion.demo.DemoSessions;
import pavilion.document.PaperPrinter;
import pavilion.identity.Tokens;
import pavilion.identity.UserCache;
import pavilion.live.Channels;
import pavilion.matter.MatterModule;
import pavilion.matter.Matters;
import pavilion.minutes.MinutesPages;
import pavilion.motion.MotionModule;
import pavilion.poll.Poll;
import pavilion.poll.PollPages;
import pavilion.poll.Polls;
import pavilion.proxy.MultiBallotPages;
import pavilion.proxy.ProxyLetters;
import pavilion.proxy.ProxyModule;
import pavilion.rehearse.SessionSetup;
import pavilion.resolution.ResolutionModule;
import pavilion.roster.CommunityStore;
import pavilion.roster.ImportPages;
import pavilion.roster.People;
import pavilion.roster.PeoplePages;
import pavilion.roster.RollPrint;
import pavilion.roster.Rolls;
import pavilion.rulebook.AdoptedRulePages;
import pavilion.rulebook.MethodPages;
import pavilion.rulebook.RuleBook;
import pavilion.rulebook.RulePages;
import pavilion.session.MatterOutcomes;
import pavilion.session.SessionModule;
import pavilion.session.Sessions;
import pavilion.task.TaskModule;
import pavilion.text.Messages;
import pavilion.web.Assets;
import pavilion.web.ErrorPages;
import pavilion.web.RateLimits;
import pavilion.web.Route;
import pavilion.web.Routes;
import pavilion.web.Templates;
import pavilion.web.WebContext;

/** Who needs whom: everything is made once, here, and handed in. */
final class Wiring {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);
    private static final long CHORES_MILLIS = 3_000;

    private final AdjustableClock clock;
    private final Assets assets;
    private final Channels live;
    private final Routes routes;
    private final Database db;
    private final List<Route> listing = new ArrayList<>();
    private final List<DemoCommunity.Guest> guests;
    private final List<Runnable> chores;
    private volatile boolean closing;

    private Wiring(Config config, Vertx vertx, Database db, Clock base) {
        this.db = db;
        this.clock = new AdjustableClock(base, ahead(db));
        this.assets = new Assets();
        Messages messages = new Messages();
        Templates templates = new Templates(messages);
        RuleBook rules = RuleBook.load();
        CommunityStore communities = new CommunityStore(db);
        UserCache viewers = new UserCache(vertx, new SignInStore(db, clock));
        RateLimits limits = new RateLimits(120, 60);
        Map<String, Object> shared = new HashMap<>();
        shared.put("asset", assets.version());
        shared.put("demo", config.demo());
        WebContext webContext = new WebContext(
                templates,
                messages,
                communities,
                viewers,
                new Tokens(SettingStore.getOrPut(db.plain(), "secret", Tokens.token())),
                config.https(),
                config.proxied(),
                shared);
        this.live = new Channels(vertx, webContext);
        String uploads = Path.of(System.getProperty("java.io.tmpdir"), "pavilion-uploads")
                .toString();
        this.routes = new Routes(vertx, webContext, new ErrorPages(), limits, uploads);
        Passwords passwords = new Passwords();
        this.guests = config.demo() ? new DemoCommunity(db, clock, passwords).load() : List.of();
        communities.reload();
        Accounts accounts = new Accounts(db, clock, viewers, limits, passwords);

        PaperPrinter printer = new PaperPrinter(templates::paper);
        MatterModule room = new MatterModule(db, rules, clock);
        Matters matters = room.matters();
        String url = config.publicUrl() != null ? config.publicUrl() : "http://localhost:" + config.port();
        ResolutionModule resolutions = new ResolutionModule(db, room, printer, url);
        TaskModule errands = new TaskModule(db, room);
        if (config.demo()) {
            DemoMatters.load(db, clock, rules, printer);
        }
        Polls polling = new Polls(db, clock, rules, new MatterOutcomes(matters), this::heard);
        this.chores = List.<Runnable>of(() -> polling.closing().sweep(), () -> matters.sweep(), communities::reload);
        PollPages polls = new PollPages(db, polling);
        ProxyLetters letters = new ProxyLetters(db, clock);
        SessionModule meetings =
                new SessionModule(db, clock, room, polling, polls, letters, live, webContext, printer, url);
        MotionModule motions = new MotionModule(db, clock, meetings, polling);
        if (config.demo()) {
            new DemoSessions(db, clock, matters, meetings.calls(), meetings.questions(), messages).load();
        }

        // A router tries its doors in order: those that a whole hall goes through at once come first.
        listing.addAll(meetings.routes());
        listing.addAll(new HomePages(config, db, clock, communities, guests, this::chores).routes());
        listing.addAll(new RulePages(rules).routes());
        listing.addAll(new MethodPages().routes());
        listing.addAll(new AdoptedRulePages(matters.charter(), clock).routes());
        listing.addAll(new SignInPages(accounts).routes());
        People people = new People(db, clock, viewers);
        listing.addAll(new MePages(accounts, people).routes());
        listing.addAll(new PeoplePages(people).routes());
        listing.addAll(
                new InvitationPages(db, clock, new Invitations(db, clock), printer, config.publicUrl()).routes());
        listing.addAll(new ImportPages(db, new Rolls(db, clock), new RollPrint(db)).routes());
        listing.addAll(room.routes());
        listing.addAll(resolutions.routes());
        listing.addAll(errands.routes());
        listing.addAll(polls.routes());
        listing.addAll(new MultiBallotPages(db, polling, letters).routes());
        listing.addAll(new ProxyModule(db, clock, matters, room.electorates(), letters, printer).routes());
        listing.addAll(motions.routes());
        listing.addAll(new MinutesPages(db, clock, matters, polling, printer).routes());
        vertx.setPeriodic(SessionModule.WALL_MILLIS, t -> live.touchAll("wall"));
        if (config.demo()) {
            listing.addAll(new RehearsalPages(new SessionSetup(db, clock, communities::reload)).routes());
        }
        vertx.setPeriodic(CHORES_MILLIS, t -> Thread.ofVirtual().start(this::chores));
    }

    /** From here on a chore that finds the database gone is no error. */
    void closing() {
        closing = true;
    }

    private void heard(Poll poll) {
        if (poll.session() != null) {
            Sessions.ROOMS.forEach(kind -> live.touch(Channels.room(kind, poll.community(), poll.session())));
        }
    }

    /** What time alone moves; a failure is logged, and the next round tries again. */
    private void chores() {
        for (Runnable chore : chores) {
            try {
                chore.run();
            } catch (RuntimeException e) {
                if (!closing) {
                    LOG.error("chore", e);
                }
            }
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
        return guests.stream().map(DemoCommunity.Guest::name).limit(6).collect(Collectors.joining(" "))
                + " / "
                + DemoCommunity.password();
    }
}
