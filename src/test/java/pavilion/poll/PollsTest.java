package pavilion.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pavilion.audit.AuditStore;
import pavilion.audit.Chain;
import pavilion.audit.PublishedBallot;
import pavilion.poll.CastResult.Result;
import pavilion.rules.Refused;
import pavilion.rules.Secrecy;

final class PollsTest extends PollCase {
    @Test
    void thirteenOfEighteenHouseholdsVoteAndNineYesPass() {
        Poll poll = poll(Secrecy.NAMED, 13);
        for (int i = 1; i <= 13; i++) {
            assertEquals(
                    Result.COUNTED,
                    cast(poll, i, i <= 9 ? Choice.YES : i <= 12 ? Choice.NO : Choice.ABSTAIN, "k")
                            .result());
        }
        Poll closed = polls.closing().close(1, poll.id(), 1L, "moderator", "");
        assertTrue(closed.outcome().getBoolean("passed"));
        assertEquals(9, closed.tally().getLong("yes"));
        assertEquals(3, closed.tally().getLong("no"));
        assertEquals(1, closed.tally().getLong("abstain"));
        assertEquals(13, closed.castCount());
    }

    @Test
    void sixYesOfThirteenPresentDoNotPassAlthoughNobodyIsAgainst() {
        Poll poll = poll(Secrecy.NAMED, 13);
        for (int i = 1; i <= 6; i++) {
            cast(poll, i, Choice.YES, "k");
        }
        assertFalse(polls.closing()
                .close(1, poll.id(), 1L, "moderator", "")
                .outcome()
                .getBoolean("passed"));
    }

    @Test
    void aMeetingWithoutQuorumCannotOpenAPoll() {
        Refused refused = assertThrows(Refused.class, () -> poll(Secrecy.NAMED, 9));
        assertEquals("poll.refused.no-quorum", refused.refusal().key());
        assertEquals(List.of(9, 18, 10L), refused.refusal().args());
    }

    @Test
    void theSameFormSentTwiceIsOneBallotWithOneReceipt() {
        Poll poll = poll(Secrecy.NAMED, null);
        CastResult first = cast(poll, 1, Choice.YES, "same");
        CastResult second = cast(poll, 1, Choice.YES, "same");
        assertEquals(Result.REPEATED, second.result());
        assertEquals(first.receipt(), second.receipt());
        assertEquals(1, rows("ballot", poll));
        assertEquals(1, now(poll).castCount());
    }

    @Test
    void aNamedBallotCanBeChangedForTenMinutesAndThenStands() {
        Poll poll = poll(Secrecy.NAMED, null);
        CastResult first = cast(poll, 1, Choice.YES, "a");
        village.clock.forward(Duration.ofMinutes(9));
        CastResult changed = cast(poll, 1, Choice.NO, "b");
        assertEquals(Result.CHANGED, changed.result());
        assertEquals(first.receipt(), changed.receipt());
        village.clock.forward(Duration.ofMinutes(2));
        assertEquals(Result.ALREADY, cast(poll, 1, Choice.YES, "c").result());
        Poll closed = polls.closing().close(1, poll.id(), 1L, "moderator", "");
        assertEquals(1, closed.tally().getLong("no"));
        assertEquals(0, closed.tally().getLong("yes"));
        assertEquals(1, closed.castCount());
    }

    @Test
    void aBallotAfterTheCloseIsRefusedAndAReplayedOneStillFindsItsReceipt() {
        Poll poll = poll(Secrecy.NAMED, null);
        CastResult before = cast(poll, 1, Choice.YES, "a");
        polls.closing().close(1, poll.id(), 1L, "moderator", "");
        assertEquals(Result.CLOSED, cast(poll, 2, Choice.YES, "b").result());
        CastResult replay = cast(poll, 1, Choice.YES, "a");
        assertEquals(Result.REPEATED, replay.result());
        assertEquals(before.receipt(), replay.receipt());
        CastResult change = cast(poll, 1, Choice.NO, "c");
        assertEquals(Result.LATE, change.result());
        assertEquals("poll.refused.late-change", change.refusal().key());
        assertEquals(1, now(poll).tally().getLong("yes"));
    }

    @Test
    void inTheRaceOfTheCloseEveryAcknowledgedBallotIsCountedAndEveryLateOneRefused() {
        for (int round = 0; round < 5; round++) {
            Poll poll = poll(round % 2 == 0 ? Secrecy.NAMED : Secrecy.SECRET, null);
            List<Future<CastResult>> votes = new ArrayList<>();
            Thread closing = null;
            for (int i = 1; i <= VOTERS; i++) {
                votes.add(polls.cast(poll, 100 + i, 1000 + i, Choice.YES, "k", BallotChannel.PHONE));
                if (i == 6) {
                    closing = Thread.ofVirtual().start(() -> polls.closing().close(1, poll.id(), 1L, "moderator", ""));
                }
                if (i % 3 == 0) {
                    votes.getLast().await();
                }
            }
            long counted = votes.stream()
                    .map(f -> f.await())
                    .filter(CastResult::stands)
                    .count();
            join(closing);
            Poll closed = now(poll);
            assertEquals(counted, closed.tally().getLong("yes"));
            assertEquals(counted, closed.castCount());
            assertEquals(counted, rows(poll.secrecy() == Secrecy.SECRET ? "secret_ballot" : "ballot", poll));
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theChainOfAPollIsWholeAndTheBoxIsSealedInIt() {
        Poll poll = poll(Secrecy.NAMED, null);
        cast(poll, 1, Choice.YES, "a");
        cast(poll, 2, Choice.NO, "a");
        Poll closed = polls.closing().close(1, poll.id(), 1L, "moderator", "");
        var acts = AuditStore.read(db.plain(), 1, poll.chain());
        assertTrue(Chain.verify(acts).isEmpty());
        assertEquals(
                List.of("poll.opened", "poll.ballots", "poll.ballots", "poll.closed"),
                acts.stream().map(a -> a.act()).toList());
        assertEquals(PublishedBallot.seal(polls.box(poll).published(db.plain(), poll)), closed.boxSha());
        assertTrue(acts.getLast().payload().contains(closed.boxSha()));
        assertTrue(acts.stream().noneMatch(a -> a.payload().contains("1-1")), "an act names a voter");
    }

    @Test
    void aPollIsOpenedOnceAndClosedOnce() {
        Poll poll = poll(Secrecy.NAMED, null);
        assertThrows(Refused.class, () -> db.transact(tx -> polls.open(tx, 1, poll.id(), List.of(), null, "m")));
        polls.closing().close(1, poll.id(), 1L, "moderator", "");
        int before = concluded.size();
        assertThrows(Refused.class, () -> polls.closing().close(1, poll.id(), 1L, "moderator", ""));
        assertEquals(before, concluded.size());
    }
}
