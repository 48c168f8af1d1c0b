package pavilion.poll;

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
 * Raised hands, or papers from a box: two people count, each on their own, and only when both saw the same is there a
 * result. Nobody who counts is shown what the other counted.
 */
public final class ManualCounts {
    private final Database db;
    private final Clock clock;
    private final Consumer<Poll> changed;

    ManualCounts(Database db, Clock clock, Consumer<Poll> changed) {
        this.db = db;
        this.clock = clock;
        this.changed = changed;
    }

    /**
     * Puts down what one person counted; counting again replaces it.
     *
     * @param spoiled papers that say nothing; hands are never spoiled
     * @throws Refused if the poll is not open for it, or more were counted than there can be
     */
    public void count(int community, long id, long person, String post, int yes, int no, int abstain, int spoiled) {
        Poll poll = db.transact(tx -> {
            Poll asked = PollStore.lock(tx, community, id).orElseThrow(() -> new Refused("poll.refused.none"));
            if (!asked.open() || !(asked.ask().byHands() || asked.takesPapers())) {
                throw new Refused("poll.refused.not-open");
            }
            boolean hands = asked.ask().byHands();
            var seen = new ManualCountStore.Seen(person, post, yes, no, abstain, hands ? 0 : spoiled);
            int most = most(tx, asked);
            if (!seen.possible() || seen.all() > most) {
                throw new Refused(hands ? "poll.refused.hands-more" : "poll.refused.paper-more", seen.all(), most);
            }
            Instant now = clock.instant();
            ManualCountStore.put(tx, asked, seen, now);
            // Of papers how many, never what: the chain is read by everybody, and a secret box may hold a single one.
            JsonObject act = hands
                    ? new JsonObject().put("yes", yes).put("no", no).put("abstain", abstain)
                    : new JsonObject().put("papers", seen.all()).put("spoiled", spoiled);
            AuditStore.append(
                    tx, community, asked.chain(), hands ? "poll.hands" : "poll.papers", post, act.encode(), now);
            PollStore.touch(tx, community, id);
            return asked;
        });
        changed.accept(poll);
    }

    private static int most(Tx tx, Poll poll) {
        return poll.ask().byHands() ? poll.mayCast() : PaperBallotStore.issued(tx, poll);
    }

    /**
     * How the counting stands, without the others' figures.
     *
     * @param most hands or papers that there can be
     * @param mine what this person counted, null before
     */
    public record State(int most, int counted, boolean agreed, ManualCountStore.@Nullable Seen mine) {
        public boolean differs() {
            return counted > 1 && !agreed;
        }
    }

    public State state(Tx tx, Poll poll, long person) {
        List<ManualCountStore.Seen> seen = ManualCountStore.seen(tx, poll);
        return new State(
                most(tx, poll),
                seen.size(),
                ManualCountStore.agreed(seen).isPresent(),
                seen.stream().filter(s -> s.person() == person).findFirst().orElse(null));
    }
}
