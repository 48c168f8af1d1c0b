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
import pavilion.identity.Actor;
import pavilion.identity.Tokens;
import pavilion.identity.UserCache;
import pavilion.live.Channels;
import pavilion.matter.SmallCommunity;
import pavilion.poll.AssistedBallots;
import pavilion.poll.Polls;
import pavilion.proxy.ProxyLetters;
import pavilion.rulebook.RuleBook;
import pavilion.rules.Refused;
import pavilion.text.Messages;
import pavilion.web.Templates;
import pavilion.web.WebContext;

/** A meeting of six households that is called and not yet open. */
public abstract class SessionCase {
    public static final Actor MODERATOR = new Actor(SmallCommunity.MODERATOR, "moderator");

    protected TestDatabase it;
    public Database db;
    public SmallCommunity village;
    public Polls polls;
    public Sessions sessions;
    protected Calls calls;
    protected Agendas agendas;
    public Questions questions;
    protected CheckInCode code;
    public Attendance attendance;
    public ProxyLetters letters;
    protected SpeakersList turns;
    protected AssistedBallots hall;
    public long matter;
    public long session;

    @BeforeEach
    protected void start() {
        it = TestDatabase.from("village", SmallCommunity::fill);
        db = it.database();
        village = new SmallCommunity(db);
        var matters = village.room.matters();
        polls = new Polls(db, village.clock, RuleBook.load(), new MatterOutcomes(matters), p -> {});
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
        sessions = new Sessions(
                db, village.clock, matters, village.room.electorates(), polls, new Channels(vertx, webContext));
        calls = new Calls(db, village.clock, matters, sessions);
        agendas = new Agendas(matters, sessions);
        code = new CheckInCode(webContext.secrets(), village.clock);
        letters = new ProxyLetters(db, village.clock);
        attendance = new Attendance(sessions, code, letters, village.clock);
        letters.onEnding(attendance);
        turns = new SpeakersList(sessions, village.clock);
        hall = new AssistedBallots(db, polls);
        questions = new Questions(db, village.clock, matters, village.room.electorates(), polls, sessions, letters);
        matter = db.plain()
                .first(row -> row.getLong(0), """
                        insert into matter (community, number, template, rule, place, title, problem, proposer, stage,
                            threshold, created_at, changed_at, request_key)
                        values (1, 'N1', 'T1', 'yard.consult', $1, 't', 'p', 201, 'session', 1, now(), now(), 'k') returning id
                        """, SmallCommunity.YARD)
                .orElseThrow();
        session = calls.call(1, matter, call(SessionKind.COURTYARD), "换灯", MODERATOR);
    }

    protected Calls.Call call(SessionKind kind) {
        return new Calls.Call(kind, "院落议事会", "亭", village.clock.instant());
    }

    @AfterEach
    protected void stop() {
        it.close();
    }

    protected Session now() {
        return SessionStore.find(db.plain(), 1, session).orElseThrow();
    }

    protected String pass() {
        return code.passFor(now(), code.now(now())).orElseThrow();
    }

    protected int present() {
        return PresenceStore.count(db.plain(), 1, session);
    }

    protected void arrive(int... households) {
        for (int household : households) {
            attendance.route(1, session, 100 + household, true);
        }
    }

    protected static void refused(String key, Executable act) {
        assertEquals(key, assertThrows(Refused.class, act).refusal().key());
    }
}
