package pavilion.poll;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.function.Consumer;
import pavilion.audit.AuditStore;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.rules.Refused;

/**
 * Secret ballots on paper, for voters who came without a phone: given out by name, put in a box, counted by two people.
 * At the close they go among the others, and from then on nothing says which were on paper.
 */
public final class PaperBallots {
    private final Database db;
    private final Clock clock;
    private final BallotBoxes boxes;
    private final Consumer<Poll> changed;

    PaperBallots(Database db, Clock clock, BallotBoxes boxes, Consumer<Poll> changed) {
        this.db = db;
        this.clock = clock;
        this.boxes = boxes;
        this.changed = changed;
    }

    /**
     * Gives a paper ballot to a voter, who thereby has taken part; the same form sent twice gives one.
     *
     * @return the receipt to be handed out with it
     * @throws Refused if the poll is not open, not secret, or the voter is not present or has taken part
     */
    public String issue(int community, long id, long voter, String post, String key) {
        String receipt = db.transact(tx -> {
            Poll poll = open(tx, community, id);
            var before = PaperBallotStore.issued(tx, poll, voter, key);
            if (before.isPresent()) {
                return before.get();
            }
            String fresh = ReceiptCode.fresh();
            if (poll.over(clock.instant())) {
                throw new Refused("poll.refused.late");
            }
            if (!PaperBallotStore.issue(tx, poll, voter, fresh, key)) {
                throw new Refused("poll.refused.paper-issue");
            }
            JsonObject act =
                    new JsonObject().put("ballots", new JsonArray().add(fresh)).put("paper", true);
            AuditStore.append(tx, community, poll.chain(), "poll.ballots", post, act.encode(), clock.instant());
            return fresh;
        });
        tell(community, id);
        return receipt;
    }

    /** The receipt that was handed out with a paper ballot; empty where none was. */
    public String receipt(Poll poll, long voter) {
        return PaperBallotStore.receipt(db.plain(), poll, voter).orElse("");
    }

    private void tell(int community, long id) {
        PollStore.find(db.plain(), community, id).ifPresent(changed);
    }

    private Poll open(Tx tx, int community, long id) {
        Poll poll = PollStore.lock(tx, community, id).orElseThrow(() -> new Refused("poll.refused.none"));
        if (!poll.open() || !boxes.of(poll).takesPaper(poll)) {
            throw new Refused("poll.refused.paper-none");
        }
        return poll;
    }

    /**
     * Before the close: what two people found on paper goes among the other ballots.
     *
     * @return how many were given out, came back and were spoiled; empty where there were none
     * @throws Refused while two people have not found the same
     */
    static JsonObject addToBox(Tx tx, Poll poll) {
        int issued = PaperBallotStore.issued(tx, poll);
        if (issued == 0) {
            return new JsonObject();
        }
        ManualCount found = ManualCount.agreed(ManualCountStore.of(tx, poll))
                .orElseThrow(() -> new Refused("poll.refused.papers", issued));
        PaperBallotStore.addToBox(tx, poll, found);
        // What was on paper alone is known nowhere any more.
        ManualCountStore.clear(tx, poll);
        return new JsonObject()
                .put("issued", issued)
                .put("returned", found.all())
                .put("spoiled", found.spoiled());
    }
}
