package pavilion.poll;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import pavilion.audit.AuditStore;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.rules.Outcome;
import pavilion.rules.Refused;

/** A count that is signed by those who watch it: only then what it means is told. The figures stay as they were stored. */
public final class CountSignatures {
    private final Database db;
    private final Clock clock;
    private final PollListener decides;
    private final Consumer<Poll> changed;

    CountSignatures(Database db, Clock clock, PollListener decides, Consumer<Poll> changed) {
        this.db = db;
        this.clock = clock;
        this.decides = decides;
        this.changed = changed;
    }

    /** From now on the count of this poll waits for signatures. */
    static void await(Tx tx, Poll poll, String minority, String post, Instant now) {
        CountSignatureStore.await(tx, poll, minority);
        act(tx, poll, "poll.unsigned", post, new JsonObject().put("poll", poll.id()), now);
    }

    /**
     * Signs the stored count, or objects to it; the last signature that is needed publishes the outcome.
     *
     * @param reason what is wrong; empty: nothing is
     * @throws Refused where this count waits for no signature, or this person signed it before
     */
    public void sign(int community, long id, Actor by, String reason) {
        Poll signed = db.transact(tx -> {
            Poll poll = PollStore.lock(tx, community, id)
                    .filter(each -> waits(tx, each))
                    .orElseThrow(() -> new Refused("poll.refused.sign.not-now"));
            long person = Objects.requireNonNull(by.person());
            if (CountSignatureStore.of(tx, poll).stream().anyMatch(each -> each.agrees() && each.person() == person)) {
                throw new Refused("poll.refused.sign.twice");
            }
            record(tx, poll, new CountSignature(person, by.post(), reason.isEmpty(), reason, clock.instant()));
            return poll;
        });
        changed.accept(signed);
    }

    private void record(Tx tx, Poll poll, CountSignature made) {
        long lifts = CountSignatureStore.of(tx, poll).stream()
                .filter(each -> each.person() == made.person())
                .count();
        CountSignatureStore.add(tx, poll, made);
        JsonObject payload = new JsonObject().put("poll", poll.id()).put("box_sha256", poll.boxSha());
        act(
                tx,
                poll,
                made.agrees() ? "poll.signed" : "poll.objected",
                made.post(),
                made.agrees() ? payload.put("lifts", lifts) : payload.put("reason", made.reason()),
                made.at());
        if (CountSignature.complete(CountSignatureStore.of(tx, poll))) {
            Outcome outcome =
                    Outcome.fromMap(Objects.requireNonNull(poll.outcome()).getMap());
            String minority = CountSignatureStore.minority(tx, poll).orElseThrow();
            decides.concluded(tx, poll, outcome, made.person(), made.post(), minority);
        }
    }

    private static void act(Tx tx, Poll poll, String act, String post, JsonObject payload, Instant now) {
        AuditStore.append(tx, poll.community(), poll.matterChain(), act, post, payload.encode(), now);
    }

    /** Whether it was counted and what it means is not told before it is signed. */
    public boolean waits(Tx tx, Poll poll) {
        return poll.closed()
                && CountSignatureStore.minority(tx, poll).isPresent()
                && !CountSignature.complete(CountSignatureStore.of(tx, poll));
    }

    /** @throws Refused unless the count waits for signatures and somebody says that it is wrong */
    public void requireObjected(Tx tx, int community, long id) {
        Poll poll = PollStore.lock(tx, community, id)
                .filter(each -> waits(tx, each))
                .orElseThrow(() -> new Refused("poll.refused.stands"));
        if (!CountSignature.objected(CountSignatureStore.of(tx, poll))) {
            throw new Refused("poll.refused.sign.no-objection");
        }
    }

    /** What is shown of it; empty where the count of this poll needs no signature. */
    public Optional<CountSignaturesView> view(Tx tx, Poll poll) {
        if (CountSignatureStore.minority(tx, poll).isEmpty()) {
            return Optional.empty();
        }
        List<CountSignature> all = CountSignatureStore.of(tx, poll);
        return Optional.of(new CountSignaturesView(
                all.stream()
                        .map(each -> new CountSignaturesView.Line(
                                each.person(), each.post(), each.agrees(), each.reason(), each.at()))
                        .toList(),
                poll.closed() && !CountSignature.complete(all),
                CountSignature.objected(all)));
    }
}
