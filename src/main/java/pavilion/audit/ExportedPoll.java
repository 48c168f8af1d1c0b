package pavilion.audit;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Electorate;
import pavilion.rules.Figures;
import pavilion.rules.Outcome;
import pavilion.rules.PlanOutcome;
import pavilion.rules.Rule;
import pavilion.rules.Tally;
import pavilion.rules.method.OptionSet;
import pavilion.rules.method.OptionSetResult;

/**
 * One poll as it is exported.
 *
 * @param facts all but the ballots: {@code id, purpose, question, rule, rule_day, opened, closed, void, secrecy, electorate,
 *     present, receipts, tally, outcome, box_sha256}, and where there are such {@code slate, by_hands, adopted, area_keys}
 * @param ballots none while it is open, after it was made void, and of raised hands
 */
public record ExportedPoll(JsonObject facts, List<PublishedBallot> ballots) {
    private static final String BALLOTS = "ballots";

    public ExportedPoll {
        ballots = PublishedBallot.sorted(ballots);
    }

    String write() {
        String start = facts.encode();
        return start.substring(0, start.length() - 1) + ",\n\"" + BALLOTS + "\":"
                + Export.lines(ballots, each -> json(each).encode()) + "}";
    }

    private static JsonObject json(PublishedBallot ballot) {
        return new JsonObject()
                .put("receipt", ballot.receipt())
                .put("choice", ballot.choice())
                .put("area", ballot.area())
                .put("heads", ballot.heads());
    }

    static ExportedPoll read(JsonObject poll) {
        JsonObject facts = poll.copy();
        facts.remove(BALLOTS);
        return new ExportedPoll(
                facts,
                Export.objects(poll.getJsonArray(BALLOTS)).stream()
                        .map(each -> new PublishedBallot(
                                Export.text(each, "receipt"),
                                Export.text(each, "choice"),
                                area(each),
                                each.getLong("heads")))
                        .toList());
    }

    private static @Nullable String area(JsonObject ballot) {
        return ballot.getValue("area") == null ? null : Export.text(ballot, "area");
    }

    /**
     * What a rule says of a count.
     *
     * @param optionSet null where the answer is yes or no
     * @param tally as it is stored
     * @param present null where presence does not count
     */
    public static Outcome decide(
            Rule rule,
            @Nullable OptionSet optionSet,
            JsonObject tally,
            Electorate.Totals totals,
            @Nullable Number present) {
        Tally counted = Tally.fromMap(tally.getMap());
        Function<Tally, Figures> figures =
                each -> present == null ? each.figures(totals) : each.figures(totals, present.longValue());
        return optionSet == null
                ? rule.decide(figures.apply(counted))
                : OptionSetResult.fromMap(
                                optionSet, tally.getJsonObject("plans").getMap(), counted)
                        .decide(rule, figures);
    }

    /**
     * The text that a poll decides on: of several plans those that were adopted, a line each; where none was, those that were
     * picked; otherwise its question.
     */
    public static String decided(String question, @Nullable JsonObject outcome) {
        List<PlanOutcome> plans =
                outcome == null ? List.of() : Outcome.fromMap(outcome.getMap()).plans();
        return Stream.<Predicate<PlanOutcome>>of(PlanOutcome::passed, PlanOutcome::picked)
                .map(which ->
                        plans.stream().filter(which).map(PlanOutcome::name).collect(Collectors.joining("\n")))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(question);
    }
}
