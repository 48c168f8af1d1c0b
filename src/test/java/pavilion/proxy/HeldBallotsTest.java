package pavilion.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pavilion.poll.BallotWays;
import pavilion.poll.Poll;
import pavilion.rulebook.SampleAdoptedRules;

/** Who casts a ballot while its poll is open: after its letter ended, and after its voter left. */
final class HeldBallotsTest extends LettersCase {
    @Test
    void aBallotThatIsNotCastGoesBackToWhoRevokesAndCastsWhenThere() {
        long letter = given.onPaper(102, 201, 0, 7);
        sessions.open(1, session, MODERATOR);
        scan(201);
        arrive(3, 4);
        Poll poll = opened();
        refused("proxy.refused.voting", () -> given.onPaper(105, 201, 0, 7));
        refused("proxy.refused.voting", () -> given.forMatter(matter, 105, 201));
        assertFalse(given.revoke(letter));
        assertEquals(202L, caster(poll, 102));
        refused("poll.why.not-entitled", () -> cast(poll, 201, Map.of(102L, "yes"), "h"));
        refused("poll.why.left", () -> cast(poll, 202, Map.of(102L, "no"), "p"));
        scan(202);
        cast(poll, 202, Map.of(102L, "no"), "q");
        Poll closed = polls.closing().close(1, poll.id(), null, "moderator", "");
        assertEquals(1, closed.tally().getInteger("no"));
        assertEquals(4, closed.present());
        assertEquals(0, BallotWays.of(closed.tally()).letters());
    }

    @Test
    void theResultSaysHowManyCameByALetter() {
        given.onPaper(102, 201, 0, 7);
        sessions.open(1, session, MODERATOR);
        scan(201);
        arrive(3, 4);
        Poll poll = opened();
        cast(poll, 201, Map.of(101L, "yes", 102L, "no"), "h");
        Poll closed = polls.closing().close(1, poll.id(), null, "moderator", "");
        assertEquals(new BallotWays(2, 0, 0, 1), BallotWays.of(closed.tally()));
    }

    @Test
    void aBallotThatIsCastStaysWithWhoCastIt() {
        long letter = given.onPaper(102, 201, 0, 7);
        sessions.open(1, session, MODERATOR);
        scan(201);
        arrive(3, 4);
        Poll poll = opened();
        cast(poll, 201, Map.of(102L, "yes"), "h");
        scan(202);
        assertEquals("came", SampleLetters.why(db.plain(), letter));
        assertTrue(given.revoke(letter), "it stands");
        refused("poll.why.not-entitled", () -> cast(poll, 202, Map.of(102L, "no"), "p"));
        assertEquals(1, ballots(poll));
    }

    @Test
    void aBallotOnItsWayWhileItsLetterEndsIsNotTaken() throws InterruptedException {
        long id = given.onPaper(102, 201, 0, 7);
        sessions.open(1, session, MODERATOR);
        scan(201);
        arrive(3, 4);
        Poll poll = opened();
        Thread[] holder = new Thread[1];
        db.transact(tx -> {
            ProxyLetter letter = ProxyLetterStore.find(tx, 1, id).orElseThrow();
            List<Long> locked = HeldBallotStore.lock(tx, letter);
            ProxyLetterStore.end(tx, letter, LetterState.REVOKED, village.clock.instant());
            holder[0] = Thread.ofVirtual()
                    .start(() -> refused("poll.why.not-entitled", () -> cast(poll, 201, Map.of(102L, "yes"), "h")));
            waitForLock();
            HeldBallotStore.give(tx, letter, locked, 202L);
            return null;
        });
        holder[0].join();
        assertEquals(0, ballots(poll), "its statement began before the end was committed");
        cast(poll, 202, Map.of(102L, "no"), "p");
        assertEquals(1, ballots(poll));
    }

    private void waitForLock() {
        while (db.plain()
                .first(row -> true, "select 1 from pg_stat_activity where wait_event_type = 'Lock'")
                .isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aWrongTapAtTheDoorTakesNobodysVoice() {
        long letter = given.onPaper(102, 201, 0, 7);
        long other = given.onPaper(103, 201, 0, 7);
        sessions.open(1, session, MODERATOR);
        scan(201);
        arrive(4);
        Poll poll = opened();
        arrive(2);
        assertEquals("came", SampleLetters.why(db.plain(), letter));
        assertEquals(202L, caster(poll, 102));
        attendance.atDesk(1, session, 102, false);
        assertEquals(2, byProxy(), "it is in force again, and its holder is there");
        cast(poll, 201, Map.of(102L, "yes"), "h");
        arrive(3);
        village.clock.forward(Duration.ofMinutes(11));
        attendance.atDesk(1, session, 103, false);
        assertEquals("came", SampleLetters.why(db.plain(), other));
        assertEquals(1, byProxy());
    }

    @Test
    void whoHasLeftStaysCountedAndCastsOnlyAfterComingBack() {
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3, 4);
        Poll poll = opened();
        cast(poll, 201, Map.of(101L, "yes"), "a");
        attendance.leave(1, session, 201);
        attendance.leave(1, session, 202);
        attendance.leave(1, session, 203);
        refused("poll.why.left", () -> cast(poll, 202, Map.of(102L, "yes"), "b"));
        assertEquals(
                "poll.why.left",
                polls.ballotsOf(db.plain(), poll, 202, 2).getFirst().why());
        assertEquals(
                "poll.why.left",
                assisted.cast(poll, 103, "yes", "hall").orElseThrow().key());
        assertFalse(polls.ballotsOf(db.plain(), poll, 201, 2).getFirst().canCast(), "not changed by whoever has left");
        assertEquals(1, assisted.waiting(db.plain(), poll));
        scan(202);
        cast(poll, 202, Map.of(102L, "yes"), "c");
        Poll closed = polls.closing().close(1, poll.id(), null, "moderator", "");
        assertEquals(4, closed.present());
        assertEquals(2, closed.turnout().gone());
    }

    @Test
    void whoHasLeftCastsWhereTheRuleCountsThoseWhoAttendRemotely() {
        SampleAdoptedRules.adoptRemote(db, village.clock, "yard.consult");
        db.plain().run("update matter set rule = 'own.1' where id = $1", matter);
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3, 4);
        Poll poll = opened();
        attendance.leave(1, session, 202);
        cast(poll, 202, Map.of(102L, "yes"), "b");
        assertEquals(1, ballots(poll));
    }

    @Test
    void theDatabaseGivesABallotToNobodyElse() {
        given.onPaper(102, 201, 0, 7);
        sessions.open(1, session, MODERATOR);
        scan(201);
        arrive(3, 4);
        Poll poll = opened();
        for (String sql : List.of(
                "update entitlement set person = 205 where poll = $1 and voter = 102",
                "update entitlement set person = 202 where poll = $1 and voter = 102",
                "update entitlement set present = true, left_at = null where poll = $1")) {
            assertThrows(RuntimeException.class, () -> db.plain().run(sql, poll.id()), sql);
        }
    }

    @Test
    void theDatabaseKeepsALetterAsItWasSigned() {
        long letter = given.onPaper(102, 201, 0, 7);
        assertThrows(
                RuntimeException.class,
                () -> db.plain().run("update proxy_letter set instruction = 'x' where id = $1", letter));
        assertThrows(RuntimeException.class, () -> db.plain().run("delete from proxy_letter where id = $1", letter));
        assertThrows(RuntimeException.class, () -> db.plain().run("""
                insert into proxy_letter (community, session, voter, label, principal_name, holder, holder_name, from_day, to_day,
                    signed_on, given_at, request_key)
                values (1, $1, 102, 'l', 'n', 203, 'h', '2026-03-02', '2026-03-02', '2026-03-02', now(), 'z')
                """, session));
    }
}
