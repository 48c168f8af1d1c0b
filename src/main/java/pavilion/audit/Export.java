package pavilion.audit;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import pavilion.rules.Sha256;

/**
 * One matter as a file that can be checked with nothing but itself. The file is JSON; its first line holds the hash of
 * every byte after that line, so any editor and any sha256 tool can redo the check by hand.
 *
 * @param matter {@code number, title, place, template, rule}
 * @param resolutions the oldest first: {@code content} as it was hashed, {@code minority}, and {@code withdrawn}, the reason
 *     or null
 * @param polls every poll that was opened, the oldest first
 */
public record Export(JsonObject matter, List<JsonObject> resolutions, List<ExportedPoll> polls, List<ChainEntry> acts) {
    static final String KIND = "{\"format\":\"pavilion-matter/";
    static final String FORMAT = KIND + "3\",\"sha256\":\"";
    static final String FORMAT_END = "\",";
    static final int HEX = 64;

    public Export {
        resolutions = List.copyOf(resolutions);
        polls = List.copyOf(polls);
        acts = List.copyOf(acts);
    }

    public byte[] write() {
        String rest = rest();
        byte[] body = rest.getBytes(StandardCharsets.UTF_8);
        String first = FORMAT + Sha256.of(body, 0) + FORMAT_END + "\n";
        return (first + rest).getBytes(StandardCharsets.UTF_8);
    }

    /** Everything after the first line: one resolution, one poll, one ballot and one act a line. */
    private String rest() {
        return "\"matter\":" + matter.encode()
                + ",\n\"resolutions\":" + lines(resolutions, JsonObject::encode)
                + ",\n\"polls\":" + lines(polls, ExportedPoll::write)
                + ",\n\"acts\":" + lines(acts, act -> json(act).encode())
                + "}\n";
    }

    static <T> String lines(List<T> all, Function<T, String> line) {
        var text = new StringBuilder("[");
        for (int i = 0; i < all.size(); i++) {
            text.append(i == 0 ? "\n" : ",\n").append(line.apply(all.get(i)));
        }
        return text.append("]").toString();
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
                objects(file.getJsonArray("resolutions")),
                objects(file.getJsonArray("polls")).stream()
                        .map(ExportedPoll::read)
                        .toList(),
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

    static String text(JsonObject json, String field) {
        return Objects.requireNonNull(json.getString(field), field);
    }

    /** @throws IllegalStateException for 7.5, and for 7.0, which another reader may not take for 7 */
    static long whole(JsonObject json, String field) {
        if (json.getValue(field) instanceof Number number && (number instanceof Integer || number instanceof Long)) {
            return number.longValue();
        }
        throw new IllegalStateException(field);
    }

    static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }
}
