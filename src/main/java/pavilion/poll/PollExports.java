package pavilion.poll;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pavilion.audit.AreaTotals;
import pavilion.audit.ExportedPoll;
import pavilion.audit.PublishedBallot;
import pavilion.db.Tx;
import pavilion.rulebook.AdoptedRules;
import pavilion.rules.Electorate;
import pavilion.text.CommunityTime;

/** The polls of a matter as an export holds them: read from the tables, so that the chain can be held against them. */
public final class PollExports {
    private static final BallotBoxes BOXES = BallotBoxes.standard();

    private PollExports() {}

    /** Every poll that was opened, the oldest first; ballots only of those that were counted and stand. */
    public static List<ExportedPoll> ofMatter(Tx tx, int community, long matter, AdoptedRules rules) {
        return PollStore.openedOfMatter(tx, community, matter).stream()
                .map(poll -> exported(tx, poll, rules))
                .toList();
    }

    private static ExportedPoll exported(Tx tx, Poll poll, AdoptedRules rules) {
        JsonObject facts = facts(tx, poll, rules);
        List<PublishedBallot> ballots = ballots(tx, poll);
        JsonObject tally = poll.tally();
        if (poll.closed() && tally != null && !poll.question().byHands()) {
            AreaCommitmentStore.secret(tx, poll)
                    .ifPresent(secret ->
                            facts.put("area_keys", AreaTotals.keys(poll.optionSet(), ballots, tally, secret)));
        }
        return new ExportedPoll(facts, ballots);
    }

    private static List<PublishedBallot> ballots(Tx tx, Poll poll) {
        return poll.closed() ? BOXES.of(poll).published(tx, poll) : List.of();
    }

    private static JsonObject facts(Tx tx, Poll poll, AdoptedRules rules) {
        Instant opened = Objects.requireNonNull(poll.openedAt());
        Electorate.Totals roll = Polls.electorate(
                        Polls.rule(rules, poll, opened), PollStore.roll(tx, poll.community(), poll.id()))
                .totals();
        boolean counted = poll.result() != null;
        JsonObject facts = new JsonObject()
                .put("id", poll.id())
                .put("purpose", PollStore.lower(poll.question().purpose()))
                .put("question", poll.question().text())
                .put("rule", poll.rule())
                .put("rule_day", opened.atZone(CommunityTime.ZONE).toLocalDate().toString())
                .put("opened", moment(opened))
                .put("closed", moment(poll.closedAt()))
                .put("void", poll.annulment() == null ? null : poll.annulment().reason())
                .put("secrecy", PollStore.lower(poll.secrecy()))
                .put(
                        "electorate",
                        new JsonObject()
                                .put("kind", roll.kind().name())
                                .put("heads", roll.heads())
                                .put("areaC", roll.areaC()))
                .put("present", poll.present())
                .put("receipts", counted ? poll.castCount() : null)
                .put("tally", poll.tally())
                .put("outcome", poll.outcome())
                .put("box_sha256", poll.boxSha());
        if (poll.optionSet() != null) {
            facts.put("slate", new JsonObject(poll.optionSet().toMap()));
        }
        if (poll.question().byHands()) {
            facts.put("by_hands", true);
        }
        rules.data(poll.community(), poll.rule()).ifPresent(data -> facts.put("adopted", new JsonObject(data)));
        return facts;
    }

    /** As exact as the chain keeps it. */
    private static @Nullable String moment(@Nullable Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
