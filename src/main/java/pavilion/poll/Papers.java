package pavilion.poll;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pavilion.audit.AuditStore;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.rules.Refused;

/**
 * Secret ballots on paper, for whoever came without a phone: given out by name, put in a box, counted by two people each on
 * their own. At the close they go among the others, and nothing says any more which were on paper.
 */
public final class Papers {
    private final Database db;
    private final Clock clock;
    private final AuditStore audit;
    private final Consumer<Poll> changed;

    Papers(Database db, Clock clock, AuditStore audit, Consumer<Poll> changed) {
        this.db = db;
        this.clock = clock;
        this.audit = audit;
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
            var before = PaperStore.issued(tx, poll, voter, key);
            if (before.isPresent()) {
                return before.get();
            }
            String fresh = Polling.receipt();
            if (!PaperStore.issue(tx, poll, voter, fresh, key)) {
                throw new Refused("poll.refused.paper-issue");
            }
            JsonObject act =
                    new JsonObject().put("ballots", new JsonArray().add(fresh)).put("paper", true);
            audit.append(tx, community, poll.chain(), "poll.ballots", post, act.encode(), clock.instant());
            return fresh;
        });
        tell(community, id);
        return receipt;
    }

    /**
     * Puts down what one person found in the box; counting again replaces it.
     *
     * @throws Refused if more were found than were given out
     */
    public void count(int community, long id, long person, String post, int yes, int no, int abstain, int spoiled) {
        db.run(tx -> {
            Poll poll = open(tx, community, id);
            long all = (long) yes + no + abstain + spoiled;
            int issued = PaperStore.issued(tx, poll);
            if (yes < 0 || no < 0 || abstain < 0 || spoiled < 0 || all > issued) {
                throw new Refused("poll.refused.paper-more", all, issued);
            }
            Instant now = clock.instant();
            PaperStore.put(tx, poll, new PaperStore.Found(person, yes, no, abstain, spoiled), now);
            // How many, never what: the chain is read by everybody.
            JsonObject act = new JsonObject().put("papers", all).put("spoiled", spoiled);
            audit.append(tx, community, poll.chain(), "poll.papers", post, act.encode(), now);
            PollStore.touch(tx, community, id);
        });
        tell(community, id);
    }

    private void tell(int community, long id) {
        PollStore.find(db.plain(), community, id).ifPresent(changed);
    }

    private static Poll open(Tx tx, int community, long id) {
        Poll poll = PollStore.lock(tx, community, id).orElseThrow(() -> new Refused("poll.refused.none"));
        if (!poll.open() || !poll.secret() || poll.slate() != null) {
            throw new Refused("poll.refused.paper-none");
        }
        return poll;
    }

    /**
     * How the papers stand.
     *
     * @param mine what this person found, null before; nobody sees what somebody else found
     */
    public record State(int issued, int counted, boolean agreed, PaperStore.@Nullable Found mine) {
        public boolean differs() {
            return counted > 1 && !agreed;
        }
    }

    public State state(Tx tx, Poll poll, long person) {
        List<PaperStore.Found> found = PaperStore.found(tx, poll);
        return new State(
                PaperStore.issued(tx, poll),
                found.size(),
                PaperStore.agreed(tx, poll).isPresent(),
                found.stream().filter(f -> f.person() == person).findFirst().orElse(null));
    }

    /**
     * Before the close: the papers go into the box.
     *
     * @return how many were given out, came back and were spoiled; empty where there were none
     * @throws Refused while two people have not found the same
     */
    static JsonObject drop(Tx tx, Poll poll) {
        int issued = PaperStore.issued(tx, poll);
        if (issued == 0) {
            return new JsonObject();
        }
        PaperStore.Found found =
                PaperStore.agreed(tx, poll).orElseThrow(() -> new Refused("poll.refused.papers", issued));
        PaperStore.drop(tx, poll, found);
        return new JsonObject()
                .put("issued", issued)
                .put("returned", found.valid() + found.spoiled())
                .put("spoiled", found.spoiled());
    }
}
