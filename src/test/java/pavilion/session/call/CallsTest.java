package pavilion.session.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pavilion.matter.SmallCommunity;
import pavilion.rules.ElectorateKind;
import pavilion.session.Session;
import pavilion.session.SessionCase;
import pavilion.session.SessionKind;
import pavilion.session.SessionStore;
import pavilion.session.conduct.SessionRecord;
import pavilion.session.presence.PresenceCount;
import pavilion.session.presence.SessionRolls;
import pavilion.session.presence.Sitting;

/** A session is called, moved, called off, and continued on another day. */
final class CallsTest extends SessionCase {
    private long call(SessionKind kind, String key) {
        return calls.call(1, SmallCommunity.YARD, call(kind), List.of("说一说", "听一听"), key, MODERATOR);
    }

    private Session of(long id) {
        return SessionStore.find(db.plain(), 1, id).orElseThrow();
    }

    private List<String> acts(String chain) {
        return db.plain()
                .list(
                        row -> row.getString(0),
                        "select act from audit where community = 1 and chain = $1 order by seq",
                        chain);
    }

    private Instant later(int hours) {
        return village.clock.instant().plus(Duration.ofHours(hours));
    }

    @Test
    void aCallSentTwiceIsOneSessionAndAnotherCallIsAnother() {
        long id = call(SessionKind.HEARING, "k1");
        assertEquals(id, call(SessionKind.HEARING, "k1"));
        assertNotEquals(id, call(SessionKind.HEARING, "k2"));
        assertEquals(SessionKind.HEARING, of(id).call().kind());
        assertEquals("moderator", of(id).calledBy());
        assertEquals(2, SessionStore.items(db.plain(), 1, id).size());
        assertEquals(List.of("session.called"), acts("session/" + id));
    }

    @Test
    void aTimeThatHasPassedIsRefused() {
        Session.Call past = new Session.Call(SessionKind.HEARING, "t", "", later(-2));
        refused("calling.refused.past", () -> calls.call(1, SmallCommunity.YARD, past, List.of("a"), "k", MODERATOR));
        refused("calling.refused.past", () -> calls.call(1, matter, past, "", MODERATOR));
    }

    @ParameterizedTest
    @EnumSource(SessionKind.class)
    void everyKindOfSessionOpensWithoutAMatter(SessionKind kind) {
        long id = call(kind, "k");
        sessions.open(1, id, MODERATOR);
        assertTrue(of(id).isOpen());
        sessions.next(1, id, 1, MODERATOR);
        sessions.close(1, id, MODERATOR);
        assertTrue(of(id).isClosed());
    }

    @Test
    void aHearingCountsTheHouseholdsThatCameAndVotesOnNothing() {
        long id = call(SessionKind.HEARING, "k");
        sessions.open(1, id, MODERATOR);
        attendance.atDesk(1, id, 101, true);
        assertEquals(1, PresenceCount.of(db.plain(), of(id)).present());
        assertEquals(6, of(id).counting().members());
        refused("session.refused.no-matter", () -> questions.put(1, id, MODERATOR));
        sessions.next(1, id, 1, MODERATOR);
        sessions.close(1, id, MODERATOR);
        assertEquals(
                1, SessionRecord.read(db.plain(), polls, 1, id).orElseThrow().present());
    }

    @Test
    void whatIsUsuallyCalledFollowsTheRoll() {
        assertEquals(SessionKind.OWNERS, SessionKind.usual(ElectorateKind.OWNERS));
        assertEquals(SessionKind.REPRESENTATIVES, SessionKind.usual(ElectorateKind.RESIDENT_REPS));
        assertEquals(SessionKind.COURTYARD, SessionKind.usual(ElectorateKind.HOUSEHOLD_REPS));
    }

    @Test
    void theDatabaseKnowsNoOtherKindAndNoOtherState() {
        for (String wrong : List.of("kind = 'party'", "state = 'gone'")) {
            assertThrows(RuntimeException.class, () -> db.plain().run("update session set " + wrong));
        }
    }

    @Test
    void whatIsCalledOffStaysWithItsReasonOnBothChainsAndTheMatterIsCalledAgain() {
        refused("session.refused.reason", () -> calls.callOff(1, session, " ", MODERATOR));
        calls.callOff(1, session, "主持人病了", MODERATOR);
        calls.callOff(1, session, "again", MODERATOR);
        assertTrue(now().isOff());
        assertEquals("主持人病了", now().progress().reason());
        assertEquals(List.of("session.called", "session.off"), acts("session/" + session));
        assertTrue(acts("matter/" + matter).contains("session.off"));
        refused("session.refused.opened", () -> sessions.open(1, session, MODERATOR));
        refused("calling.refused.move", () -> calls.move(1, session, later(2), "x", "r", MODERATOR));
        assertNotEquals(session, calls.call(1, matter, call(SessionKind.COURTYARD), "换灯", MODERATOR));
    }

    @Test
    void whatWasOpenedIsNotCalledOffAndNotMoved() {
        sessions.open(1, session, MODERATOR);
        refused("calling.refused.off", () -> calls.callOff(1, session, "r", MODERATOR));
        refused("calling.refused.move", () -> calls.move(1, session, later(2), "x", "r", MODERATOR));
        sessions.pause(1, session, MODERATOR);
        refused("calling.refused.move", () -> calls.move(1, session, later(2), "x", "r", MODERATOR));
    }

    @Test
    void anotherHourAndVenueStandOnTheCallAndOnRecord() {
        refused("session.refused.reason", () -> calls.move(1, session, later(24), "活动室", "", MODERATOR));
        Instant before = now().call().startsAt();
        refused("session.refused.reason", () -> calls.move(1, session, before, "活动室", "", MODERATOR));
        calls.move(1, session, before, "活动室", "亭子在修", MODERATOR);
        assertNull(now().progress().movedFrom());
        assertEquals("亭", now().progress().movedVenue());
        assertEquals("亭子在修", now().progress().movedWhy());
        calls.move(1, session, later(24), "活动室", "主持人要看病", MODERATOR);
        assertEquals(before, now().progress().movedFrom());
        assertEquals("主持人要看病", now().progress().movedWhy());
        assertEquals(later(24), now().call().startsAt());
        assertEquals("活动室", now().call().venue());
        assertTrue(acts("matter/" + matter).contains("session.moved"));
        refused("calling.refused.past", () -> calls.move(1, session, later(-2), "x", "r", MODERATOR));
        refused("session.refused.moment", () -> calls.move(1, session, null, "x", "r", MODERATOR));
        assertEquals(later(24), now().call().startsAt());
    }

    @Test
    void onAnotherDayEverybodyChecksInAgainAndTheRollStaysFrozen() {
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3);
        village.clock.forward(Duration.ofHours(1));
        calls.adjourn(1, session, later(47), "太晚了", MODERATOR);
        calls.adjourn(1, session, later(47), "twice", MODERATOR);
        assertTrue(now().adjourned());
        assertEquals(later(47), now().comesAt());
        assertEquals(0, present());
        List<String> log = db.plain()
                .list(row -> row.getString(0), "select way || ' ' || how from presence_event order by at, id");
        assertEquals(6, log.size());
        assertEquals("out recess", log.getLast());
        village.clock.forward(Duration.ofHours(47));
        db.plain().run("update role set to_day = '2026-03-02' where person = 206");
        sessions.open(1, session, MODERATOR);
        assertFalse(now().adjourned());
        assertEquals(6, now().counting().members());
        arrive(1, 4);
        sessions.close(1, session, MODERATOR);
        SessionRecord record = SessionRecord.read(db.plain(), polls, 1, session).orElseThrow();
        List<Sitting> sittings = record.sittings();
        assertEquals(2, sittings.size());
        assertEquals(3, sittings.getFirst().present());
        assertEquals("太晚了", sittings.getFirst().reason());
        assertEquals(2, sittings.getLast().present());
        assertEquals(2, record.atTheEnd());
        // Each who was there in both has a stay in each.
        assertEquals(
                record.attended().size(),
                sittings.getFirst().present() + sittings.getLast().present());
    }

    @Test
    void whenItGoesOnMayBeAnnouncedLaterAndAReasonMayNot() {
        sessions.open(1, session, MODERATOR);
        refused("session.refused.reason", () -> calls.adjourn(1, session, null, "", MODERATOR));
        assertTrue(now().isOpen());
        calls.adjourn(1, session, null, "停电", MODERATOR);
        assertNull(now().comesAt());
        village.clock.forward(Duration.ofHours(2));
        refused("calling.refused.unannounced", () -> sessions.open(1, session, MODERATOR));
        calls.move(1, session, later(30), "亭", "", MODERATOR);
        assertEquals(later(30), now().comesAt());
    }

    @Test
    void nobodyAdjournsInTheMiddleOfAVote() {
        refused("session.refused.not-open", () -> calls.adjourn(1, session, null, "r", MODERATOR));
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3, 4);
        questions.put(1, session, MODERATOR);
        refused("session.refused.poll-open", () -> calls.adjourn(1, session, null, "r", MODERATOR));
        assertEquals(4, present());
    }

    @Test
    void aShortRecessIsNoNewSitting() {
        sessions.open(1, session, MODERATOR);
        sessions.pause(1, session, MODERATOR);
        sessions.open(1, session, MODERATOR);
        assertEquals(1, SessionRolls.sittings(db.plain(), now()).size());
    }

    @Test
    void theListHoldsWhatConcernsSomebodyAndWhatIsOffUntilItsDayIsOver() {
        Instant midnight = SessionTimes.midnight(village.clock.instant());
        List<String> yard = List.of(SmallCommunity.YARD_PATH + "101/");
        assertEquals(1, CallStore.ahead(db.plain(), 1, yard, midnight).size());
        assertEquals(
                0, CallStore.ahead(db.plain(), 1, List.of("/10/30/"), midnight).size());
        calls.callOff(1, session, "r", MODERATOR);
        assertEquals(1, CallStore.ahead(db.plain(), 1, yard, midnight).size());
        Instant tomorrow = midnight.plus(Duration.ofDays(1));
        assertEquals(0, CallStore.ahead(db.plain(), 1, yard, tomorrow).size());
        assertEquals(1, CallStore.past(db.plain(), 1, yard, tomorrow, 9).size());
    }

    @Test
    void aPlaceIsOfferedToThoseWhosePostCoversIt() {
        assertEquals(
                3,
                CallStore.places(db.plain(), 1, List.of(SmallCommunity.ROOT_PATH))
                        .size());
        assertEquals(
                List.of(SmallCommunity.YARD),
                CallStore.places(db.plain(), 1, List.of(SmallCommunity.YARD_PATH)).stream()
                        .map(CallStore.CallingPlace::id)
                        .toList());
        assertEquals(List.of(), CallStore.places(db.plain(), 1, List.of()));
    }
}
