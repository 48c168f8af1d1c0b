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
 * Ballots returned on paper in a named poll over days, by voters without a phone. Two people type each in, on their own: once both
 * typed the same it is a ballot like the others. Nobody who types is shown what the other typed. Each step is an act of the
 * poll's chain that names the post, and nothing of the answer.
 */
public final class PaperEntries {
    private static final int TWO = 2;

    private final Database db;
    private final Clock clock;
    private final BallotBoxes boxes;
    private final Consumer<Poll> changed;

    PaperEntries(Database db, Clock clock, BallotBoxes boxes, Consumer<Poll> changed) {
        this.db = db;
        this.clock = clock;
        this.boxes = boxes;
        this.changed = changed;
    }

    /**
     * What one person reads off a paper; the same form sent twice is one. For a paper that is in the box it begins a correction,
     * which stands once a second person typed the same.
     *
     * @throws Refused in a session, where the poll is secret or over, and where the voter is not on the roll or cast by phone; a
     *     paper that nobody typed before is refused after the last moment of the poll
     */
    public void type(Poll poll, long voter, String answer, long person, String post, String key) {
        String choice = Choice.checked(poll.optionSet(), answer);
        change(poll, (tx, open) -> {
            if (AssistedBallotStore.taken(tx, open, voter, key)) {
                return;
            }
            requireTakes(tx, open, voter);
            PaperEntryStore.put(tx, open, voter, person, post, choice, clock.instant());
            List<String> typed = PaperEntryStore.choices(tx, open, voter);
            if (typed.size() >= TWO && typed.get(0).equals(typed.get(1))) {
                PaperEntryStore.settle(tx, open, voter);
                intoBox(
                        tx,
                        open,
                        new SubmittedBallot(voter, 0, choice, key, ReceiptCode.fresh(), BallotChannel.PAPER),
                        post);
            } else {
                entry(tx, open, post, typed.size() == 1 ? "first" : "differs");
            }
        });
    }

    private void requireTakes(Tx tx, Poll poll, long voter) {
        if (PollStore.roll(tx, poll.community(), poll.id()).stream().noneMatch(each -> each.voter() == voter)) {
            throw new Refused("poll.why.not-entitled");
        }
        Optional<String> channel = PaperEntryStore.channel(tx, poll, voter);
        if (channel.isPresent() && !channel.get().equals(BallotChannel.PAPER.stored())) {
            throw new Refused("poll.refused.paper-phone");
        }
        if (PaperEntryStore.choices(tx, poll, voter).isEmpty() && over(poll)) {
            throw new Refused("poll.refused.late");
        }
    }

    private void intoBox(Tx tx, Poll poll, SubmittedBallot ballot, String post) {
        boolean fresh = AssistedBallotStore.enter(tx, poll, ballot, clock.instant());
        String receipt = fresh
                ? ballot.receipt()
                : AssistedBallotStore.correct(tx, poll, ballot)
                        .orElseThrow(() -> new Refused("poll.refused.paper-phone"));
        JsonObject payload = new JsonObject()
                .put("ballots", new JsonArray().add(receipt))
                .put("typed", fresh ? "entered" : "corrected");
        act(tx, poll, "poll.ballots", post, payload);
    }

    /** Takes back what this person typed, for the wrong voter for example. @throws Refused where they typed nothing */
    public void withdraw(Poll poll, long voter, long person, String post) {
        change(poll, (tx, open) -> {
            if (!PaperEntryStore.withdraw(tx, open, voter, person)) {
                throw new Refused("poll.refused.paper-not-mine");
            }
            entry(tx, open, post, "withdrawn");
        });
    }

    /** Those that two people have not typed in the same way, with what this person has to do with them. */
    List<PaperEntry> waiting(Tx tx, Poll poll, long person) {
        return PaperEntryStore.waiting(tx, poll, person);
    }

    /** Those whose papers are in the box, without what stands on them. */
    List<PollVoter> entered(Tx tx, Poll poll) {
        return AssistedBallotStore.entered(tx, poll, BallotChannel.PAPER);
    }

    /** Before the count. @throws Refused while a paper was typed in by one person only, or differently by two */
    static void requireSettled(Tx tx, Poll poll) {
        int waiting = PaperEntryStore.waiting(tx, poll, 0).size();
        if (waiting > 0) {
            throw new Refused("poll.refused.papers-typed", waiting);
        }
    }

    /** Whether papers of this poll are typed in: in a session they are spoken instead, and in a secret poll put into a box. */
    boolean takes(Poll poll) {
        return poll.session() == null && boxes.of(poll).takesBallotsByName();
    }

    /** Whether papers that nobody typed before come too late. */
    boolean over(Poll poll) {
        return poll.over(clock.instant());
    }

    private interface Change {
        void on(Tx tx, Poll open);
    }

    private void change(Poll known, Change change) {
        Poll after = db.transact(tx -> {
            Poll poll = PollStore.lock(tx, known.community(), known.id())
                    .orElseThrow(() -> new Refused("poll.refused.none"));
            if (!takes(poll)) {
                throw new Refused("poll.refused.paper-typed-none");
            }
            if (!poll.open()) {
                throw new Refused("poll.refused.late");
            }
            change.on(tx, poll);
            PollStore.touch(tx, poll.community(), poll.id());
            return PollStore.find(tx, poll.community(), poll.id()).orElseThrow();
        });
        changed.accept(after);
    }

    private void entry(Tx tx, Poll poll, String post, String what) {
        act(tx, poll, "poll.paper-entry", post, new JsonObject().put("entry", what));
    }

    private void act(Tx tx, Poll poll, String act, String post, JsonObject payload) {
        Instant now = clock.instant();
        AuditStore.append(tx, poll.community(), poll.chain(), act, post, payload.encode(), now);
    }
}
