package pavilion.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pavilion.rulebook.RuleBook;
import pavilion.rules.Refusal;
import pavilion.rules.Secrecy;

/** What each ballot box allows, and that every rule has one. */
final class BallotBoxesTest extends PollCase {
    @Test
    void everyRuleOfTheLawHasABallotBox() {
        BallotBoxes.standard().require(RuleBook.load().catalogue());
    }

    @Test
    void aRuleThatAsksForASecrecyWithoutABallotBoxStopsTheStart() {
        BallotBoxes named = new BallotBoxes(List.of(new NamedBallotBox()));
        assertThrows(
                IllegalStateException.class, () -> named.require(RuleBook.load().catalogue()));
    }

    @Test
    void twoBallotBoxesForOneSecrecyStopTheStart() {
        assertThrows(
                IllegalStateException.class,
                () -> new BallotBoxes(List.of(new NamedBallotBox(), new NamedBallotBox())));
    }

    @Test
    void aPollThatNoBallotBoxCanKeepTakesNoBallotAndNeverFallsBackToANamedOne() {
        Poll poll = poll(Secrecy.SEALED, null);
        assertThrows(IllegalStateException.class, () -> cast(poll, 1, Choice.YES, "k"));
        assertEquals(0, rows("ballot", poll));
    }

    @Test
    void onlyANamedBallotIsTakenByTheRecorderAndOnlyASecretOneOnPaper() {
        HallBallots recorder = new HallBallots(polls);
        Poll named = poll(Secrecy.NAMED, 13);
        Poll secret = poll(Secrecy.SECRET, 13);
        assertEquals(Optional.empty(), recorder.cast(named, 101, Choice.YES, "k"));
        assertEquals(
                Optional.of("poll.refused.hall-secret"),
                recorder.cast(secret, 101, Choice.YES, "k").map(Refusal::key));
        assertEquals(0, rows("turnout", secret));
        assertFalse(polls.box(named).takesPaper(named));
        assertTrue(polls.box(secret).takesPaper(secret));
    }

    @Test
    void aVoterSeesTheOwnChoiceOnlyInANamedPollAndWhileItCanBeChanged() {
        Poll named = poll(Secrecy.NAMED, null);
        cast(named, 1, Choice.NO, "k");
        VoterBallot own = polls.ballotsOf(db.plain(), named, 1001, 2).getFirst();
        assertEquals(Choice.NO, own.choice());
        assertTrue(own.canCast());
        village.clock.forward(Duration.ofMinutes(10));
        assertFalse(polls.ballotsOf(db.plain(), named, 1001, 2).getFirst().canCast());
        Poll secret = poll(Secrecy.SECRET, null);
        String receipt = cast(secret, 1, Choice.NO, "k").receipt();
        VoterBallot hidden = polls.ballotsOf(db.plain(), secret, 1001, 2).getFirst();
        assertEquals(receipt, hidden.receipt());
        assertEquals(null, hidden.choice());
        assertFalse(hidden.canCast());
    }

    @Test
    void scrutineersSeeWhoAnsweredWhatOnlyInANamedPoll() {
        Poll named = poll(Secrecy.NAMED, null);
        cast(named, 1, Choice.NO, "k");
        assertEquals(
                List.of("1-1 no"),
                polls.box(named).byVoter(db.plain(), named).stream()
                        .map(line -> line.label() + " " + line.choice())
                        .toList());
        Poll secret = poll(Secrecy.SECRET, null);
        cast(secret, 1, Choice.NO, "k");
        assertEquals(List.of(), polls.box(secret).byVoter(db.plain(), secret));
    }
}
