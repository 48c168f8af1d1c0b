package pavilion.audit;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What opens the areas of one poll, for those who count it: with it and the plan of a house anybody knows who voted how, so it
 * is not published. {@link Verify} holds it against the published export.
 *
 * @param poll its id
 */
public record AreaOpenings(long poll, List<Opening> ballots) {
    static final String FORMAT = "pavilion-areas/1";

    /**
     * @param areaC in 0.01 square metres
     * @param key opens the ballot's commitment
     */
    public record Opening(String receipt, long areaC, String key) {}

    public AreaOpenings {
        ballots = List.copyOf(ballots);
    }

    public byte[] write() {
        String text = "{\"format\":\"" + FORMAT + "\",\"poll\":" + poll + ",\n\"ballots\":"
                + Export.lines(
                        ballots,
                        each -> new JsonObject()
                                .put("receipt", each.receipt)
                                .put("areaC", each.areaC)
                                .put("key", each.key)
                                .encode())
                + "}\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** @throws RuntimeException if it is no such file */
    static AreaOpenings read(byte[] file) {
        JsonObject json = new JsonObject(new String(file, StandardCharsets.UTF_8));
        if (!FORMAT.equals(json.getString("format"))) {
            throw new IllegalStateException("format");
        }
        return new AreaOpenings(
                Export.whole(json, "poll"),
                Export.objects(json.getJsonArray("ballots")).stream()
                        .map(each -> new Opening(
                                Export.text(each, "receipt"), Export.whole(each, "areaC"), Export.text(each, "key")))
                        .toList());
    }

    /** Whether every ballot of the poll, and no other, is opened as what it has locked. */
    Finding check(ExportedPoll exported) {
        Map<String, Opening> left = new HashMap<>();
        ballots.forEach(each -> left.put(each.receipt, each));
        for (PublishedBallot ballot : exported.ballots()) {
            Opening opening = left.remove(ballot.receipt());
            if (opening == null || ballot.area() == null || !opens(opening, ballot.area())) {
                return Finding.bad("audit.verify.areas.bad", Long.toString(poll), ballot.receipt());
            }
        }
        return left.isEmpty()
                ? Finding.good("audit.verify.areas", Long.toString(poll), ballots.size())
                : Finding.bad(
                        "audit.verify.areas.bad",
                        Long.toString(poll),
                        left.keySet().iterator().next());
    }

    private static boolean opens(Opening opening, String commitment) {
        try {
            return AreaCommitment.opens(List.of(commitment), opening.areaC, opening.key);
        } catch (IllegalArgumentException impossible) {
            return false;
        }
    }
}
