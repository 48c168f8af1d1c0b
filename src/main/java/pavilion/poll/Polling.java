package pavilion.poll;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pavilion.audit.AuditStore;
import pavilion.audit.Sheet;
import pavilion.catalogue.RuleBook;
import pavilion.charter.Charter;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.rules.Electorate;
import pavilion.rules.ElectorateKind;
import pavilion.rules.Entitlement;
import pavilion.rules.Figures;
import pavilion.rules.Measure;
import pavilion.rules.Outcome;
import pavilion.rules.Refused;
import pavilion.rules.Rule;
import pavilion.rules.Tally;
import pavilion.web.Stop;
import pavilion.web.Templates;

/** Puts the question, takes the ballots, counts them. Every decision is one transaction; whoever looks on is told after it. */
public final class Polling {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int RECEIPT = 12;

    private final Database db;
    private final Clock clock;
    private final Charter charter;
    private final AuditStore audit;
    private final Conclusion conclusion;
    private final Consumer<Poll> changed;
    private final BallotIntake intake;
    // A poll's community, matter and secrecy never change after its draft, so the intake needs no query to know them.
    private final Map<Long, Poll> known = new ConcurrentHashMap<>();

    /** @param changed told after every commit that changed a poll, so that its room can hear of it */
    public Polling(
            Database db, Clock clock, RuleBook rules, AuditStore audit, Conclusion conclusion, Consumer<Poll> changed) {
        this.db = db;
        this.clock = clock;
        this.charter = new Charter(db, rules, audit);
        this.audit = audit;
        this.conclusion = conclusion;
        this.changed = changed;
        this.intake = new BallotIntake(db, clock, (community, id) -> {
            Poll poll = known.get(id);
            if (poll != null) {
                changed.accept(poll);
            }
        });
    }

    /** A draft: nobody can vote yet. */
    public long draft(Tx tx, Poll poll) {
        return PollStore.create(tx, poll);
    }

    public Optional<Poll> find(Tx tx, int community, long id) {
        Optional<Poll> poll = PollStore.find(tx, community, id);
        poll.ifPresent(p -> known.put(p.id(), p));
        return poll;
    }

    public Optional<Poll> newestOfMatter(Tx tx, int community, long matter) {
        return PollStore.newestOfMatter(tx, community, matter);
    }

    public List<Poll> ofSession(Tx tx, int community, long session) {
        return PollStore.ofSession(tx, community, session);
    }

    public Rule rule(Poll poll) {
        Instant day = poll.openedAt() == null ? clock.instant() : poll.openedAt();
        return charter.rule(
                poll.community(), poll.rule(), day.atZone(Templates.ZONE).toLocalDate());
    }

    /** What the rule asks of a meeting, with the numbers as they stand: shown while people come in. */
    public Outcome quorum(int community, String rule, long members, long present) {
        return charter.rule(community, rule)
                .quorum(Figures.none().with(Measure.MEMBERS, members).with(Measure.PRESENT, present));
    }

    /**
     * Freezes the electorate and opens the poll.
     *
     * @param present voters present, null where the rule knows no meeting
     * @throws Refused if it was opened before, nobody is on the roll, or a meeting has no quorum
     */
    public Poll open(Tx tx, int community, long id, List<Seat> seats, @Nullable Integer present, String post) {
        Poll poll = PollStore.lock(tx, community, id).orElseThrow(() -> new Refused("poll.refused.none"));
        if (poll.state() != Poll.State.DRAFT) {
            throw new Refused("poll.refused.opened-before");
        }
        if (seats.isEmpty()) {
            throw new Refused("poll.refused.nobody");
        }
        if (present != null
                && !quorum(community, poll.rule(), seats.size(), present).quorate()) {
            long least = quorum(community, poll.rule(), seats.size(), present)
                    .steps()
                    .getFirst()
                    .least();
            throw new Refused("poll.refused.no-quorum", present, seats.size(), least);
        }
        Instant now = clock.instant();
        Electorate roll = roll(rule(poll).electorate(), seats);
        PollStore.freeze(tx, community, id, seats);
        PollStore.open(tx, community, id, now, present, roll.hash());
        JsonObject act = new JsonObject()
                .put("question", poll.question())
                .put("rule", poll.rule())
                .put("secrecy", PollStore.lower(poll.secrecy()))
                .put("electorate", seats.size())
                .put("electorate_sha256", roll.hash())
                .put("present", present);
        charter.data(community, poll.rule()).ifPresent(data -> act.put("adopted", new JsonObject(data)));
        audit.append(tx, community, poll.chain(), "poll.opened", post, act.encode(), now);
        audit.append(
                tx,
                community,
                poll.matterChain(),
                "poll.opened",
                post,
                act.put("poll", id).encode(),
                now);
        return find(tx, community, id).orElseThrow();
    }

    static Electorate roll(ElectorateKind kind, List<Seat> seats) {
        return new Electorate(
                kind,
                seats.stream()
                        .map(s -> new Entitlement(Long.toString(s.voter()), s.areaC(), s.heads()))
                        .toList());
    }

    /**
     * One ballot. The future completes when it is durable; whoever it names may hold no ballot here at all, which the
     * result then says.
     */
    Future<Counted> cast(Poll poll, long voter, long person, Choice choice, String key, String channel) {
        return intake.cast(
                poll.community(), poll.id(), poll.secret(), new Cast(voter, person, choice, key, receipt(), channel));
    }

    /** The poll as the intake knows it, without a query where it was seen before. */
    Future<Poll> known(int community, long id) {
        Poll poll = known.get(id);
        if (poll != null && poll.community() == community) {
            return Future.succeededFuture(poll);
        }
        return Database.aside(() -> find(db.plain(), community, id).orElseThrow(Stop::notFound));
    }

    /**
     * Counts, decides and concludes in one transaction; ballots that were acknowledged are in it, later ones are refused.
     *
     * @param minority what those who did not agree want printed beside the result
     */
    public Poll close(int community, long id, @Nullable Long person, String post, String minority) {
        Poll closed = db.transact(tx -> close(tx, community, id, person, post, minority));
        if (closed.secret()) {
            // The rows that the shuffle replaced are still in the file until they are swept out.
            db.plain().run("vacuum secret_ballot");
        }
        changed.accept(closed);
        return closed;
    }

    private Poll close(Tx tx, int community, long id, @Nullable Long person, String post, String minority) {
        Poll poll = PollStore.lock(tx, community, id).orElseThrow(() -> new Refused("poll.refused.none"));
        if (!poll.open()) {
            throw new Refused("poll.refused.not-open");
        }
        Instant now = clock.instant();
        if (poll.secret()) {
            BallotStore.shuffle(tx, poll);
        }
        Tally tally = PollStore.count(tx, poll);
        Rule rule = rule(poll);
        Electorate.Totals totals =
                roll(rule.electorate(), PollStore.roll(tx, community, id)).totals();
        Figures figures = poll.present() == null ? tally.figures(totals) : tally.figures(totals, poll.present());
        Outcome outcome = rule.decide(figures);
        String box = Sheet.seal(BallotStore.box(tx, poll));
        JsonObject tallyJson = json(tally);
        JsonObject outcomeJson = new JsonObject(outcome.toMap());
        PollStore.close(tx, community, id, now, tallyJson, outcomeJson, box);
        JsonObject act = new JsonObject()
                .put("poll", id)
                .put("tally", tallyJson)
                .put("passed", outcome.passed())
                .put("quorate", outcome.quorate())
                .put("box_sha256", box);
        audit.append(tx, community, poll.chain(), "poll.closed", post, act.encode(), now);
        // The matter's own chain vouches for the poll's: one printed hash then covers both.
        act.put("poll_chain", audit.head(tx, community, poll.chain()));
        audit.append(tx, community, poll.matterChain(), "poll.closed", post, act.encode(), now);
        Poll closed = find(tx, community, id).orElseThrow();
        conclusion.concluded(tx, closed, outcome, person, post, minority);
        return closed;
    }

    /** Stops a poll without a result; the reason stays on the chain. */
    public Poll cancel(int community, long id, String post, String reason) {
        Poll gone = db.transact(tx -> {
            Poll poll = PollStore.lock(tx, community, id).orElseThrow(() -> new Refused("poll.refused.none"));
            if (!poll.open()) {
                throw new Refused("poll.refused.not-open");
            }
            Instant now = clock.instant();
            PollStore.cancel(tx, community, id, now);
            audit.append(
                    tx,
                    community,
                    poll.chain(),
                    "poll.void",
                    post,
                    new JsonObject().put("reason", reason).encode(),
                    now);
            return find(tx, community, id).orElseThrow();
        });
        changed.accept(gone);
        return gone;
    }

    /** Closes what is due by the clock; several nodes may try, one does each. */
    public void sweep() {
        List<Poll> due = db.transact(tx -> PollStore.due(tx, clock.instant()));
        for (Poll poll : due) {
            try {
                close(poll.community(), poll.id(), null, "house", "");
            } catch (Refused closedMeanwhile) {
                continue;
            }
        }
    }

    private static JsonObject json(Tally tally) {
        return new JsonObject()
                .put("yes", tally.yes())
                .put("no", tally.no())
                .put("abstain", tally.abstain())
                .put("yesArea", tally.yesArea())
                .put("noArea", tally.noArea())
                .put("abstainArea", tally.abstainArea());
    }

    private static String receipt() {
        StringBuilder text = new StringBuilder(RECEIPT);
        for (int i = 0; i < RECEIPT; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** The ballots this person holds in this poll, and how each stands. */
    public List<BallotPaper> papers(Tx tx, Poll poll, long person, int level) {
        List<BallotStore.Standing> standing = BallotStore.standing(tx, poll, person);
        boolean checked = level >= 2 || !rule(poll).binding();
        return PollStore.seats(tx, poll.community(), poll.id(), person).stream()
                .map(seat -> BallotPaper.of(poll, seat, standing, clock.instant(), checked))
                .toList();
    }

    boolean needsCheck(Poll poll, int level) {
        return level < 2 && rule(poll).binding();
    }

    /** Where the matter of a poll lies, for asking who may see or close it. */
    public String placePath(Poll poll) {
        return PollStore.placePath(db.plain(), poll);
    }

    /** The published box, for the export: receipts and choices without voters. */
    public List<Sheet> box(Tx tx, Poll poll) {
        return BallotStore.box(tx, poll);
    }
}
