package pavilion.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import pavilion.audit.AuditStore;
import pavilion.catalogue.RuleBook;
import pavilion.db.Database;
import pavilion.db.TestDatabase;
import pavilion.matter.Actor;
import pavilion.matter.Village;
import pavilion.poll.HallBallots;
import pavilion.poll.Poll;
import pavilion.poll.Polling;
import pavilion.rules.Refused;
import pavilion.web.Front;
import pavilion.web.Live;
import pavilion.web.Messages;
import pavilion.web.Secrets;
import pavilion.web.Templates;
import pavilion.web.Viewers;

final class SessionsTest {
    private static final Actor MODERATOR = new Actor(Village.MODERATOR, "moderator");

    private TestDatabase it;
    private Database db;
    private Village village;
    private Polling polling;
    private Sessions sessions;
    private Questions questions;
    private HallBallots hall;
    private long matter;
    private long session;

    @BeforeEach
    void open() {
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
        hall = new HallBallots(db, polling);
        questions = new Questions(db, village.clock, matters, village.room.electorates(), polling, sessions);
        matter = db.plain().first(row -> row.getLong(0), """
                        insert into matter (community, number, template, rule, place, title, problem, proposer, stage,
                            threshold, created_at, changed_at, request_key)
                        values (1, 'N1', 'T1', 'yard.consult', $1, 't', 'p', 201, 'session', 1, now(), now(), 'k') returning id
                        """, Village.YARD).orElseThrow();
        session = sessions.call(1, matter, "院落议事会", "亭", village.clock.instant(), "换灯", MODERATOR);
    }

    @AfterEach
    void close() {
        it.close();
    }

    private Session now() {
        return SessionStore.find(db.plain(), 1, session).orElseThrow();
    }

    private int present() {
        return SessionStore.presentCount(db.plain(), 1, session);
    }

    private void arrive(int... households) {
        for (int household : households) {
            sessions.door(1, session, 100 + household, true);
        }
    }

    private static void refused(String key, Executable act) {
        assertEquals(key, assertThrows(Refused.class, act).refusal().key());
    }

    @Test
    void aMeetingCalledTwiceIsOneMeeting() {
        assertEquals(session, sessions.call(1, matter, "again", "", village.clock.instant(), "", MODERATOR));
    }

    @Test
    void nobodyChecksInBeforeItIsOpenedAndItIsOpenedOnce() {
        refused("session.refused.not-open", () -> arrive(1));
        sessions.open(1, session, MODERATOR);
        assertEquals(6, now().members());
        refused("session.refused.opened", () -> sessions.open(1, session, MODERATOR));
    }

    @Test
    void aHouseholdIsCountedOnceHoweverOftenItChecksInAndNotAfterItLeft() {
        sessions.open(1, session, MODERATOR);
        arrive(1, 1);
        sessions.checkIn(1, session, 201, now().doorKey());
        assertEquals(1, present());
        sessions.door(1, session, 101, false);
        assertEquals(0, present());
        arrive(1);
        assertEquals(1, present());
    }

    @Test
    void onlyWhoStandsInTheHallAndIsOnTheRollChecksInByTheCode() {
        sessions.open(1, session, MODERATOR);
        refused("session.refused.door-key", () -> sessions.checkIn(1, session, 201, "guessed"));
        refused("session.refused.not-on-roll", () -> sessions.checkIn(1, session, Village.STRANGER, now().doorKey()));
        refused("session.refused.not-on-roll", () -> sessions.door(1, session, 131, true));
        assertEquals(0, present());
    }

    @Test
    void aPollNeedsAQuorumAndAMotionAndFreezesThePresent() {
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3);
        refused("poll.refused.no-quorum", () -> questions.open(1, session, MODERATOR));
        arrive(4);
        long poll = questions.open(1, session, MODERATOR);
        arrive(5);
        Poll open = polling.find(db.plain(), 1, poll).orElseThrow();
        assertEquals(4, open.present());
        assertEquals(6, open.electorate());
        assertEquals(
                "poll",
                village.room.matters().find(db.plain(), 1, matter).orElseThrow().stage());
        assertTrue(hall.castInHall(open, 104, "yes", "k4").isEmpty());
        assertEquals(
                "poll.why.not-present",
                hall.castInHall(open, 105, "yes", "k5").orElseThrow().key());
    }

    @Test
    void withoutAMotionNothingIsPutToTheVote() {
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3, 4);
        sessions.motion(1, session, 1, " ", MODERATOR);
        refused("session.refused.no-motion", () -> questions.open(1, session, MODERATOR));
    }

    @Test
    void whileAPollIsOpenTheMeetingNeitherClosesNorPausesNorChangesItsMotion() {
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3, 4);
        questions.open(1, session, MODERATOR);
        refused("session.refused.poll-open", () -> sessions.close(1, session, MODERATOR));
        refused("session.refused.poll-open", () -> sessions.pause(1, session, MODERATOR));
        refused("session.refused.poll-open", () -> sessions.motion(1, session, 1, "other", MODERATOR));
        refused("session.refused.poll-open", () -> questions.open(1, session, MODERATOR));
    }

    @Test
    void theOutcomeMovesTheMatterToItsPublicNoticeAndSaysHowItEnded() {
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3, 4);
        Poll poll = polling.find(db.plain(), 1, questions.open(1, session, MODERATOR))
                .orElseThrow();
        for (int i = 1; i <= 3; i++) {
            assertTrue(hall.castInHall(poll, 100 + i, "yes", "k" + i).isEmpty());
        }
        Poll closed = polling.close(1, poll.id(), Village.MODERATOR, "moderator", "太亮");
        assertTrue(closed.outcome().getBoolean("passed"));
        assertEquals(
                "publicity",
                village.room.matters().find(db.plain(), 1, matter).orElseThrow().stage());
        sessions.close(1, session, MODERATOR);
        assertTrue(now().isClosed());
        refused("session.refused.not-open", () -> arrive(5));
    }

    @Test
    void aRecessKeepsThePresentAndTheRollThatWasFrozen() {
        sessions.open(1, session, MODERATOR);
        arrive(1, 2);
        sessions.pause(1, session, MODERATOR);
        refused("session.refused.not-open", () -> arrive(3));
        sessions.open(1, session, MODERATOR);
        assertEquals(2, present());
        assertEquals(6, now().members());
    }

    @Test
    void aSecondTapOnNextDoesNotSkipAnItem() {
        SessionStore.addItem(db.plain(), 1, session, new AgendaItem(2, null, "b", ""));
        SessionStore.addItem(db.plain(), 1, session, new AgendaItem(3, null, "c", ""));
        sessions.open(1, session, MODERATOR);
        sessions.next(1, session, 1);
        sessions.next(1, session, 1);
        assertEquals(2, now().current());
    }

    @Test
    void aPollOverDaysTakesTheWholeRollAndItsTimeMustBeAhead() {
        Instant past = village.clock.instant().minusSeconds(1);
        refused("session.refused.closes-past", () -> questions.openLong(1, matter, "?", past, MODERATOR));
        Instant ahead = village.clock.instant().plus(Duration.ofDays(3));
        long id = questions.openLong(1, matter, "?", ahead, MODERATOR);
        Poll poll = polling.find(db.plain(), 1, id).orElseThrow();
        assertEquals(6, poll.mayCast());
        assertFalse(poll.closed());
        refused("session.refused.poll-exists", () -> questions.openLong(1, matter, "?", ahead, MODERATOR));
    }
}
