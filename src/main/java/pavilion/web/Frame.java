package pavilion.web;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A rendered state on its way to the sockets. Whoever holds an older state is sent only the parts that changed since; the
 * ready text is made once for all who hold the same.
 */
final class Frame {
    private final long version;
    private final String me;
    private final Map<String, Map<String, String>> html;
    private final Map<String, Long> changed = new HashMap<>();
    private final Map<Reader, String> texts = new ConcurrentHashMap<>();

    /** What two sockets must have in common to be sent the same text. */
    private record Reader(String lang, long held, boolean personal) {}

    /** @param before what this node knew until now; without it everything counts as new */
    private Frame(long version, String me, Map<String, Map<String, String>> html, @Nullable Frame before) {
        this.version = version;
        this.me = me;
        this.html = html;
        html.forEach((lang, parts) -> parts.forEach((id, part) -> {
            boolean same = before != null
                    && part.equals(before.html.getOrDefault(lang, Map.of()).get(id));
            changed.merge(id, same ? before.changed.getOrDefault(id, version) : version, Math::max);
        }));
    }

    static Frame of(Fragments fragments, @Nullable Frame before) {
        return new Frame(fragments.version(), fragments.me(), fragments.html(), before);
    }

    long version() {
        return version;
    }

    String me() {
        return me;
    }

    /**
     * @param held the version that the page shows
     * @param personal whether the page is to ask for its own part again
     */
    String text(String lang, long held, boolean personal) {
        return texts.computeIfAbsent(new Reader(lang, held, personal), this::write);
    }

    private String write(Reader reader) {
        JsonObject parts = new JsonObject();
        html.getOrDefault(reader.lang, Map.of()).forEach((id, part) -> {
            if (changed.getOrDefault(id, version) > reader.held) {
                parts.put(id, part);
            }
        });
        JsonObject json = new JsonObject().put("v", version).put("html", parts);
        return (reader.personal ? json.put("me", true) : json).encode();
    }

    static JsonObject toJson(Fragments fragments) {
        JsonObject all = new JsonObject();
        fragments.html().forEach((lang, parts) -> {
            JsonObject each = new JsonObject();
            parts.forEach(each::put);
            all.put(lang, each);
        });
        return new JsonObject()
                .put("v", fragments.version())
                .put("me", fragments.me())
                .put("html", all);
    }

    static Frame of(JsonObject json, @Nullable Frame before) {
        Map<String, Map<String, String>> html = new HashMap<>();
        json.getJsonObject("html").forEach(lang -> {
            Map<String, String> parts = new HashMap<>();
            ((JsonObject) lang.getValue()).forEach(part -> parts.put(part.getKey(), (String) part.getValue()));
            html.put(lang.getKey(), parts);
        });
        return new Frame(json.getLong("v"), json.getString("me"), html, before);
    }
}
