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
import pavilion.audit.PublishedBallot;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.rulebook.AdoptedRules;
import pavilion.rulebook.RuleBook;
import pavilion.rules.Electorate;
import pavilion.rules.ElectorateKind;
import pavilion.rules.Entitlement;
import pavilion.rules.Figures;
import pavilion.rules.Measure;
import pavilion.rules.Outcome;
import pavilion.rules.Refused;
import pavilion.rules.Rule;
import pavilion.text.CommunityTime;
import pavilion.web.HttpError;

/** Puts the question, takes the ballots, counts them. Every decision is one transaction; whoever looks on is told after it. */
public final class Polls {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int RECEIPT = 12;

    private final Database db;
    private final Clock clock;
    private final AdoptedRules charter;
    private final PollClosing closing;
    private final ManualCounts counting;
    private final PaperBallots papers;
    private final BallotIntake intake;
    // A poll's community, matter and secrecy never change after its draft, so the intake needs no query to know them.
    private final Map<Long, Poll> known = new ConcurrentHashMap<>();

    /** @param changed told after every commit that changed a poll, so that its room can hear of it */
    public Polls(Database db, Clock clock, RuleBook rules, PollListener conclusion, Consumer<Poll> changed) {
        this.db = db;
        this.clock = clock;
        this.charter = new AdoptedRules(db, rules);
        this.closing = new PollClosing(db, clock, this, conclusion, changed);
        this.counting = new ManualCounts(db, clock, changed);
        this.papers = new PaperBallots(db, clock, changed);
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

    public List<Poll> allOfSession(Tx tx, int community, long session) {
        return PollStore.allOfSession(tx, community, session);
    }

    public Rule rule(Poll poll) {
        Instant day = poll.openedAt() == null ? clock.instant() : poll.openedAt();
        return charter.rule(
                poll.community(), poll.rule(), day.atZone(CommunityTime.ZONE).toLocalDate());
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
    public Poll open(Tx tx, int community, long id, List<PollVoter> seats, @Nullable Integer present, String post) {
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
        if (poll.slate() != null) {
            act.put("slate", new JsonObject(poll.slate().toMap()));
        }
        if (!poll.decides()) {
            act.put("purpose", PollStore.lower(poll.ask().purpose()))
                    .put("subject", poll.ask().subject());
        }
        if (poll.ask().byHands()) {
            act.put("by_hands", true);
        }
        charter.data(community, poll.rule()).ifPresent(data -> act.put("adopted", new JsonObject(data)));
        AuditStore.append(tx, community, poll.chain(), "poll.opened", post, act.encode(), now);
        AuditStore.append(
                tx,
                community,
                poll.matterChain(),
                "poll.opened",
                post,
                act.put("poll", id).encode(),
                now);
        return find(tx, community, id).orElseThrow();
    }

    static Electorate roll(ElectorateKind kind, List<PollVoter> seats) {
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
    Future<CastResult> cast(Poll poll, long voter, long person, String choice, String key, String channel) {
        return intake.cast(
                poll.community(),
                poll.id(),
                poll.secret(),
                new SubmittedBallot(voter, person, choice, key, receipt(), channel));
    }

    /** The poll as the intake knows it, without a query where it was seen before. */
    Future<Poll> known(int community, long id) {
        Poll poll = known.get(id);
        if (poll != null && poll.community() == community) {
            return Future.succeededFuture(poll);
        }
        return Database.aside(() -> find(db.plain(), community, id).orElseThrow(HttpError::notFound));
    }

    /** Who else hears what came out of a poll that does not decide its matter, within the closing transaction. */
    public void concludes(Question.Purpose purpose, PollListener conclusion) {
        closing.concludes(purpose, conclusion);
    }

    public PollClosing closing() {
        return closing;
    }

    /** Secret ballots on paper. */
    public PaperBallots papers() {
        return papers;
    }

    /** Hands and papers that two people count in the hall. */
    public ManualCounts counting() {
        return counting;
    }

    static String receipt() {
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
    public List<PublishedBallot> box(Tx tx, Poll poll) {
        return BallotStore.box(tx, poll);
    }
}
