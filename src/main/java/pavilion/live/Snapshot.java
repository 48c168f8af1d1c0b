package pavilion.live;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A rendered state on its way to the sockets. Whoever holds an older state is sent only the parts that changed since; the
 * ready text is made once for all who hold the same.
 */
final class Snapshot {
    private final long version;
    private final String me;
    private final List<Long> within;
    private final Map<String, Map<String, String>> html;
    private final Map<String, Long> changed = new HashMap<>();
    private final Map<Reader, String> texts = new ConcurrentHashMap<>();

    /** What two sockets must have in common to be sent the same text. */
    private record Reader(String lang, long held, boolean personal) {}

    private Snapshot(
            long version,
            String me,
            List<Long> within,
            Map<String, Map<String, String>> html,
            @Nullable Snapshot before) {
        this.version = version;
        this.me = me;
        this.within = within;
        this.html = html;
        html.forEach((lang, parts) -> parts.forEach((id, part) -> {
            boolean same = before != null
                    && part.equals(before.html.getOrDefault(lang, Map.of()).get(id));
            changed.merge(id, same ? before.changed.getOrDefault(id, version) : version, Math::max);
        }));
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
        return (reader.personal ? json.put("me", new JsonArray(within)) : json).encode();
    }

    static JsonObject toJson(RenderedParts fragments) {
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

    /**
     * @param before what this node knew until now; without it everything counts as new
     * @param spread says when the pages may ask again for what is each one's own, should that have changed
     */
    static Snapshot of(JsonObject json, @Nullable Snapshot before, Supplier<List<Long>> spread) {
        Map<String, Map<String, String>> html = new HashMap<>();
        json.getJsonObject("html").forEach(lang -> {
            Map<String, String> parts = new HashMap<>();
            ((JsonObject) lang.getValue()).forEach(part -> parts.put(part.getKey(), (String) part.getValue()));
            html.put(lang.getKey(), parts);
        });
        String me = json.getString("me");
        boolean same = before != null && before.me.equals(me);
        return new Snapshot(json.getLong("v"), me, same ? before.within : spread.get(), html, before);
    }
}
