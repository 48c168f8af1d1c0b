package pavilion.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pavilion.poll.Poll;
import pavilion.session.SessionCase;
import pavilion.session.SessionChanges;

/** People come, go and press old pages while a poll runs: what was frozen stays, and nothing lands in another poll. */
final class RaceTest extends SessionCase {
    @BeforeEach
    void begin() {
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3, 4);
    }

    private Poll put() {
        return polls.find(db.plain(), 1, questions.put(1, session, MODERATOR)).orElseThrow();
    }

    @Test
    void whoLeavesDuringThePollStillCountsAndIsNotEnteredByTheRecorder() {
        Poll poll = put();
        attendance.atDesk(1, session, 101, false);
        assertEquals(3, present());
        assertEquals(
                "poll.why.left",
                assisted.cast(poll, 101, "yes", "k1").orElseThrow().key());
        assertTrue(assisted.cast(poll, 102, "yes", "k2").isEmpty());
        Poll closed = polls.closing().close(1, poll.id(), null, "moderator", "");
        assertEquals(4, closed.present());
        assertEquals(1, closed.tally().getLong("yes"));
        assertEquals(false, closed.outcome().getBoolean("passed"));
    }

    @Test
    void whoComesDuringThePollIsPresentButNotInIt() {
        Poll poll = put();
        arrive(5);
        assertEquals(5, present());
        assertEquals(
                "poll.why.not-present",
                assisted.cast(poll, 105, "yes", "k5").orElseThrow().key());
        assertEquals(
                4, polls.find(db.plain(), 1, poll.id()).orElseThrow().turnout().mayCast());
    }

    @Test
    void thePageOfAPollThatWasMadeVoidPutsNothingIntoTheNext() {
        Poll stale = put();
        polls.closing().cancel(1, stale.id(), "moderator", "问题写错了");
        Poll next = put();
        assertEquals(
                "poll.refused.late",
                assisted.cast(stale, 101, "yes", "k1").orElseThrow().key());
        assertEquals(0, polls.find(db.plain(), 1, next.id()).orElseThrow().castCount());
        assertTrue(assisted.cast(next, 101, "no", "k1").isEmpty());
    }

    @Test
    void aPollIsClosedAfterWhoeverHasLockedTheSessionSoThatThereIsNoDeadlock() throws Exception {
        Poll poll = put();
        CompletableFuture<Poll> closing = new CompletableFuture<>();
        db.run(tx -> {
            SessionChanges.locked(tx, 1, session);
            Thread.ofVirtual()
                    .start(() -> closing.complete(polls.closing().close(1, poll.id(), null, "moderator", "")));
            waitsForALock();
            // The one that waits holds nothing that this one still needs.
            tx.query("select 1 from poll where community = 1 and id = $1 for update nowait", poll.id());
        });
        assertTrue(closing.get(10, TimeUnit.SECONDS).closed());
    }

    private void waitsForALock() {
        for (int i = 0; i < 200; i++) {
            int waiting = db.plain()
                    .first(
                            row -> row.getInteger(0),
                            "select count(*)::int from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")
                    .orElse(0);
            if (waiting > 0) {
                return;
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("nobody waits");
    }

    @Test
    void aQuorumThatIsLostBetweenTwoPollsStopsTheSecond() {
        Poll first = put();
        polls.closing().cancel(1, first.id(), "moderator", "再议一议");
        attendance.atDesk(1, session, 101, false);
        refused("poll.refused.no-quorum", () -> questions.put(1, session, MODERATOR));
    }
}
