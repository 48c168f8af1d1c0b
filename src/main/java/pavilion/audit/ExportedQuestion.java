package pavilion.audit;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pavilion.rules.Refused;
import pavilion.rules.Tally;
import pavilion.rules.method.OptionSet;
import pavilion.rules.method.OptionSetResult;

/**
 * What an exported poll asked, so that its ballots can be read and counted again: yes or no, a choice among plans, or raised hands.
 *
 * @param seed decides ties by lot: the roll's hash, published when the poll was opened
 */
record ExportedQuestion(Optional<OptionSet> optionSet, boolean byHands, String seed) {
    private static final List<String> PLAIN = List.of("yes", "no", "abstain");

    /** @throws IllegalStateException if the file asks something other than what the chain says was asked */
    static ExportedQuestion of(JsonObject poll, JsonObject opened) {
        JsonObject optionSet = poll.getJsonObject("slate");
        boolean hands = poll.getBoolean("by_hands", false);
        boolean asked = (optionSet == null || optionSet.equals(opened.getJsonObject("slate")))
                && hands == opened.getBoolean("by_hands", false);
        if (!asked) {
            throw new IllegalStateException("question");
        }
        return new ExportedQuestion(
                Optional.ofNullable(optionSet).map(map -> OptionSet.fromMap(map.getMap())),
                hands,
                opened.getString("electorate_sha256", ""));
    }

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

    /** @throws IllegalStateException if the stored count of the plans, or of the hands, is not what comes out */
    Tally count(List<PublishedBallot> ballots, JsonObject stored) {
        if (byHands) {
            return hands(ballots, stored.getJsonArray("hands"));
        }
        List<OptionSet.Pile> piles = new ArrayList<>();
        for (PublishedBallot ballot : ballots) {
            piles.add(new OptionSet.Pile(ballot.choice(), ballot.heads(), ballot.areaC()));
        }
        if (optionSet.isEmpty()) {
            return plain(piles);
        }
        OptionSetResult picked = optionSet.get().count(piles, seed);
        JsonObject again = new JsonObject(new JsonObject(picked.toMap()).encode());
        if (!again.equals(stored.getJsonObject("plans"))) {
            throw new IllegalStateException("plans");
        }
        return picked.tally();
    }

    private static Tally hands(List<PublishedBallot> ballots, JsonArray hands) {
        JsonObject first = hands.getJsonObject(0);
        JsonObject second = hands.getJsonObject(1);
        Tally one = tally(first);
        if (!ballots.isEmpty() || !one.equals(tally(second))) {
            throw new IllegalStateException("hands");
        }
        return one;
    }

    private static Tally tally(JsonObject seen) {
        return Tally.of(seen.getLong("yes"), seen.getLong("no"), seen.getLong("abstain"));
    }

    private static Tally plain(List<OptionSet.Pile> piles) {
        long[] heads = new long[3];
        long[] area = new long[3];
        for (OptionSet.Pile pile : piles) {
            int at = PLAIN.indexOf(pile.choice());
            heads[at] = Math.addExact(heads[at], pile.heads());
            area[at] = Math.addExact(area[at], pile.areaC());
        }
        return new Tally(heads[0], heads[1], heads[2], area[0], area[1], area[2]);
    }
}
