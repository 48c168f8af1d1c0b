package pavilion.audit;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import pavilion.rules.Refused;
import pavilion.rules.Tally;
import pavilion.rules.method.OptionSet;
import pavilion.rules.method.OptionSetResult;

/**
 * What the chain says a poll asked, so that its ballots can be read and counted again: yes or no, a choice among plans, or
 * raised hands.
 *
 * @param seed decides ties by lot: the roll's hash, published when the poll was opened
 */
record ExportedQuestion(Optional<OptionSet> optionSet, boolean byHands, String seed) {
    private static final List<String> PLAIN = List.of("yes", "no", "abstain");

    static ExportedQuestion of(RecordedPoll poll) {
        JsonObject optionSet = poll.opened().getJsonObject("slate");
        return new ExportedQuestion(
                Optional.ofNullable(optionSet).map(map -> OptionSet.fromMap(map.getMap())),
                poll.opened().getBoolean("by_hands", false),
                Export.text(poll.electorate(), "sha256"));
    }

    /** What stands in the tally of the closing act alone: no ballot says how it came. */
    private static final List<String> TOLD = List.of("papers", "ways");

    boolean answers(String choice) {
        if (optionSet.isEmpty()) {
            return PLAIN.contains(choice);
        }
        try {
            return optionSet.get().written(choice).equals(choice);
        } catch (Refused unreadable) {
            return false;
        }
    }

    /**
     * What the stored tally has to say.
     *
     * @param recorded the tally of the closing act: the hands that were counted, and what became of papers, stand there alone
     * @param areas the totals of {@link AreaTotals}; empty where area does not count
     * @throws IllegalStateException if two people did not count the same hands, or ballots came of them
     */
    JsonObject count(List<PublishedBallot> ballots, JsonObject recorded, Map<String, Long> areas) {
        JsonObject stored = new JsonObject();
        for (String told : TOLD) {
            if (recorded.containsKey(told)) {
                stored.put(told, recorded.getValue(told));
            }
        }
        if (byHands) {
            JsonArray hands = recorded.getJsonArray("hands");
            return put(stored.put("hands", hands), hands(ballots, hands));
        }
        List<OptionSet.Pile> piles = new ArrayList<>();
        for (PublishedBallot ballot : ballots) {
            piles.add(new OptionSet.Pile(ballot.choice(), ballot.heads(), 0));
        }
        if (optionSet.isEmpty()) {
            return put(stored, plain(piles, areas));
        }
        OptionSetResult picked = weighed(optionSet.get().count(piles, seed), areas);
        return put(stored.put("plans", new JsonObject(picked.toMap())), picked.tally());
    }

    private static Tally hands(List<PublishedBallot> ballots, JsonArray hands) {
        JsonObject first = Objects.requireNonNull(hands.getJsonObject(0));
        JsonObject second = Objects.requireNonNull(hands.getJsonObject(1));
        Tally one = seen(first);
        if (!ballots.isEmpty() || !one.equals(seen(second))) {
            throw new IllegalStateException("hands");
        }
        return one;
    }

    private static Tally seen(JsonObject hands) {
        return Tally.of(hands.getLong("yes"), hands.getLong("no"), hands.getLong("abstain"));
    }

    private static OptionSetResult weighed(OptionSetResult picked, Map<String, Long> areas) {
        List<Long> supports = IntStream.rangeClosed(1, picked.support().size())
                .mapToObj(plan -> areas.getOrDefault(Integer.toString(plan), 0L))
                .toList();
        return picked.weighed(
                supports,
                areas.getOrDefault(AreaTotals.PICKING, 0L),
                areas.getOrDefault(AreaTotals.ANSWERED, 0L),
                areas.getOrDefault(AreaTotals.ABSTAIN, 0L));
    }

    private static Tally plain(List<OptionSet.Pile> piles, Map<String, Long> areas) {
        long[] heads = new long[3];
        for (OptionSet.Pile pile : piles) {
            int at = PLAIN.indexOf(pile.choice());
            heads[at] = Math.addExact(heads[at], pile.heads());
        }
        List<Long> area =
                PLAIN.stream().map(choice -> areas.getOrDefault(choice, 0L)).toList();
        return new Tally(heads[0], heads[1], heads[2], area.get(0), area.get(1), area.get(2));
    }

    private static JsonObject put(JsonObject stored, Tally tally) {
        stored.getMap().putAll(tally.toMap());
        return stored;
    }
}
