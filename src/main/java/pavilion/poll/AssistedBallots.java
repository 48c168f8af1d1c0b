package pavilion.poll;

import java.util.List;
import java.util.Optional;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.web.FormData;

/** Ballots of those who came to the hall without a phone. */
public final class AssistedBallots {
    private final Database db;
    private final Polls polls;

    public AssistedBallots(Database db, Polls polls) {
        this.db = db;
        this.polls = polls;
    }

    /**
     * A ballot that somebody without a phone gives to the recorder in the hall, by name; assisted, and marked so.
     *
     * @return why it was not taken, empty when it stands
     */
    public Optional<Refusal> castInHall(Poll poll, long voter, String answer, String key) {
        if (poll.secret()) {
            return Optional.of(Refusal.of("poll.refused.hall-secret"));
        }
        String choice;
        try {
            choice = Choice.checked(poll.slate(), answer);
        } catch (Refused refused) {
            return Optional.of(refused.refusal());
        }
        Long person = seat(poll, voter).map(PollVoter::person).orElse(null);
        CastResult counted = polls.cast(poll, voter, person == null ? 0 : person, choice, key, "hall")
                .await();
        return counted.stands() ? Optional.empty() : Optional.of(counted.refusal());
    }

    /** The line of the frozen roll. */
    public Optional<PollVoter> seat(Poll poll, long voter) {
        return PollStore.roll(db.plain(), poll.community(), poll.id()).stream()
                .filter(seat -> seat.voter() == voter)
                .findFirst();
    }

    /** What the recorder put into the ballot's form. @throws Refused with a sentence where that is no answer */
    public String answer(Poll poll, FormData form) {
        return AnswerForm.read(form, poll.slate());
    }

    /** Those who may still cast a ballot, by how the roll names them. */
    public List<PollVoter> waiting(Tx tx, Poll poll, String label, int most) {
        return PollStore.waiting(tx, poll, label, most);
    }
}
