package pavilion.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import pavilion.audit.AuditStore;
import pavilion.poll.CastResult.Result;
import pavilion.rules.Refused;
import pavilion.rules.Secrecy;

/** A secret poll with a box beside the phones; and a ballot given to the recorder that never takes the place of another. */
final class PaperBallotsTest extends PollCase {
    private static String key(Runnable act) {
        return assertThrows(Refused.class, act::run).refusal().key();
    }

    private static void count(Poll poll, long person, int yes, int no, int abstain, int spoiled) {
        polls.counting().count(1, poll.id(), person, "moderator", yes, no, abstain, spoiled);
    }

    @Test
    void papersGoIntoTheBoxWithTheOthersAndNothingSaysWhichTheyWere() {
        Poll poll = poll(Secrecy.SECRET, 13);
        for (int i = 1; i <= 8; i++) {
            assertEquals(Result.COUNTED, cast(poll, i, "yes", "k" + i).result());
        }
        for (int i = 9; i <= 13; i++) {
            polls.paperBallots().issue(1, poll.id(), 100 + i, "moderator", "p" + i);
        }
        assertEquals(13, now(poll).castCount());
        assertEquals("poll.refused.papers", key(() -> polls.closing().close(1, poll.id(), 1L, "moderator", "")));
        count(poll, 1, 1, 2, 1, 1);
        count(poll, 2, 1, 1, 1, 1);
        assertTrue(polls.counting().state(db.plain(), poll, 2).differs());
        assertEquals("poll.refused.papers", key(() -> polls.closing().close(1, poll.id(), 1L, "moderator", "")));
        count(poll, 2, 1, 2, 1, 1);
        Poll closed = polls.closing().close(1, poll.id(), 1L, "moderator", "");
        assertEquals(9, closed.tally().getLong("yes"));
        assertEquals(2, closed.tally().getLong("no"));
        assertEquals(1, closed.tally().getLong("abstain"));
        assertEquals(12, rows("secret_ballot", poll));
        assertEquals(13, rows("turnout", poll));
        assertEquals(0, rows("count_sheet", poll));
        assertEquals(5, closed.tally().getJsonObject("papers").getInteger("issued"));
        assertEquals(1, closed.tally().getJsonObject("papers").getInteger("spoiled"));
    }

    @Test
    void whoHasAPaperCannotVoteByPhoneAndTheOtherWayRound() {
        Poll poll = poll(Secrecy.SECRET, 13);
        String receipt = polls.paperBallots().issue(1, poll.id(), 101, "moderator", "p1");
        assertEquals(receipt, polls.paperBallots().issue(1, poll.id(), 101, "moderator", "p1"));
        assertEquals(
                "poll.refused.paper-issue", key(() -> polls.paperBallots().issue(1, poll.id(), 101, "m", "other")));
        assertEquals(Result.ALREADY, cast(poll, 1, "yes", "k1").result());
        cast(poll, 2, "yes", "k2");
        assertEquals("poll.refused.paper-issue", key(() -> polls.paperBallots().issue(1, poll.id(), 102, "m", "p2")));
        assertEquals("poll.refused.paper-issue", key(() -> polls.paperBallots().issue(1, poll.id(), 114, "m", "p14")));
        assertEquals("poll.refused.paper-issue", key(() -> polls.paperBallots().issue(1, poll.id(), 999, "m", "p999")));
        assertEquals(1, polls.counting().state(db.plain(), poll, 1).most());
    }

    @Test
    void moreThanWereGivenOutAreNotPutDownAndANamedPollHasNoPapers() {
        Poll poll = poll(Secrecy.SECRET, 13);
        polls.paperBallots().issue(1, poll.id(), 101, "moderator", "p1");
        assertEquals("poll.refused.paper-more", key(() -> count(poll, 1, 1, 1, 0, 0)));
        Poll named = poll(Secrecy.NAMED, 13);
        assertEquals("poll.refused.paper-none", key(() -> polls.paperBallots().issue(1, named.id(), 101, "m", "p")));
    }

    @Test
    void theChainSaysHowManyPapersCameAndNeverWhatStoodOnThem() {
        Poll poll = poll(Secrecy.SECRET, 13);
        polls.paperBallots().issue(1, poll.id(), 101, "moderator", "p1");
        count(poll, 1, 1, 0, 0, 0);
        count(poll, 2, 1, 0, 0, 0);
        polls.closing().close(1, poll.id(), 1L, "moderator", "");
        AuditStore.read(db.plain(), 1, poll.chain()).stream()
                .filter(act -> act.act().equals("poll.papers"))
                .forEach(act -> assertFalse(act.payload().contains("yes"), act.payload()));
    }

    @Test
    void aBallotOfTheHallNeverTakesThePlaceOfOneFromAPhone() {
        Poll poll = poll(Secrecy.NAMED, 13);
        HallBallots assisted = new HallBallots(polls);
        assertEquals(Result.COUNTED, cast(poll, 1, "no", "k1").result());
        assertEquals(
                "poll.why.cast",
                assisted.cast(poll, 101, "yes", "h1").orElseThrow().key());
        assertTrue(assisted.cast(poll, 102, "yes", "h2").isEmpty());
        assertEquals(Result.ALREADY, cast(poll, 2, "no", "k2").result());
        assertTrue(assisted.cast(poll, 102, "yes", "h2").isEmpty());
        Poll closed = polls.closing().close(1, poll.id(), 1L, "moderator", "");
        assertEquals(1, closed.tally().getLong("no"));
        assertEquals(1, closed.tally().getLong("yes"));
    }
}
