package pavilion.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Future;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;
import pavilion.db.Database;
import pavilion.db.TestDatabase;
import pavilion.decision.MatterOutcomes;
import pavilion.decision.Questions;
import pavilion.identity.Actor;
import pavilion.identity.Tokens;
import pavilion.identity.UserCache;
import pavilion.live.Channels;
import pavilion.live.LiveLimits;
import pavilion.matter.Matter;
import pavilion.matter.SmallCommunity;
import pavilion.poll.HallBallots;
import pavilion.poll.Polls;
import pavilion.proxy.ProxyLetters;
import pavilion.rules.Refused;
import pavilion.session.agenda.AgendaStore;
import pavilion.session.agenda.Agendas;
import pavilion.session.call.Calls;
import pavilion.session.conduct.SessionModule;
import pavilion.session.conduct.Sessions;
import pavilion.session.floor.SpeakersList;
import pavilion.session.presence.Attendance;
import pavilion.session.presence.CheckInCode;
import pavilion.session.presence.PresenceCount;
import pavilion.text.Messages;
import pavilion.web.Templates;
import pavilion.web.WebContext;

/** A session of six households that is called and not yet open. */
public abstract class SessionCase {
    public static final Actor MODERATOR = new Actor(SmallCommunity.MODERATOR, "moderator");

    protected TestDatabase it;
    public Database db;
    public SmallCommunity village;
    public Polls polls;
    public SessionModule module;
    public Sessions sessions;
    protected Calls calls;
    protected Agendas agendas;
    public Questions questions;
    public Attendance attendance;
    public ProxyLetters letters;
    protected SpeakersList speakers;
    protected HallBallots assisted;
    public long matter;
    public long session;

    @BeforeEach
    protected void start() {
        it = TestDatabase.from("village", SmallCommunity::fill);
        db = it.database();
        village = new SmallCommunity(db);
        var matters = village.matterModule.matters();
        polls = new Polls(db, village.clock, SmallCommunity.RULES, new MatterOutcomes(matters), p -> {});
        var vertx = TestDatabase.vertx();
        Messages messages = new Messages();
        WebContext webContext = new WebContext(
                new Templates(messages),
                messages,
                null,
                new UserCache(vertx, h -> Future.succeededFuture()),
                new Tokens("s"),
                false,
                false,
                Map.of());
        var electorates = village.matterModule.electorates();
        letters = new ProxyLetters(db, village.clock);
        module = SessionModule.of(
                db,
                village.clock,
                matters,
                electorates,
                polls,
                letters,
                new Channels(vertx, webContext, LiveLimits.standard()),
                webContext.tokens());
        sessions = module.sessions();
        calls = module.calls();
        agendas = module.agendas();
        attendance = module.attendance();
        speakers = module.speakers();
        assisted = new HallBallots(polls);
        questions = new Questions(db, village.clock, matters, electorates, polls, letters, module);
        matter = db.plain()
                .first(row -> row.getLong(0), """
                        insert into matter (community, number, template, rule, place, title, problem, proposer, stage,
                            threshold, created_at, changed_at, request_key)
                        values (1, 'N1', 'T1', 'yard.consult', $1, 't', 'p', 201, 'session', 1, now(), now(), 'k') returning id
                        """, SmallCommunity.YARD)
                .orElseThrow();
        open(matter);
        session = calls.call(1, matter, call(SessionKind.COURTYARD), "换灯", MODERATOR);
    }

    /** The first act of a matter's chain. */
    protected void open(long id) {
        Matter fresh = village.matters().find(db.plain(), 1, id).orElseThrow();
        village.matters().act(db.plain(), fresh, "open", MODERATOR, fresh.opening());
    }

    protected Session.Call call(SessionKind kind) {
        return new Session.Call(kind, "院落议事会", "亭", village.clock.instant());
    }

    @AfterEach
    protected void stop() {
        it.close();
    }

    protected Session now() {
        return SessionStore.find(db.plain(), 1, session).orElseThrow();
    }

    /** Somebody who is signed in scans the code on the wall and checks in. */
    protected void scan(long person) {
        CheckInCode code = module.code();
        CheckInCode.Holder holder = new CheckInCode.Holder(person, "");
        String pass = code.passFor(now(), code.now(now()), holder).orElseThrow();
        attendance.checkIn(1, session, holder, pass);
    }

    protected int present() {
        return PresenceCount.of(db.plain(), now()).present();
    }

    protected void arrive(int... households) {
        for (int household : households) {
            attendance.atDesk(1, session, 100 + household, true);
        }
    }

    /** Puts a report on the agenda, which has nothing to vote on. */
    protected void report(int ordinal, String title) {
        AgendaStore.add(db.plain(), now(), AgendaItem.fresh(ordinal, null, title, ""), null);
    }

    protected static void refused(String key, Executable act) {
        assertEquals(key, assertThrows(Refused.class, act).refusal().key());
    }
}
