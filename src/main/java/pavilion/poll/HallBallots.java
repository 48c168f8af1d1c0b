package pavilion.poll;

import java.util.List;
import java.util.Optional;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.rules.Refusal;

/** Ballots of those who came to the hall without a phone. */
public final class HallBallots {
    private final Database db;
    private final Polling polling;

    public HallBallots(Database db, Polling polling) {
        this.db = db;
        this.polling = polling;
    }

    /**
     * A ballot that somebody without a phone gives to the recorder in the hall, by name; assisted, and marked so.
     *
     * @return why it was not taken, empty when it stands
     */
    public Optional<Refusal> castInHall(Poll poll, long voter, String choice, String key) {
        int index = Choice.KEYS.indexOf(choice);
        if (poll.secret() || index < 0) {
            return Optional.of(Refusal.of(poll.secret() ? "poll.refused.hall-secret" : "poll.refused.choose"));
        }
        Long person = PollStore.roll(db.plain(), poll.community(), poll.id()).stream()
                .filter(seat -> seat.voter() == voter)
                .findFirst()
                .map(Seat::person)
                .orElse(null);
        Counted counted = polling.cast(poll, voter, person == null ? 0 : person, Choice.values()[index], key, "hall")
                .await();
        return counted.stands() ? Optional.empty() : Optional.of(counted.refusal());
    }

    /** Those who may still cast a ballot, by how the roll names them. */
    public List<Seat> waiting(Tx tx, Poll poll, String label, int most) {
        return PollStore.waiting(tx, poll, label, most);
    }
}
