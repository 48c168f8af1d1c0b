package pavilion.poll;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import pavilion.audit.AuditStore;
import pavilion.db.Tx;
import pavilion.rules.Refused;

/** The last moment of a poll over days is put off, once, with a reason: what was cast stays, and nobody is cut off. */
public final class PollExtension {
    private final Clock clock;

    PollExtension(Clock clock) {
        this.clock = clock;
    }

    /**
     * The poll, locked.
     *
     * @throws Refused where it has no last moment of its own, or it has passed, or was put off before
     */
    public Poll locked(Tx tx, int community, long id) {
        Poll poll = PollStore.lock(tx, community, id).orElseThrow(() -> new Refused("poll.refused.none"));
        if (!poll.open() || poll.closesAt() == null || poll.over(clock.instant())) {
            throw new Refused("poll.refused.extend-over");
        }
        if (poll.schedule().extendedFrom() != null) {
            throw new Refused("poll.refused.extend-once");
        }
        return poll;
    }

    /**
     * @param poll as {@link #locked} gave it
     * @throws Refused where the new moment is not later
     */
    public void extend(Tx tx, Poll poll, Instant closesAt, String reason, String post) {
        Instant before = Objects.requireNonNull(poll.closesAt());
        if (!closesAt.isAfter(before)) {
            throw new Refused("poll.refused.extend-earlier");
        }
        PollStore.extend(tx, poll, closesAt, reason);
        String act = new JsonObject()
                .put("poll", poll.id())
                .put("before", before.toString())
                .put("closes", closesAt.toString())
                .put("reason", reason)
                .encode();
        AuditStore.append(tx, poll.community(), poll.chain(), "poll.extended", post, act, clock.instant());
        AuditStore.append(tx, poll.community(), poll.matterChain(), "poll.extended", post, act, clock.instant());
    }
}
