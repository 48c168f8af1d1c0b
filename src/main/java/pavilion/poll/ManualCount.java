package pavilion.poll;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one person counted.
 *
 * @param spoiled papers that say nothing
 */
record ManualCount(long person, String post, int yes, int no, int abstain, int spoiled) {
    long valid() {
        return (long) yes + no + abstain;
    }

    long all() {
        return valid() + spoiled;
    }

    boolean possible() {
        return yes >= 0 && no >= 0 && abstain >= 0 && spoiled >= 0;
    }

    private boolean same(ManualCount other) {
        return yes == other.yes && no == other.no && abstain == other.abstain && spoiled == other.spoiled;
    }

    /**
     * The result that two people came to, each on their own.
     *
     * @param counts the newest first: the two that counted last must agree
     */
    static Optional<ManualCount> agreed(List<ManualCount> counts) {
        return counts.size() < 2 || !counts.get(0).same(counts.get(1))
                ? Optional.empty()
                : Optional.of(counts.getFirst());
    }

    /**
     * The posts of the two whose counts of hands agreed; empty where no hands were counted.
     *
     * @param tally as it is stored
     */
    static List<String> counters(@Nullable JsonObject tally) {
        JsonArray counts = tally == null ? new JsonArray() : tally.getJsonArray("hands", new JsonArray());
        return counts.stream()
                .limit(2)
                .map(each -> ((JsonObject) each).getString("post"))
                .toList();
    }

    /** Every count of hands, the newest first, by post, without a name. */
    static JsonArray byPost(List<ManualCount> counts) {
        JsonArray all = new JsonArray();
        counts.forEach(each -> all.add(new JsonObject()
                .put("post", each.post)
                .put("yes", each.yes)
                .put("no", each.no)
                .put("abstain", each.abstain)));
        return all;
    }
}
