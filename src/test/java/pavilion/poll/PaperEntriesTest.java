package pavilion.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.pgclient.PgException;
import java.util.List;
import org.junit.jupiter.api.Test;
import pavilion.audit.AuditStore;
import pavilion.audit.ChainEntry;
import pavilion.db.Times;
import pavilion.poll.CastResult.Result;
import pavilion.rules.Refused;
import pavilion.rules.Secrecy;

/** Papers of a named poll over days count once two people typed the same, each on their own. */
final class PaperEntriesTest extends PollCase {
    private int keys;

    private static Poll overDays() {
        return poll(Secrecy.NAMED, null);
    }

    private void type(Poll poll, int voter, String choice, long person) {
        polls.paperEntries().type(poll, 100 + voter, choice, person, "committee", "k" + keys++);
    }

    private static String key(Runnable act) {
        return assertThrows(Refused.class, act::run).refusal().key();
    }

    private static Poll count(Poll poll) {
        return polls.closing().close(1, poll.id(), null, "pavilion", "");
    }

    private static List<PaperEntry> waiting(Poll poll, long person) {
        return polls.paperEntries().waiting(db.plain(), poll, person);
    }

    private static List<ChainEntry> acts(Poll poll) {
        return AuditStore.read(db.plain(), 1, poll.chain());
    }

    private static String choice(Poll poll, int voter) {
        return db.plain()
                .first(
                        row -> row.getString(0) + " " + row.getString(1),
                        "select choice, channel from ballot where poll = $1 and voter = $2",
                        poll.id(),
                        100L + voter)
                .orElseThrow();
    }

    @Test
    void onePersonAloneBringsNothingIntoTheBoxHoweverOften() {
        Poll poll = overDays();
        type(poll, 1, "yes", 1);
        type(poll, 1, "yes", 1);
        assertEquals(0, rows("ballot", poll));
        assertEquals(List.of(new PaperEntry(101, "1-1", 1, false)), waiting(poll, 2));
        type(poll, 1, "yes", 2);
        assertEquals("yes paper", choice(poll, 1));
        assertEquals(1, now(poll).castCount());
        assertEquals(List.of(), waiting(poll, 2));
        assertEquals(Result.ALREADY, cast(poll, 1, "no", "p").result());
        Poll closed = count(poll);
        assertEquals(new BallotWays(0, 0, 1, 0), BallotWays.of(closed.tally()));
    }

    @Test
    void whatTwoReadDifferentlyWaitsUntilTheTwoNewestAgreeAndIsNotCountedBefore() {
        Poll poll = overDays();
        type(poll, 1, "yes", 1);
        type(poll, 1, "no", 2);
        assertTrue(waiting(poll, 2).getFirst().differs());
        assertEquals("poll.refused.papers-typed", key(() -> count(poll)));
        assertTrue(now(poll).open());
        type(poll, 1, "abstain", 3);
        type(poll, 1, "no", 1);
        assertEquals(0, rows("ballot", poll), "the newest two differ");
        type(poll, 1, "no", 3);
        assertEquals("no paper", choice(poll, 1));
        assertEquals(1, count(poll).tally().getLong("no"));
    }

    @Test
    void aCorrectionIsTypedByTwoAsWellAndBothStandInTheRecordWithoutTheAnswer() {
        Poll poll = overDays();
        type(poll, 1, "yes", 1);
        type(poll, 1, "yes", 2);
        type(poll, 1, "no", 1);
        assertEquals("yes paper", choice(poll, 1));
        assertEquals("poll.refused.papers-typed", key(() -> count(poll)));
        type(poll, 1, "no", 2);
        assertEquals("no paper", choice(poll, 1));
        assertEquals(1, now(poll).castCount());
        List<ChainEntry> acts = acts(poll);
        assertEquals(
                List.of("poll.opened", "poll.paper-entry", "poll.ballots", "poll.paper-entry", "poll.ballots"),
                acts.stream().map(ChainEntry::act).toList());
        assertTrue(
                acts.getLast().payload().contains("corrected"), acts.getLast().payload());
        assertFalse(acts.stream().skip(1).anyMatch(act -> act.payload().matches(".*\"(yes|no)\".*")));
        assertEquals(1, count(poll).tally().getLong("no"));
    }

    @Test
    void theSameFormSentAgainAfterItCountedBeginsNoCorrection() {
        Poll poll = overDays();
        type(poll, 1, "yes", 1);
        polls.paperEntries().type(poll, 101, "yes", 2, "committee", "same");
        polls.paperEntries().type(poll, 101, "yes", 2, "committee", "same");
        assertEquals(List.of(), waiting(poll, 1));
        count(poll);
    }

    @Test
    void whatIsCastByPhoneStandsAndItsPaperHoldsUpNothing() {
        Poll poll = overDays();
        type(poll, 1, "yes", 1);
        assertEquals(Result.COUNTED, cast(poll, 1, "no", "p").result());
        assertEquals(List.of(), waiting(poll, 2));
        assertEquals("poll.refused.paper-phone", key(() -> type(poll, 1, "yes", 2)));
        assertEquals("no phone", choice(poll, 1));
        count(poll);
    }

    @Test
    void afterTheLastMomentOnlyWhatWasTypedInTimeIsTypedAgain() {
        Poll poll = overDays();
        type(poll, 1, "yes", 1);
        db.plain()
                .run(
                        "update poll set closes_at = $2 where id = $1",
                        poll.id(),
                        Times.at(village.clock.instant().minusSeconds(1)));
        assertEquals("poll.refused.late", key(() -> type(poll, 2, "yes", 1)));
        type(poll, 1, "yes", 2);
        assertEquals("poll.refused.late", key(() -> type(poll, 1, "no", 1)));
        assertEquals(1, count(poll).tally().getLong("yes"));
        assertEquals("poll.refused.late", key(() -> type(poll, 3, "no", 1)));
    }

    @Test
    void whatWasTypedForTheWrongVoterIsTakenBackByWhoTypedIt() {
        Poll poll = overDays();
        type(poll, 1, "yes", 1);
        assertEquals(
                "poll.refused.paper-not-mine", key(() -> polls.paperEntries().withdraw(poll, 101, 2, "committee")));
        polls.paperEntries().withdraw(poll, 101, 1, "committee");
        count(poll);
        assertEquals(0, rows("ballot", poll));
    }

    @Test
    void onlyANamedPollOverDaysTakesThem() {
        assertEquals("poll.refused.paper-typed-none", key(() -> type(poll(Secrecy.SECRET, null), 1, "yes", 1)));
        assertEquals("poll.refused.paper-typed-none", key(() -> type(poll(Secrecy.NAMED, 13), 1, "yes", 1)));
        assertEquals("poll.why.not-entitled", key(() -> type(overDays(), 99, "yes", 1)));
        assertEquals("poll.refused.choose", key(() -> type(overDays(), 1, "maybe", 1)));
        Poll closed = count(overDays());
        assertThrows(
                PgException.class,
                () -> db.plain()
                        .run(
                                "insert into paper_entry (community, poll, voter, person, post, choice, at)"
                                        + " values (1, $1, 101, 1, 'committee', 'yes', now())",
                                closed.id()));
    }

    @Test
    void aSecretBoxOverDaysIsOpenedOnlyWhenVotingIsOverAndTakesNothingAfterwards() {
        Poll poll = poll(Secrecy.SECRET, null);
        Runnable counted = () -> polls.counting().count(1, poll.id(), 1, "moderator", 1, 0, 0, 0);
        db.plain()
                .run(
                        "update poll set closes_at = $2 where id = $1",
                        poll.id(),
                        Times.at(village.clock.instant().plusSeconds(60)));
        polls.paperBallots().issue(1, poll.id(), 101, "moderator", "p1");
        assertEquals("poll.refused.papers-early", key(counted));
        db.plain()
                .run(
                        "update poll set closes_at = $2 where id = $1",
                        poll.id(),
                        Times.at(village.clock.instant().minusSeconds(1)));
        assertEquals("poll.refused.late", key(() -> polls.paperBallots().issue(1, poll.id(), 102, "m", "p2")));
        counted.run();
        polls.counting().count(1, poll.id(), 2, "moderator", 1, 0, 0, 0);
        assertEquals(1, count(poll).tally().getLong("yes"));
    }
}
