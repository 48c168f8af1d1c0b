package pavilion.poll;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import pavilion.audit.AuditStore;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.rules.Refused;

/** Raised hands: two people count, each on their own, and only when both saw the same is there a result. */
public final class Hands {
    private final Database db;
    private final Clock clock;
    private final AuditStore audit;
    private final Consumer<Poll> changed;

    Hands(Database db, Clock clock, AuditStore audit, Consumer<Poll> changed) {
        this.db = db;
        this.clock = clock;
        this.audit = audit;
        this.changed = changed;
    }

    /**
     * Puts down what one person counted; counting again replaces it.
     *
     * @throws Refused if the poll is not open for hands, or there are more hands than voters present
     */
    public void count(int community, long id, long person, String post, int yes, int no, int abstain) {
        Poll poll = db.transact(tx -> {
            Poll asked = PollStore.lock(tx, community, id).orElseThrow(() -> new Refused("poll.refused.none"));
            if (!asked.open() || !asked.ask().byHands()) {
                throw new Refused("poll.refused.not-open");
            }
            long all = (long) yes + no + abstain;
            if (yes < 0 || no < 0 || abstain < 0 || all > asked.mayCast()) {
                throw new Refused("poll.refused.hands-more", all, asked.mayCast());
            }
            Instant now = clock.instant();
            HandStore.put(tx, asked, new HandStore.Seen(person, post, yes, no, abstain), now);
            JsonObject act = new JsonObject().put("yes", yes).put("no", no).put("abstain", abstain);
            audit.append(tx, community, asked.chain(), "poll.hands", post, act.encode(), now);
            PollStore.touch(tx, community, id);
            return asked;
        });
        changed.accept(poll);
    }

    /**
     * How the counting stands, without the figures: whoever counts second must not see the first count.
     *
     * @param mine what this person counted, null before
     */
    public record State(int counted, boolean agreed, HandStore.@org.jspecify.annotations.Nullable Seen mine) {
        public boolean differs() {
            return counted > 1 && !agreed;
        }
    }

    public State state(Tx tx, Poll poll, long person) {
        List<HandStore.Seen> seen = HandStore.seen(tx, poll);
        return new State(
                seen.size(),
                HandStore.agreed(tx, poll).isPresent(),
                seen.stream().filter(s -> s.person() == person).findFirst().orElse(null));
    }
}
