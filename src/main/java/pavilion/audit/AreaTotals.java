package pavilion.audit;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pavilion.rules.method.OptionSet;

/**
 * The totals of area that a result tells, and no others: of each plain answer; of plans what stands behind each, who answered
 * and who abstained, and of a list that is shared out, where anything was picked, whoever did
 * not say "none".
 */
public final class AreaTotals {
    static final String ABSTAIN = "abstain";
    static final String ANSWERED = "answered";
    static final String PICKING = "picking";

    /** One total: the choices that it sums up, and where a stored tally says it. */
    private record Total(Predicate<String> choices, ToLongFunction<JsonObject> said) {}

    private final Map<String, Total> totals = new LinkedHashMap<>();

    private AreaTotals(Optional<OptionSet> optionSet, JsonObject tally) {
        totals.put(ABSTAIN, new Total(ABSTAIN::equals, counted -> counted.getLong("abstainArea")));
        if (optionSet.isEmpty()) {
            totals.put("yes", new Total("yes"::equals, counted -> counted.getLong("yesArea")));
            totals.put("no", new Total("no"::equals, counted -> counted.getLong("noArea")));
            return;
        }
        OptionSet plans = optionSet.get();
        IntStream.range(0, plans.plans().size())
                .forEach(plan -> totals.put(
                        Integer.toString(plan + 1),
                        new Total(choice -> plans.accepts(choice, plan), counted -> support(counted, plan))));
        totals.put(
                ANSWERED,
                new Total(
                        choice -> !choice.equals(OptionSet.ABSTAIN),
                        counted -> Math.addExact(counted.getLong("yesArea"), counted.getLong("noArea"))));
        if (plans.whole()
                && !tally.getJsonObject("plans").getJsonArray("winners").isEmpty()) {
            totals.put(
                    PICKING,
                    new Total(
                            choice -> !choice.equals(OptionSet.ABSTAIN) && !choice.equals(OptionSet.NONE),
                            counted -> counted.getLong("yesArea")));
        }
    }

    private static long support(JsonObject tally, int plan) {
        return tally.getJsonObject("plans")
                .getJsonArray("support")
                .getJsonObject(plan)
                .getLong("areaC");
    }

    /**
     * What opens each total, and no single ballot but one that is alone in its total.
     *
     * @param tally as it is stored
     * @param secret of the poll
     */
    public static JsonObject keys(
            @Nullable OptionSet optionSet, List<PublishedBallot> ballots, JsonObject tally, String secret) {
        JsonObject keys = new JsonObject();
        new AreaTotals(Optional.ofNullable(optionSet), tally)
                .totals.forEach((name, total) -> keys.put(
                        name,
                        AreaCommitment.sum(ballots.stream()
                                .filter(each -> total.choices.test(each.choice()))
                                .map(each -> AreaCommitment.key(secret, each.receipt()))
                                .toList())));
        return keys;
    }

    /**
     * @param keys as {@link #keys} made them
     * @return the area of each total that the tally tells, if the commitments on the ballots say the same
     * @throws RuntimeException if they do not
     */
    static Map<String, Long> opened(
            Optional<OptionSet> optionSet, List<PublishedBallot> ballots, JsonObject keys, JsonObject tally) {
        Map<String, Total> totals = new AreaTotals(optionSet, tally).totals;
        if (!keys.fieldNames().equals(Set.copyOf(totals.keySet()))) {
            throw new IllegalStateException("keys");
        }
        Map<String, Long> areas = new LinkedHashMap<>();
        totals.forEach((name, total) -> {
            long said = total.said.applyAsLong(tally);
            List<String> commitments = ballots.stream()
                    .filter(each -> total.choices.test(each.choice()))
                    .map(PublishedBallot::area)
                    .toList();
            if (!AreaCommitment.opens(commitments, said, Export.text(keys, name))) {
                throw new IllegalStateException(name);
            }
            areas.put(name, said);
        });
        return areas;
    }
}
