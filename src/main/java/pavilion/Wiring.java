package pavilion;

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
import pavilion.audit.AuditStore;
import pavilion.book.MethodPages;
import pavilion.book.RulePages;
import pavilion.catalogue.RuleBook;
import pavilion.charter.CharterPages;
import pavilion.db.Database;
import pavilion.db.HouseStore;
import pavilion.document.Printing;
import pavilion.errand.DemoMatters;
import pavilion.errand.ErrandRoom;
import pavilion.matter.MatterRoom;
import pavilion.matter.Matters;
import pavilion.minutes.MinutesPages;
import pavilion.motion.MotionRoom;
import pavilion.poll.Poll;
import pavilion.poll.PollPages;
import pavilion.poll.Polling;
import pavilion.proxy.LetterPages;
import pavilion.proxy.Letters;
import pavilion.proxy.SeveralPages;
import pavilion.rehearse.Stage;
import pavilion.resolution.ResolutionRoom;
import pavilion.roster.Accounts;
import pavilion.roster.CommunityStore;
import pavilion.roster.DemoCommunity;
import pavilion.roster.ImportPages;
import pavilion.roster.Invitations;
import pavilion.roster.MePages;
import pavilion.roster.Passwords;
import pavilion.roster.People;
import pavilion.roster.PeoplePages;
import pavilion.roster.RollPrint;
import pavilion.roster.Rolls;
import pavilion.roster.RosterStore;
import pavilion.roster.SignInPages;
import pavilion.roster.SlipPages;
import pavilion.session.DemoSessions;
import pavilion.session.MeetingRoom;
import pavilion.session.Sessions;
import pavilion.session.Verdicts;
import pavilion.web.Assets;
import pavilion.web.Door;
import pavilion.web.Doors;
import pavilion.web.Front;
import pavilion.web.Limits;
import pavilion.web.Live;
import pavilion.web.Messages;
import pavilion.web.Problems;
import pavilion.web.Secrets;
import pavilion.web.Templates;
import pavilion.web.Viewers;

/** Who needs whom: everything is made once, here, and handed in. */
final class Wiring {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);
    private static final long CHORES_MILLIS = 3_000;

    private final HouseClock clock;
    private final Assets assets;
    private final Live live;
    private final Doors doors;
    private final Database db;
    private final List<Door> listing = new ArrayList<>();
    private final List<DemoCommunity.Guest> guests;
    private final List<Runnable> chores;
    private volatile boolean closing;

    private Wiring(Config config, Vertx vertx, Database db, Clock base) {
        this.db = db;
        this.clock = new HouseClock(base, ahead(db));
        this.assets = new Assets();
        Messages messages = new Messages();
        Templates templates = new Templates(messages);
        RuleBook rules = RuleBook.load();
        AuditStore audit = new AuditStore();
        CommunityStore communities = new CommunityStore(db);
        Viewers viewers = new Viewers(vertx, new RosterStore(db, clock));
        Limits limits = new Limits(120, 60);
        Map<String, Object> shared = new HashMap<>();
        shared.put("asset", assets.version());
        shared.put("demo", config.demo());
        Front front = new Front(
                templates,
                messages,
                communities,
                viewers,
                new Secrets(HouseStore.getOrPut(db.plain(), "secret", Secrets.token())),
                config.https(),
                config.proxied(),
                shared);
        this.live = new Live(vertx, front);
        String uploads = Path.of(System.getProperty("java.io.tmpdir"), "pavilion-uploads")
                .toString();
        this.doors = new Doors(vertx, front, new Problems(), limits, uploads);
        Passwords passwords = new Passwords();
        this.guests = config.demo() ? new DemoCommunity(db, clock, passwords).load() : List.of();
        communities.reload();
        Accounts accounts = new Accounts(db, clock, viewers, limits, passwords);

        MatterRoom room = new MatterRoom(db, rules, audit, clock);
        Matters matters = room.matters();
        String url = config.publicUrl() != null ? config.publicUrl() : "http://localhost:" + config.port();
        ResolutionRoom resolutions = new ResolutionRoom(db, room, audit, url);
        ErrandRoom errands = new ErrandRoom(db, room);
        if (config.demo()) {
            DemoMatters.load(db, clock, rules, audit);
        }
        Polling polling = new Polling(db, clock, rules, audit, new Verdicts(matters), this::heard);
        this.chores = List.<Runnable>of(() -> polling.closing().sweep(), () -> matters.sweep(), communities::reload);
        PollPages polls = new PollPages(db, polling);
        Letters letters = new Letters(db, clock, matters, room.electorates(), audit);
        MeetingRoom meetings = new MeetingRoom(db, clock, room, polling, polls, letters, audit, live, front, url);
        MotionRoom motions = new MotionRoom(db, clock, meetings, polling);
        if (config.demo()) {
            new DemoSessions(db, clock, matters, meetings.calls(), meetings.questions(), messages).load();
        }

        Printing printing = new Printing(templates::paper);
        // A router tries its doors in order: those that a whole hall goes through at once come first.
        listing.addAll(meetings.doors());
        listing.addAll(new HomePages(config, db, clock, communities, guests, this::chores).doors());
        listing.addAll(new RulePages(rules).doors());
        listing.addAll(new MethodPages().doors());
        listing.addAll(new CharterPages(matters.charter(), clock).doors());
        listing.addAll(new SignInPages(accounts).doors());
        People people = new People(db, clock, viewers);
        listing.addAll(new MePages(accounts, people).doors());
        listing.addAll(new PeoplePages(people).doors());
        listing.addAll(new SlipPages(db, clock, new Invitations(db, clock), printing, config.publicUrl()).doors());
        listing.addAll(new ImportPages(db, new Rolls(db, clock), new RollPrint(db)).doors());
        listing.addAll(room.doors());
        listing.addAll(resolutions.doors());
        listing.addAll(errands.doors());
        listing.addAll(polls.doors());
        listing.addAll(new SeveralPages(db, polling, letters).doors());
        listing.addAll(new LetterPages(db, letters, printing).doors());
        listing.addAll(motions.doors());
        listing.addAll(new MinutesPages(db, clock, matters, polling, audit).doors());
        vertx.setPeriodic(MeetingRoom.WALL_MILLIS, t -> live.touchAll("wall"));
        if (config.demo()) {
            listing.addAll(new RehearsalPages(new Stage(db, clock, communities::reload)).doors());
        }
        vertx.setPeriodic(CHORES_MILLIS, t -> Thread.ofVirtual().start(this::chores));
    }

    /** From here on a chore that finds the database gone is no error. */
    void closing() {
        closing = true;
    }

    private void heard(Poll poll) {
        if (poll.session() != null) {
            Sessions.ROOMS.forEach(kind -> live.touch(Live.room(kind, poll.community(), poll.session())));
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
        return HouseStore.get(db.plain(), "clock")
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(Duration.ZERO);
    }

    HouseClock clock() {
        return clock;
    }

    Assets assets() {
        return assets;
    }

    Live live() {
        return live;
    }

    Doors doors() {
        return doors;
    }

    List<Door> listing() {
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
