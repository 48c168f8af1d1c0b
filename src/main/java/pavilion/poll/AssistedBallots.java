package pavilion.poll;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import pavilion.audit.AuditStore;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.rules.Refused;

/**
 * Ballots that the recorder of a session enters for voters who came without a phone. Only in a hall: a poll over days has
 * none. Each is an act of the poll's chain that names the post which entered it, and may be corrected while the poll is open.
 */
public final class AssistedBallots {
    private final Database db;
    private final Clock clock;
    private final BallotBoxes boxes;
    private final Consumer<Poll> changed;

    AssistedBallots(Database db, Clock clock, BallotBoxes boxes, Consumer<Poll> changed) {
        this.db = db;
        this.clock = clock;
        this.boxes = boxes;
        this.changed = changed;
    }

    /**
     * A ballot that a voter who is present gives to the recorder by name; the same form sent twice is one.
     *
     * @throws Refused without a session, where the poll is secret or over, or the voter is not present or has voted
     */
    public void enter(Poll poll, long voter, String answer, String key, String post) {
        write(poll, voter, answer, key, post, false);
    }

    /** Another answer in place of the one that was entered. @throws Refused as above, and where none was entered */
    public void correct(Poll poll, long voter, String answer, String key, String post) {
        write(poll, voter, answer, key, post, true);
    }

    private void write(Poll poll, long voter, String answer, String key, String post, boolean again) {
        String choice = Choice.checked(poll.optionSet(), answer);
        Poll written = db.transact(tx -> {
            Poll open = open(tx, poll);
            if (AssistedBallotStore.taken(tx, open, voter, key)) {
                return open;
            }
            Instant now = clock.instant();
            SubmittedBallot ballot =
                    new SubmittedBallot(voter, 0, choice, key, ReceiptCode.fresh(), BallotChannel.HALL);
            String receipt = again ? corrected(tx, open, ballot) : entered(tx, open, ballot, now);
            JsonObject act = new JsonObject()
                    .put("ballots", new JsonArray().add(receipt))
                    .put("assisted", again ? "corrected" : "entered");
            AuditStore.append(tx, open.community(), open.chain(), "poll.ballots", post, act.encode(), now);
            return PollStore.find(tx, open.community(), open.id()).orElseThrow();
        });
        changed.accept(written);
    }

    private static String entered(Tx tx, Poll poll, SubmittedBallot ballot, Instant now) {
        if (!AssistedBallotStore.enter(tx, poll, ballot, now)) {
            PollVoter voter = PollStore.roll(tx, poll.community(), poll.id()).stream()
                    .filter(each -> each.voter() == ballot.voter())
                    .findFirst()
                    .orElseThrow(() -> new Refused("poll.why.not-entitled"));
            throw new Refused(
                    voter.left() ? "poll.why.left" : voter.present() ? "poll.why.cast" : "poll.why.not-present");
        }
        return ballot.receipt();
    }

    private static String corrected(Tx tx, Poll poll, SubmittedBallot ballot) {
        String receipt = AssistedBallotStore.correct(tx, poll, ballot)
                .orElseThrow(() -> new Refused("poll.refused.not-assisted"));
        PollStore.touch(tx, poll.community(), poll.id());
        return receipt;
    }

    private Poll open(Tx tx, Poll known) {
        Poll poll =
                PollStore.lock(tx, known.community(), known.id()).orElseThrow(() -> new Refused("poll.refused.none"));
        requireHall(poll);
        return poll;
    }

    /** A session is not closed, paused or left while a poll of it is open: an open poll of a session has its hall. */
    void requireHall(Poll poll) {
        if (poll.session() == null) {
            throw new Refused("poll.refused.no-hall");
        }
        if (!takesBallotsByName(poll)) {
            throw new Refused("poll.refused.hall-secret");
        }
        if (!poll.open() || poll.question().byHands()) {
            throw new Refused("poll.refused.late");
        }
    }

    /** False where the secrecy of the poll forbids it: a paper ballot is given out instead. */
    public boolean takesBallotsByName(Poll poll) {
        return boxes.of(poll).takesBallotsByName();
    }

    /** The voter on the frozen roll. */
    Optional<PollVoter> voter(Poll poll, long voter) {
        return PollStore.roll(db.plain(), poll.community(), poll.id()).stream()
                .filter(each -> each.voter() == voter)
                .findFirst();
    }

    /** Those who may still cast a ballot and whose label contains {@code label}. */
    List<PollVoter> waiting(Tx tx, Poll poll, String label, int most) {
        return PollStore.waiting(tx, poll, label, most);
    }

    /** Those whose ballots were entered, without what they chose. */
    List<PollVoter> entered(Tx tx, Poll poll) {
        return AssistedBallotStore.entered(tx, poll, BallotChannel.HALL);
    }
}
