package pavilion.decision;

import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.matter.Matters;
import pavilion.matter.VoteResult;
import pavilion.poll.Poll;
import pavilion.poll.PollListener;
import pavilion.rules.Outcome;
import pavilion.rules.procedure.Ending;

/** What the outcome of a poll means for its matter. "No agreement" is an outcome like any other, and is published too. */
public final class MatterOutcomes implements PollListener {
    private final Matters matters;

    public MatterOutcomes(Matters matters) {
        this.matters = matters;
    }

    @Override
    public void concluded(Tx tx, Poll poll, Outcome outcome, @Nullable Long person, String post, String minority) {
        Ending ending = Ending.ofVote(outcome.passed(), outcome.quorate());
        String stored = poll.outcome() == null ? null : poll.outcome().encode();
        matters.concluded(
                tx,
                poll.community(),
                poll.matter(),
                new VoteResult(ending, poll.id(), stored, poll.decided(), minority),
                new Actor(person, post));
    }

    @Override
    public boolean toBeSigned(Tx tx, Poll poll, @Nullable Long person, String post) {
        return matters.counted(tx, poll.community(), poll.matter(), new Actor(person, post));
    }

    @Override
    public void annulled(Tx tx, Poll poll, @Nullable Long person, String post, String reason) {
        matters.annulled(tx, poll.community(), poll.matter(), new Actor(person, post), reason);
    }
}
