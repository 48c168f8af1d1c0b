package pavilion.poll;

import java.util.List;
import java.util.Optional;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.web.FormData;

/** Ballots that the recorder of a session enters for voters who came without a phone. */
public final class AssistedBallots {
    private final Database db;
    private final Polls polls;

    public AssistedBallots(Database db, Polls polls) {
        this.db = db;
        this.polls = polls;
    }

    /**
     * A ballot that a voter gives to the recorder by name; its channel says so.
     *
     * @return why it was not taken, empty when it stands
     */
    public Optional<Refusal> cast(Poll poll, long voter, String answer, String key) {
        if (!takesBallotsByName(poll)) {
            return Optional.of(Refusal.of("poll.refused.hall-secret"));
        }
        String choice;
        try {
            choice = Choice.checked(poll.optionSet(), answer);
        } catch (Refused refused) {
            return Optional.of(refused.refusal());
        }
        Long person = voter(poll, voter).map(PollVoter::person).orElse(null);
        CastResult result = polls.cast(poll, voter, person == null ? 0 : person, choice, key, BallotChannel.HALL)
                .await();
        return result.stands() ? Optional.empty() : Optional.of(result.refusal());
    }

    /** False where the secrecy of the poll forbids it: a paper ballot is given out instead. */
    public boolean takesBallotsByName(Poll poll) {
        return polls.box(poll).takesBallotsByName();
    }

    /** The voter on the frozen roll. */
    public Optional<PollVoter> voter(Poll poll, long voter) {
        return PollStore.roll(db.plain(), poll.community(), poll.id()).stream()
                .filter(each -> each.voter() == voter)
                .findFirst();
    }

    /** What the recorder put into the ballot's form. @throws Refused with a sentence where that is no answer */
    public String answer(Poll poll, FormData form) {
        return AnswerForm.read(form, poll.optionSet());
    }

    /** Those who may still cast a ballot and whose label contains {@code label}. */
    public List<PollVoter> waiting(Tx tx, Poll poll, String label, int most) {
        return PollStore.waiting(tx, poll, label, most);
    }
}
