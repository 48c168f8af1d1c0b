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
 * Raised hands, or papers from a box: two people count, each on their own, and only when both counted the same is there a
 * result. Nobody who counts is shown what the other counted.
 */
public final class ManualCounts {
    private final Database db;
    private final Clock clock;
    private final BallotBoxes boxes;
    private final Consumer<Poll> changed;

    ManualCounts(Database db, Clock clock, BallotBoxes boxes, Consumer<Poll> changed) {
        this.db = db;
        this.clock = clock;
        this.boxes = boxes;
        this.changed = changed;
    }

    /**
     * Records what one person counted; counting again replaces it.
     *
     * @param spoiled papers that say nothing; hands are never spoiled
     * @throws Refused if the poll is not open for it, or more were counted than there can be
     */
    public void count(int community, long id, long person, String post, int yes, int no, int abstain, int spoiled) {
        Poll poll = db.transact(tx -> {
            Poll asked = PollStore.lock(tx, community, id).orElseThrow(() -> new Refused("poll.refused.none"));
            boolean hands = asked.question().byHands();
            if (!asked.open() || !(hands || boxes.of(asked).takesPaper(asked))) {
                throw new Refused("poll.refused.not-open");
            }
            if (asked.closesAt() != null && !asked.over(clock.instant())) {
                throw new Refused("poll.refused.papers-early");
            }
            var count = new ManualCount(person, post, yes, no, abstain, hands ? 0 : spoiled);
            int most = most(tx, asked);
            if (!count.possible() || count.all() > most) {
                throw new Refused(hands ? "poll.refused.hands-more" : "poll.refused.paper-more", count.all(), most);
            }
            Instant now = clock.instant();
            ManualCountStore.put(tx, asked, count, now);
            // Of papers how many, never what: the chain is read by everybody, and a secret box may hold a single one.
            JsonObject act = hands
                    ? new JsonObject().put("yes", yes).put("no", no).put("abstain", abstain)
                    : new JsonObject().put("papers", count.all()).put("spoiled", spoiled);
            AuditStore.append(
                    tx, community, asked.chain(), hands ? "poll.hands" : "poll.papers", post, act.encode(), now);
            PollStore.touch(tx, community, id);
            return asked;
        });
        changed.accept(poll);
    }

    private static int most(Tx tx, Poll poll) {
        return poll.question().byHands() ? poll.turnout().mayCast() : PaperBallotStore.issued(tx, poll);
    }

    /**
     * How the counting stands, without the others' figures.
     *
     * @param most hands or papers that there can be
     * @param mine what this person counted, null before
     */
    public record CountState(
            int most, int counted, boolean agreed, @Nullable ManualCount mine) {
        public boolean differs() {
            return counted > 1 && !agreed;
        }
    }

    public CountState state(Tx tx, Poll poll, long person) {
        List<ManualCount> counts = ManualCountStore.of(tx, poll);
        return new CountState(
                most(tx, poll),
                counts.size(),
                ManualCount.agreed(counts).isPresent(),
                counts.stream()
                        .filter(each -> each.person() == person)
                        .findFirst()
                        .orElse(null));
    }
}
