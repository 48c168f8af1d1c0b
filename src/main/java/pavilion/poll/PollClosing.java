package pavilion.poll;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pavilion.audit.AuditStore;
import pavilion.audit.ExportedPoll;
import pavilion.audit.PublishedBallot;
import pavilion.audit.Receipts;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.rules.Electorate;
import pavilion.rules.Outcome;
import pavilion.rules.Refused;
import pavilion.rules.Rule;
import pavilion.rules.Tally;
import pavilion.rules.method.OptionSetResult;
import pavilion.text.CommunityTime;

/** Ends a poll: counted, decided and told to its listener in one transaction, or stopped without a result. */
public final class PollClosing {
    private static final Logger LOG = LoggerFactory.getLogger(PollClosing.class);
    private static final int TOLD = 1_000;

    private final Database db;
    private final Clock clock;
    private final Polls polls;
    private final Cache<Long, Boolean> told =
            Caffeine.newBuilder().maximumSize(TOLD).build();
    private final Map<Question.Purpose, PollListener> listeners = new EnumMap<>(Question.Purpose.class);
    private final Consumer<Poll> changed;
    private final CountSignatures signatures;
    private final BoxRewrites rewrites;

    PollClosing(Database db, Clock clock, Polls polls, PollListener decides, Consumer<Poll> changed) {
        this.db = db;
        this.clock = clock;
        this.polls = polls;
        this.listeners.put(Question.Purpose.DECIDES, decides);
        this.changed = changed;
        this.signatures = new CountSignatures(db, clock, decides, changed);
        this.rewrites = new BoxRewrites(db);
    }

    void concludes(Question.Purpose purpose, PollListener listener) {
        listeners.put(purpose, listener);
    }

    void requireListeners() {
        for (Question.Purpose purpose : Question.Purpose.values()) {
            if (!listeners.containsKey(purpose)) {
                throw new IllegalStateException("nobody is told what comes out of a poll of purpose " + purpose);
            }
        }
    }

    /**
     * Ballots that were acknowledged are in the count, later ones are refused.
     *
     * @param minority what those who did not agree want printed beside the result
     */
    public Poll close(int community, long id, @Nullable Long person, String post, String minority) {
        return end(tx -> close(tx, community, id, person, post, minority));
    }

    private Poll end(Function<Tx, Poll> act) {
        Poll ended = db.transact(act::apply);
        rewrites.soon();
        changed.accept(ended);
        return ended;
    }

    Poll close(Tx tx, int community, long id, @Nullable Long person, String post, String minority) {
        Poll poll = open(tx, community, id);
        Instant now = after(poll);
        requireOver(poll, now);
        BallotBox ballotBox = polls.box(poll);
        JsonObject tallyJson = ballotBox.seal(tx, poll);
        if (!poll.question().byHands()) {
            ballotBox.ways(tx, poll).store(tallyJson);
        }
        List<PublishedBallot> ballots = ballotBox.published(tx, poll);
        Rule rule = polls.rule(poll);
        Electorate electorate = Polls.electorate(rule, PollStore.roll(tx, community, id));
        JsonObject opened = polls.opened(poll, electorate, poll.present());
        Receipts receipts = BallotReconciliation.require(tx, poll, ballotBox, ballots, tallyJson, opened);
        tallyJson.getMap().putAll(count(tx, poll, tallyJson).toMap());
        Outcome outcome = ExportedPoll.decide(rule, poll.optionSet(), tallyJson, electorate.totals(), poll.present());
        String box = PublishedBallot.seal(ballots);
        PollStore.close(tx, community, id, now, tallyJson, new JsonObject(outcome.toMap()), box);
        JsonObject act = new JsonObject()
                .put("poll", id)
                .put("tally", tallyJson)
                .put("passed", outcome.passed())
                .put("quorate", outcome.quorate())
                .put("receipts", receipts.toJson())
                .put("box_sha256", box);
        AuditStore.append(tx, community, poll.chain(), "poll.closed", post, act.encode(), now);
        // The matter's own chain vouches for the poll's: one printed hash then covers both.
        act.put("poll_chain", AuditStore.head(tx, community, poll.chain()));
        AuditStore.append(tx, community, poll.matterChain(), "poll.closed", post, act.encode(), now);
        Poll closed = polls.find(tx, community, id).orElseThrow();
        PollListener listener = listeners.get(closed.question().purpose());
        if (listener.toBeSigned(tx, closed, person, post)) {
            CountSignatures.await(tx, closed, minority, post, now);
        } else {
            listener.concluded(tx, closed, outcome, person, post, minority);
        }
        return closed;
    }

    /** @param stored what everybody will read is put in here, once */
    private Tally count(Tx tx, Poll poll, JsonObject stored) {
        if (poll.question().byHands()) {
            List<ManualCount> counts = ManualCountStore.of(tx, poll);
            ManualCount agreed = ManualCount.agreed(counts).orElseThrow(() -> new Refused("poll.refused.hands"));
            stored.put("hands", ManualCount.byPost(counts));
            return Tally.of(agreed.yes(), agreed.no(), agreed.abstain());
        }
        if (poll.optionSet() != null) {
            OptionSetResult picked =
                    poll.optionSet().count(polls.box(poll).piles(tx, poll), String.valueOf(poll.electorateSha()));
            stored.put("plans", new JsonObject(picked.toMap()));
            return picked.tally();
        }
        return yesOrNo(tx, poll);
    }

    private Tally yesOrNo(Tx tx, Poll poll) {
        long[] heads = new long[3];
        long[] area = new long[3];
        polls.box(poll).piles(tx, poll).forEach(pile -> {
            int at = Choice.KEYS.indexOf(pile.choice());
            heads[at] = pile.heads();
            area[at] = pile.areaC();
        });
        return new Tally(heads[0], heads[1], heads[2], area[0], area[1], area[2]);
    }

    /** The signatures under a count whose outcome is told only once it is signed. */
    public CountSignatures signatures() {
        return signatures;
    }

    /** What is left of secret polls that are over. */
    public BoxRewrites rewrites() {
        return rewrites;
    }

    /** Stops a poll without a result; the reason stays on the chain, and the question may be put again. */
    public Poll cancel(int community, long id, String post, String reason) {
        return end(tx -> {
            Poll poll = open(tx, community, id);
            polls.box(poll).stop(tx, poll);
            listeners.get(poll.question().purpose()).stopped(tx, poll);
            return voided(tx, poll, post, reason);
        });
    }

    /**
     * Makes a poll void that was counted: its ballots and its count stay where they are, what it concluded is taken back.
     *
     * @param inTime throws where it is too late
     */
    public Poll annul(int community, long id, Consumer<Tx> inTime, @Nullable Long person, String post, String reason) {
        return end(tx -> {
            inTime.accept(tx);
            Poll poll = PollStore.lock(tx, community, id)
                    .filter(Poll::closed)
                    .orElseThrow(() -> new Refused("poll.refused.none"));
            listeners.get(poll.question().purpose()).annulled(tx, poll, person, post, reason);
            return voided(tx, poll, post, reason);
        });
    }

    private Poll voided(Tx tx, Poll poll, String post, String reason) {
        Instant now = after(poll);
        PollStore.annul(tx, poll.community(), poll.id(), new Annulment(reason, now, post));
        JsonObject act = new JsonObject().put("poll", poll.id()).put("reason", reason);
        AuditStore.append(tx, poll.community(), poll.chain(), "poll.void", post, act.encode(), now);
        AuditStore.append(tx, poll.community(), poll.matterChain(), "poll.void", post, act.encode(), now);
        return polls.find(tx, poll.community(), poll.id()).orElseThrow();
    }

    /** Now; where the computer's clock was set back meanwhile, when the poll was opened or closed. */
    private Instant after(Poll poll) {
        return Stream.of(clock.instant(), poll.openedAt(), poll.closedAt())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Whoever was told a last moment may count on it, and its least days are the law's: such a poll is ended by the clock alone. */
    private static void requireOver(Poll poll, Instant now) {
        Instant closes = poll.closesAt();
        if (closes != null && now.isBefore(closes)) {
            LocalDateTime local = LocalDateTime.ofInstant(closes, CommunityTime.ZONE);
            throw new Refused(
                    "poll.refused.runs",
                    local.toLocalDate().toString(),
                    local.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString());
        }
    }

    private static Poll open(Tx tx, int community, long id) {
        Poll poll = PollStore.lock(tx, community, id).orElseThrow(() -> new Refused("poll.refused.none"));
        if (!poll.open()) {
            throw new Refused("poll.refused.not-open");
        }
        return poll;
    }

    /** The projector shows the result from now on; asked again nothing changes. */
    public void show(int community, long id) {
        boolean shown = db.transact(tx -> PollStore.show(tx, community, id));
        if (shown) {
            changed.accept(polls.find(db.plain(), community, id).orElseThrow());
        }
    }

    /** Closes what is due by the clock; several servers may try, one does each. */
    public void closeDue() {
        List<Poll> due = db.transact(tx -> PollStore.due(tx, clock.instant()));
        for (Poll poll : due) {
            try {
                close(poll.community(), poll.id(), null, Actor.SERVER.post(), "");
            } catch (Refused no) {
                // Closed meanwhile, or two people have not counted the papers yet; what a person must look into is told
                // once.
                if (BallotReconciliation.REFUSALS.contains(no.refusal().key())
                        && told.asMap().putIfAbsent(poll.id(), true) == null) {
                    LOG.warn("a poll that is due stays open: its ballots and its record do not agree");
                }
            }
        }
    }
}
