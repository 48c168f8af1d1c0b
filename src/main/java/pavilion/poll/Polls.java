package pavilion.poll;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pavilion.audit.AuditStore;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.electorate.Electorates;
import pavilion.rulebook.AdoptedRules;
import pavilion.rulebook.RuleBook;
import pavilion.rules.Electorate;
import pavilion.rules.Figures;
import pavilion.rules.Measure;
import pavilion.rules.Outcome;
import pavilion.rules.Refused;
import pavilion.rules.Rule;
import pavilion.text.CommunityTime;
import pavilion.web.HttpError;

/** Opens polls and takes their ballots. Every decision is one transaction; those who watch are told after it. */
public final class Polls {
    private static final int KNOWN = 10_000;

    private final Database db;
    private final Clock clock;
    private final AdoptedRules adoptedRules;
    private final BallotBoxes boxes = BallotBoxes.standard();
    private final PollClosing closing;
    private final ManualCounts manualCounts;
    private final PaperBallots papers;
    private final AssistedBallots assisted;
    private final PaperEntries entries;
    private final BallotIntake intake;
    private final Cache<Long, KnownPoll> known =
            Caffeine.newBuilder().maximumSize(KNOWN).build();

    /**
     * @param decides told what came out of a poll that decides its matter
     * @param changed told after every commit that changed a poll, so that its channel can be told
     */
    public Polls(Database db, Clock clock, RuleBook rules, PollListener decides, Consumer<Poll> changed) {
        this(db, clock, rules, decides, changed, BallotIntake.WAIT);
    }

    /** @param wait how long a secret ballot waits for another */
    Polls(Database db, Clock clock, RuleBook rules, PollListener decides, Consumer<Poll> changed, Duration wait) {
        this.db = db;
        this.clock = clock;
        this.boxes.require(rules.catalogue());
        this.adoptedRules = new AdoptedRules(db, rules);
        this.closing = new PollClosing(db, clock, this, decides, changed);
        this.manualCounts = new ManualCounts(db, clock, boxes, changed);
        this.papers = new PaperBallots(db, clock, boxes, changed);
        this.assisted = new AssistedBallots(db, clock, boxes, changed);
        this.entries = new PaperEntries(db, clock, boxes, changed);
        this.intake = new BallotIntake(
                db,
                clock,
                (community, id) -> known(community, id).onSuccess(poll -> changed.accept(poll.poll())),
                wait);
    }

    /** A draft: nobody can vote yet. */
    public long draft(Tx tx, Poll poll) {
        return PollStore.create(tx, poll);
    }

    public Optional<Poll> find(Tx tx, int community, long id) {
        Optional<Poll> poll = PollStore.find(tx, community, id);
        // Whoever shows a poll before its ballots come saves the intake the query.
        poll.filter(each -> known.getIfPresent(each.id()) == null).ifPresent(this::remember);
        return poll;
    }

    private KnownPoll remember(Poll poll) {
        KnownPoll fresh = new KnownPoll(poll, rule(poll).binding());
        if (poll.state() != Poll.State.DRAFT) {
            known.put(poll.id(), fresh);
        }
        return fresh;
    }

    public Optional<Poll> newestOfMatter(Tx tx, int community, long matter) {
        return PollStore.newestOfMatter(tx, community, matter);
    }

    /** Those of a matter that were made void, the oldest first, whatever they were about. */
    public List<Poll> annulledOfMatter(Tx tx, int community, long matter) {
        return PollStore.openedOfMatter(tx, community, matter).stream()
                .filter(Poll::isVoid)
                .toList();
    }

    boolean openOfMatter(Tx tx, int community, long matter) {
        return PollStore.openedOfMatter(tx, community, matter).stream().anyMatch(Poll::open);
    }

    public List<Poll> ofSession(Tx tx, int community, long session) {
        return PollStore.ofSession(tx, community, session);
    }

    /** Those that were made void too, for the minutes. */
    public List<Poll> allOfSession(Tx tx, int community, long session) {
        return PollStore.allOfSession(tx, community, session);
    }

    /** The rule of a poll as it was in force on the day when it was opened. */
    public Rule rule(Poll poll) {
        return rule(adoptedRules, poll, poll.openedAt() == null ? clock.instant() : poll.openedAt());
    }

    static Rule rule(AdoptedRules rules, Poll poll, Instant day) {
        return rules.rule(
                poll.community(), poll.rule(), day.atZone(CommunityTime.ZONE).toLocalDate());
    }

    /** What the rule asks of a session, with the numbers as they stand: shown while people come in. */
    public Outcome quorum(int community, String rule, long members, long present) {
        return adoptedRules
                .rule(community, rule)
                .quorum(Figures.none().with(Measure.MEMBERS, members).with(Measure.PRESENT, present));
    }

    /**
     * Freezes the electorate and opens the poll.
     *
     * @param present voters present, null where the rule knows no session
     * @throws Refused if it was opened before, nobody is on the roll, or a session has no quorum
     */
    public Poll open(Tx tx, int community, long id, List<PollVoter> voters, @Nullable Integer present, String post) {
        Poll poll = PollStore.lock(tx, community, id).orElseThrow(() -> new Refused("poll.refused.none"));
        if (poll.state() != Poll.State.DRAFT) {
            throw new Refused("poll.refused.opened-before");
        }
        if (voters.isEmpty()) {
            throw new Refused("poll.refused.nobody");
        }
        if (present != null) {
            requireQuorum(poll, voters.size(), present);
        }
        Instant now = clock.instant();
        Electorate electorate = electorate(poll, voters);
        PollStore.freeze(tx, community, id, voters);
        PollStore.open(tx, community, id, now, present, electorate.hash());
        JsonObject act = opened(poll, electorate, present);
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

    private void requireQuorum(Poll poll, int members, int present) {
        Outcome quorum = quorum(poll.community(), poll.rule(), members, present);
        if (!quorum.quorate()) {
            long least = quorum.steps().getFirst().least();
            throw new Refused("poll.refused.no-quorum", present, members, least);
        }
    }

    /** Everything that an export says of the poll before it is counted: what stands here cannot be told otherwise later. */
    JsonObject opened(Poll poll, Electorate electorate, @Nullable Integer present) {
        Electorate.Totals totals = electorate.totals();
        JsonObject act = new JsonObject()
                .put("question", poll.question().text())
                .put("purpose", PollStore.lower(poll.question().purpose()))
                .put("rule", poll.rule())
                .put("secrecy", PollStore.lower(poll.secrecy()))
                .put(
                        "electorate",
                        new JsonObject()
                                .put("kind", totals.kind().name())
                                .put("voters", electorate.entitlements().size())
                                .put("heads", totals.heads())
                                .put("areaC", totals.areaC())
                                .put("sha256", electorate.hash()))
                .put("present", present);
        if (poll.optionSet() != null) {
            act.put("slate", new JsonObject(poll.optionSet().toMap()));
        }
        if (!poll.decides()) {
            act.put("subject", poll.question().subject());
        }
        if (poll.question().byHands()) {
            act.put("by_hands", true);
        }
        adoptedRules.data(poll.community(), poll.rule()).ifPresent(data -> act.put("adopted", new JsonObject(data)));
        return act;
    }

    /** The voters of a poll as its rule counts them. */
    Electorate electorate(Poll poll, List<PollVoter> voters) {
        return electorate(rule(poll), voters);
    }

    static Electorate electorate(Rule rule, List<PollVoter> voters) {
        return Electorates.of(
                rule.electorate(), voters.stream().map(PollVoter::entry).toList());
    }

    /**
     * One ballot. The future completes when it is durable.
     *
     * @param voter may be no voter of this poll, or another person's: the result then says so
     */
    Future<CastResult> cast(Poll poll, long voter, long person, String choice, String key, BallotChannel channel) {
        return intake.cast(
                poll.community(),
                poll.id(),
                box(poll),
                new SubmittedBallot(voter, person, choice, key, ReceiptCode.fresh(), channel));
    }

    /** The poll as the intake knows it, without a query where it was read before. */
    Future<KnownPoll> known(int community, long id) {
        KnownPoll read = known.getIfPresent(id);
        if (read != null && read.poll().community() == community) {
            return Future.succeededFuture(read);
        }
        // The rule is read here too: an adopted rule may need a query, and the event loop that asks must not wait.
        return Database.aside(() ->
                PollStore.find(db.plain(), community, id).map(this::remember).orElseThrow(HttpError::notFound));
    }

    /** Who else is told what came out of a poll that does not decide its matter, within the closing transaction. */
    public void concludes(Question.Purpose purpose, PollListener conclusion) {
        closing.concludes(purpose, conclusion);
    }

    /** @throws IllegalStateException if somebody is missing who is told what comes out of a poll: the server does not start */
    public void requireListeners() {
        closing.requireListeners();
    }

    public PollClosing closing() {
        return closing;
    }

    /** Puts off the last moment of a poll over days. */
    public PollExtension extension() {
        return new PollExtension(clock);
    }

    /** Named ballots spoken in a hall. */
    public AssistedBallots assistedBallots() {
        return assisted;
    }

    /** Named ballots on paper, typed in by two people. */
    public PaperEntries paperEntries() {
        return entries;
    }

    /** Secret ballots on paper. */
    public PaperBallots paperBallots() {
        return papers;
    }

    /** Shows of hands and paper ballots, counted by two people. */
    public ManualCounts counting() {
        return manualCounts;
    }

    BallotBox box(Poll poll) {
        return boxes.of(poll);
    }

    /** The ballots this person holds in this poll, and how each stands. */
    public List<VoterBallot> ballotsOf(Tx tx, Poll poll, long person, int level) {
        List<StandingBallot> standing = box(poll).standing(tx, poll, person);
        Rule rule = rule(poll);
        return PollStore.votersOf(tx, poll.community(), poll.id(), person).stream()
                .map(voter -> VoterBallot.of(poll, voter, standing, clock.instant(), rule, level))
                .toList();
    }

    boolean needsCheck(Poll poll, int level) {
        return new KnownPoll(poll, rule(poll).binding()).needsCheck(level);
    }

    /** Where the matter of a poll lies, for asking who may see or close it. */
    public String placePath(Poll poll) {
        return PollStore.placePath(db.plain(), poll);
    }
}
