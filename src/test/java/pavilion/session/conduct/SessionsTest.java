package pavilion.session.conduct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import pavilion.matter.SmallCommunity;
import pavilion.poll.Poll;
import pavilion.session.SessionCase;
import pavilion.session.SessionKind;
import pavilion.session.presence.CheckInCode;

final class SessionsTest extends SessionCase {
    @Test
    void aSessionCalledTwiceIsOneSession() {
        assertEquals(session, calls.call(1, matter, call(SessionKind.OWNERS), "", MODERATOR));
    }

    @Test
    void nobodyChecksInBeforeItIsOpenedAndItIsOpenedOnce() {
        refused("session.refused.not-open", () -> arrive(1));
        sessions.open(1, session, MODERATOR);
        assertEquals(6, now().counting().members());
        refused("session.refused.opened", () -> sessions.open(1, session, MODERATOR));
    }

    @Test
    void aHouseholdIsCountedOnceHoweverOftenItChecksInAndNotAfterItLeft() {
        sessions.open(1, session, MODERATOR);
        arrive(1, 1);
        scan(201);
        assertEquals(1, present());
        attendance.atDesk(1, session, 101, false);
        assertEquals(0, present());
        arrive(1);
        assertEquals(1, present());
    }

    @Test
    void onlyWhoIsOnSiteAndOnTheRollChecksInByTheCode() {
        sessions.open(1, session, MODERATOR);
        refused(
                "session.refused.door-key",
                () -> attendance.checkIn(1, session, new CheckInCode.Holder(201, ""), "guessed"));
        refused("session.refused.not-on-roll", () -> scan(SmallCommunity.STRANGER));
        refused("session.refused.not-on-roll", () -> attendance.atDesk(1, session, 131, true));
        assertEquals(0, present());
    }

    @Test
    void aPollNeedsAQuorumAndAMotionAndFreezesThePresent() {
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3);
        refused("poll.refused.no-quorum", () -> questions.put(1, session, MODERATOR));
        arrive(4);
        long poll = questions.put(1, session, MODERATOR);
        arrive(5);
        Poll open = polls.find(db.plain(), 1, poll).orElseThrow();
        assertEquals(4, open.present());
        assertEquals(6, open.electorate());
        assertEquals(
                "poll",
                village.matterModule
                        .matters()
                        .find(db.plain(), 1, matter)
                        .orElseThrow()
                        .stage());
        assertTrue(assisted.cast(open, 104, "yes", "k4").isEmpty());
        assertEquals(
                "poll.why.not-present",
                assisted.cast(open, 105, "yes", "k5").orElseThrow().key());
    }

    @Test
    void withoutAMotionNothingIsPutToTheVote() {
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3, 4);
        sessions.motion(1, session, 1, " ", MODERATOR);
        refused("session.refused.no-motion", () -> questions.put(1, session, MODERATOR));
    }

    @Test
    void whileAPollIsOpenTheSessionNeitherClosesNorPausesNorChangesItsMotion() {
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3, 4);
        questions.put(1, session, MODERATOR);
        refused("session.refused.poll-open", () -> sessions.close(1, session, MODERATOR));
        refused("session.refused.poll-open", () -> sessions.pause(1, session, MODERATOR));
        refused("session.refused.poll-open", () -> sessions.motion(1, session, 1, "other", MODERATOR));
        refused("session.refused.poll-open", () -> questions.put(1, session, MODERATOR));
    }

    @Test
    void theOutcomeMovesTheMatterToItsPublicNoticeAndSaysHowItEnded() {
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3, 4);
        Poll poll =
                polls.find(db.plain(), 1, questions.put(1, session, MODERATOR)).orElseThrow();
        for (int i = 1; i <= 3; i++) {
            assertTrue(assisted.cast(poll, 100 + i, "yes", "k" + i).isEmpty());
        }
        Poll closed = polls.closing().close(1, poll.id(), SmallCommunity.MODERATOR, "moderator", "太亮");
        assertTrue(closed.outcome().getBoolean("passed"));
        assertEquals(
                "publicity",
                village.matterModule
                        .matters()
                        .find(db.plain(), 1, matter)
                        .orElseThrow()
                        .stage());
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
        assertEquals(6, now().counting().members());
    }

    @Test
    void aSecondTapOnNextDoesNotSkipAnItem() {
        report(2, "b");
        report(3, "c");
        sessions.open(1, session, MODERATOR);
        sessions.next(1, session, 1, MODERATOR);
        sessions.next(1, session, 1, MODERATOR);
        assertEquals(2, now().current());
    }

    @Test
    void aPollOverDaysTakesTheWholeRollAndItsTimeMustBeAhead() {
        Instant past = village.clock.instant().minusSeconds(1);
        refused("session.refused.closes-past", () -> questions.openLong(1, matter, "?", past, MODERATOR));
        Instant ahead = village.clock.instant().plus(Duration.ofDays(3));
        long id = questions.openLong(1, matter, "?", ahead, MODERATOR);
        Poll poll = polls.find(db.plain(), 1, id).orElseThrow();
        assertEquals(6, poll.turnout().mayCast());
        assertFalse(poll.closed());
        refused("session.refused.poll-exists", () -> questions.openLong(1, matter, "?", ahead, MODERATOR));
    }
}
