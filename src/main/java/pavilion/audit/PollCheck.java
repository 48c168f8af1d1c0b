package pavilion.audit;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.rules.AdoptedRule;
import pavilion.rules.Catalogue;
import pavilion.rules.Electorate;
import pavilion.rules.Outcome;
import pavilion.rules.Rule;
import pavilion.rules.Tally;

/** One exported poll held against the chain: counted again from its ballots, and decided again by its rule. */
final class PollCheck {
    private static final String AREA_KEYS = "area_keys";

    private final Catalogue law;
    private final RecordedPoll recorded;
    private final ExportedPoll poll;
    private final List<Finding> found;
    private final String id;
    /** What the acts do not say, and the check has found to be so. */
    private final JsonObject kept = new JsonObject();

    PollCheck(Catalogue law, RecordedPoll recorded, ExportedPoll poll, List<Finding> found) {
        this.law = law;
        this.recorded = recorded;
        this.poll = poll;
        this.found = found;
        this.id = Long.toString(recorded.id());
    }

    /**
     * The parts may be of any shape: what cannot be read is a finding, and the checks after it are left out.
     *
     * @return what has to be in the file: the facts of the poll with its count and its outcome; empty where this cannot be told
     */
    Optional<JsonObject> check() {
        try {
            JsonObject closed = recorded.closed();
            JsonObject facts = closed == null ? uncounted() : counted(closed);
            Optional<JsonDifference> other = JsonDifference.first(facts, poll.facts());
            other.ifPresentOrElse(
                    this::differs, () -> found.add(Finding.good("audit.verify.poll", id, recorded.question())));
            return Optional.of(facts);
        } catch (RuntimeException e) {
            found.add(Finding.bad("audit.verify.poll.bad", id));
            return Optional.empty();
        }
    }

    private void differs(JsonDifference other) {
        found.add(Finding.bad("audit.verify.poll.differs", id, other.path(), other.said(), other.expected()));
    }

    private JsonObject uncounted() {
        empty(recorded.voidReason() == null ? "audit.verify.poll.open" : "audit.verify.poll.void");
        return facts(null, null, null, null);
    }

    private void empty(String key) {
        found.add(
                poll.ballots().isEmpty()
                        ? Finding.good(key, id)
                        : Finding.bad(
                                "audit.verify.poll.no-ballots",
                                id,
                                poll.ballots().size()));
    }

    private JsonObject counted(JsonObject closed) {
        JsonObject tally = Objects.requireNonNull(closed.getJsonObject("tally"));
        Receipts receipts = Receipts.of(Objects.requireNonNull(closed.getJsonObject("receipts")));
        if (recorded.stands()) {
            tally = recount(closed, tally, receipts);
        } else {
            // Whoever voted then votes again: the ballots of a poll that is void are nobody's business any more.
            empty("audit.verify.poll.void");
        }
        return facts(tally, decide(closed, tally), receipts.count(), closed.getValue("box_sha256"));
    }

    private JsonObject facts(
            @Nullable JsonObject tally, @Nullable Outcome outcome, @Nullable Integer receipts, @Nullable Object box) {
        return recorded.facts()
                .mergeIn(kept)
                .put("receipts", receipts)
                .put("tally", tally)
                .put("outcome", outcome == null ? null : new JsonObject(outcome.toMap()))
                .put("box_sha256", box);
    }

    private JsonObject recount(JsonObject closed, JsonObject tally, Receipts receipts) {
        ExportedQuestion question = ExportedQuestion.of(recorded);
        if (!ballots(question)) {
            throw new IllegalStateException("ballots");
        }
        String box = PublishedBallot.seal(poll.ballots());
        found.add(
                box.equals(closed.getString("box_sha256"))
                        ? Finding.good("audit.verify.box", box.substring(0, 8))
                        : Finding.bad("audit.verify.box.bad", box, String.valueOf(closed.getString("box_sha256"))));
        receipts(tally, receipts);
        JsonObject again = question.count(poll.ballots(), tally, areas(question, tally));
        Tally counted = Tally.fromMap(again.getMap());
        boolean same = JsonDifference.first(again, tally).isEmpty();
        String key = same ? "audit.verify.tally" : "audit.verify.tally.bad";
        found.add(new Finding(same, key, List.of(counted.yes(), counted.no(), counted.abstain())));
        return again;
    }

    /** The area behind each answer, as the tally says it and the commitments on the ballots prove it. */
    private Map<String, Long> areas(ExportedQuestion question, JsonObject tally) {
        if (!recorded.weighs() || question.byHands()) {
            return Map.of();
        }
        try {
            JsonObject keys = Objects.requireNonNull(poll.facts().getJsonObject(AREA_KEYS));
            Map<String, Long> areas = AreaTotals.opened(question.optionSet(), poll.ballots(), keys, tally);
            found.add(Finding.good("audit.verify.area"));
            kept.put(AREA_KEYS, keys);
            return areas;
        } catch (RuntimeException wrong) {
            // A commitment or a key may be any text: what does not open the total does not prove it.
            found.add(Finding.bad("audit.verify.area.bad", id));
            return Map.of();
        }
    }

    private boolean ballots(ExportedQuestion question) {
        var receipts = new HashSet<String>();
        for (PublishedBallot ballot : poll.ballots()) {
            if (!question.answers(ballot.choice())) {
                found.add(Finding.bad("audit.verify.ballot.choice", ballot.receipt()));
                return false;
            }
            if (ballot.heads() < 0 || (ballot.area() != null) != recorded.weighs() || !receipts.add(ballot.receipt())) {
                found.add(Finding.bad("audit.verify.ballot.twice", ballot.receipt()));
                return false;
            }
        }
        found.add(Finding.good("audit.verify.ballots", poll.ballots().size()));
        return true;
    }

    /** A ballot for everybody who was given a receipt, but for papers that did not come back or say nothing. */
    private void receipts(JsonObject tally, Receipts receipts) {
        JsonObject papers = tally.getJsonObject("papers");
        int missing = papers == null ? 0 : missing(papers);
        List<String> all = poll.ballots().stream().map(PublishedBallot::receipt).toList();
        boolean named = "named".equals(recorded.opened().getString("secrecy"));
        boolean same = all.size() == receipts.count() - missing
                && (!named || Receipts.of(all).equals(receipts));
        String key = same ? "audit.verify.receipts" : "audit.verify.receipts.bad";
        found.add(new Finding(same, key, List.of(all.size(), receipts.count(), missing)));
    }

    private static int missing(JsonObject papers) {
        int issued = papers.getInteger("issued");
        int returned = papers.getInteger("returned");
        int spoiled = papers.getInteger("spoiled");
        if (spoiled < 0 || returned < spoiled || issued < returned) {
            throw new IllegalStateException("papers");
        }
        return issued - returned + spoiled;
    }

    private Outcome decide(JsonObject closed, JsonObject tally) {
        Rule rule = rule();
        JsonObject roll = recorded.electorate();
        if (!rule.electorate().name().equals(roll.getString("kind"))) {
            throw new IllegalStateException("electorate");
        }
        var totals = new Electorate.Totals(rule.electorate(), roll.getLong("heads"), roll.getLong("areaC"));
        Outcome outcome = ExportedPoll.decide(
                rule,
                ExportedQuestion.of(recorded).optionSet().orElse(null),
                tally,
                totals,
                recorded.opened().getLong("present"));
        boolean same = Boolean.valueOf(outcome.passed()).equals(closed.getValue("passed"))
                && Boolean.valueOf(outcome.quorate()).equals(closed.getValue("quorate"));
        String result = outcome.passed()
                ? "audit.verify.rule.passed"
                : outcome.quorate() ? "audit.verify.rule.failed" : "audit.verify.rule.short";
        found.add(same ? Finding.good(result, outcome.rule()) : Finding.bad("audit.verify.rule.bad", outcome.rule()));
        return outcome;
    }

    /** A rule that the community adopted itself stands in the act that opened the poll. */
    private Rule rule() {
        String rule = recorded.rule();
        JsonObject adopted = recorded.opened().getJsonObject("adopted");
        if (adopted == null) {
            return law.rule(rule, LocalDate.parse(recorded.ruleDay()));
        }
        AdoptedRule own = AdoptedRule.of(adopted.getMap());
        if (!own.id().equals(rule)) {
            throw new IllegalStateException(rule);
        }
        return own.rule(law);
    }
}
