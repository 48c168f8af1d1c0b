package pavilion.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Future;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;
import pavilion.audit.AuditStore;
import pavilion.catalogue.RuleBook;
import pavilion.db.Database;
import pavilion.db.TestDatabase;
import pavilion.matter.Actor;
import pavilion.matter.Village;
import pavilion.poll.HallBallots;
import pavilion.poll.Polling;
import pavilion.proxy.Letters;
import pavilion.rules.Refused;
import pavilion.web.Front;
import pavilion.web.Live;
import pavilion.web.Messages;
import pavilion.web.Secrets;
import pavilion.web.Templates;
import pavilion.web.Viewers;

/** A meeting of six households that is called and not yet open. */
abstract class MeetingCase {
    static final Actor MODERATOR = new Actor(Village.MODERATOR, "moderator");

    TestDatabase it;
    Database db;
    Village village;
    Polling polling;
    Sessions sessions;
    Calls calls;
    Agendas agendas;
    Questions questions;
    HallCode code;
    Attendance attendance;
    Letters letters;
    Turns turns;
    HallBallots hall;
    long matter;
    long session;

    @BeforeEach
    void start() {
        it = TestDatabase.from("village", Village::fill);
        db = it.database();
        village = new Village(db);
        var matters = village.room.matters();
        AuditStore audit = new AuditStore();
        polling = new Polling(db, village.clock, RuleBook.load(), audit, new Verdicts(matters), p -> {});
        var vertx = TestDatabase.vertx();
        Messages messages = new Messages();
        Front front = new Front(
                new Templates(messages),
                messages,
                null,
                new Viewers(vertx, h -> Future.succeededFuture()),
                new Secrets("s"),
                false,
                false,
                Map.of());
        sessions = new Sessions(
                db, village.clock, matters, village.room.electorates(), polling, audit, new Live(vertx, front));
        calls = new Calls(db, village.clock, matters, sessions);
        agendas = new Agendas(matters, sessions);
        code = new HallCode(front.secrets(), village.clock);
        letters = new Letters(db, village.clock, matters, village.room.electorates(), audit);
        attendance = new Attendance(sessions, code, letters, village.clock);
        letters.hear(attendance);
        turns = new Turns(sessions, village.clock);
        hall = new HallBallots(db, polling);
        questions = new Questions(db, village.clock, matters, village.room.electorates(), polling, sessions, letters);
        matter = db.plain().first(row -> row.getLong(0), """
                        insert into matter (community, number, template, rule, place, title, problem, proposer, stage,
                            threshold, created_at, changed_at, request_key)
                        values (1, 'N1', 'T1', 'yard.consult', $1, 't', 'p', 201, 'session', 1, now(), now(), 'k') returning id
                        """, Village.YARD).orElseThrow();
        session = calls.call(1, matter, call(MeetingKind.COURTYARD), "换灯", MODERATOR);
    }

    Calls.Call call(MeetingKind kind) {
        return new Calls.Call(kind, "院落议事会", "亭", village.clock.instant());
    }

    @AfterEach
    void stop() {
        it.close();
    }

    Session now() {
        return SessionStore.find(db.plain(), 1, session).orElseThrow();
    }

    String pass() {
        return code.passFor(now(), code.now(now())).orElseThrow();
    }

    int present() {
        return PresenceStore.count(db.plain(), 1, session);
    }

    void arrive(int... households) {
        for (int household : households) {
            attendance.door(1, session, 100 + household, true);
        }
    }

    static void refused(String key, Executable act) {
        assertEquals(key, assertThrows(Refused.class, act).refusal().key());
    }
}
