package pavilion.audit;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Sha256;

/**
 * One matter as a file that can be checked with nothing but itself. The file is JSON; its first line holds the hash of
 * every byte after that line, so any editor and any sha256 tool can redo the check by hand.
 *
 * @param electorate {@code kind}, {@code heads}, {@code areaC} of the frozen roll: totals, no people
 * @param poll {@code id, question, rule, rule_day, opened, closed, secrecy, tally, outcome}, or null if none was held
 */
public record Export(
        JsonObject matter,
        JsonObject electorate,
        List<PublishedBallot> ballots,
        @Nullable JsonObject poll,
        List<ChainEntry> acts) {
    static final String FORMAT = "{\"format\":\"pavilion-matter/1\",\"sha256\":\"";
    static final String FORMAT_END = "\",";
    static final int HEX = 64;

    public byte[] write() {
        String rest = rest();
        byte[] body = rest.getBytes(StandardCharsets.UTF_8);
        String first = FORMAT + Sha256.of(body, 0) + FORMAT_END + "\n";
        return (first + rest).getBytes(StandardCharsets.UTF_8);
    }

    /** Everything after the first line, one ballot and one act a line. */
    private String rest() {
        var sorted = PublishedBallot.sorted(ballots);
        return "\"matter\":" + matter.encode()
                + ",\n\"electorate\":" + electorate.encode()
                + ",\n\"poll\":" + (poll == null ? "null" : poll.encode())
                + ",\n\"ballots\":" + lines(sorted.stream().map(Export::json).toList())
                + ",\n\"box_sha256\":\"" + PublishedBallot.seal(ballots)
                + "\",\n\"acts\":" + lines(acts.stream().map(Export::json).toList())
                + "}\n";
    }

    private static String lines(List<JsonObject> objects) {
        var text = new StringBuilder("[");
        for (int i = 0; i < objects.size(); i++) {
            text.append(i == 0 ? "\n" : ",\n").append(objects.get(i).encode());
        }
        return text.append("]").toString();
    }

    private static JsonObject json(PublishedBallot ballot) {
        return new JsonObject()
                .put("receipt", ballot.receipt())
                .put("choice", ballot.choice())
                .put("areaC", ballot.areaC())
                .put("heads", ballot.heads());
    }

    private static JsonObject json(ChainEntry entry) {
        return new JsonObject()
                .put("seq", entry.seq())
                .put("at", entry.atMillis())
                .put("act", entry.act())
                .put("by", entry.by())
                .put("payload", entry.payload())
                .put("previous", entry.previous())
                .put("hash", entry.hash());
    }

    /** Reads what {@link #write()} wrote after its first line; whatever does not fit is thrown as it comes. */
    static Export read(JsonObject file) {
        return new Export(
                Objects.requireNonNull(file.getJsonObject("matter")),
                Objects.requireNonNull(file.getJsonObject("electorate")),
                objects(file.getJsonArray("ballots")).stream()
                        .map(each -> new PublishedBallot(
                                text(each, "receipt"),
                                text(each, "choice"),
                                each.getLong("areaC"),
                                each.getLong("heads")))
                        .toList(),
                file.getJsonObject("poll"),
                objects(file.getJsonArray("acts")).stream()
                        .map(each -> new ChainEntry(
                                each.getLong("seq"),
                                each.getLong("at"),
                                text(each, "act"),
                                text(each, "by"),
                                text(each, "payload"),
                                text(each, "previous"),
                                text(each, "hash")))
                        .toList());
    }

    private static String text(JsonObject json, String field) {
        return Objects.requireNonNull(json.getString(field), field);
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }
}
