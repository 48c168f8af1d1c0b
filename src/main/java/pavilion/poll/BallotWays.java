package pavilion.poll;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Refusal;

/**
 * How many ballots came which way: counted at the close, stored with the tally, and told wherever the result is.
 *
 * @param phone cast by the voter on a phone or in any other browser
 * @param assisted spoken in the hall and entered by the recorder
 * @param paper on paper
 * @param letters how many of these were cast by the holder of a proxy letter
 */
public record BallotWays(int phone, int assisted, int paper, int letters) {
    private static final String STORED = "ways";

    /** What a stored tally says; null where nothing is counted, or hands were. */
    public static @Nullable BallotWays of(@Nullable JsonObject tally) {
        JsonObject ways = tally == null ? null : tally.getJsonObject(STORED);
        return ways == null
                ? null
                : new BallotWays(
                        ways.getInteger("phone"),
                        ways.getInteger("assisted"),
                        ways.getInteger("paper"),
                        ways.getInteger("letters", 0));
    }

    void store(JsonObject tally) {
        tally.put(
                STORED,
                new JsonObject()
                        .put("phone", phone)
                        .put("assisted", assisted)
                        .put("paper", paper)
                        .put("letters", letters));
    }

    /** In words. */
    public Refusal sentence() {
        return letters == 0
                ? Refusal.of("poll.ways", phone, assisted, paper)
                : Refusal.of("poll.ways.letters", phone, assisted, paper, letters);
    }
}
