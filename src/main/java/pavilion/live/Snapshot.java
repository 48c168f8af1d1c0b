package pavilion.live;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A rendered state on its way to the sockets. Whoever holds an older state is sent only the parts that changed since; the
 * text is made once for all who need the same parts.
 */
final class Snapshot {
    private final long version;
    private final String personal;
    private final RequestPacer.Window window;
    private final Map<String, Map<String, String>> html;
    /** Element id to the version in which it last changed. */
    private final Map<String, Long> changed = new HashMap<>();

    private final long[] changes;
    private final Map<Recipient, String> texts = new ConcurrentHashMap<>();

    /**
     * What two sockets must have in common to be sent the same text.
     *
     * @param since the newest change that both have; there are as few of them as there are parts
     */
    private record Recipient(String lang, long since, boolean personal) {}

    private Snapshot(
            long version,
            String personal,
            RequestPacer.Window window,
            Map<String, Map<String, String>> html,
            @Nullable Snapshot before) {
        this.version = version;
        this.personal = personal;
        this.window = window;
        this.html = html;
        html.forEach((lang, parts) -> parts.forEach((id, part) -> {
            boolean same = before != null
                    && part.equals(before.html.getOrDefault(lang, Map.of()).get(id));
            changed.merge(id, same ? before.changed.getOrDefault(id, version) : version, Math::max);
        }));
        this.changes = changed.values().stream().mapToLong(v -> v).distinct().toArray();
    }

    long version() {
        return version;
    }

    /** @see RenderedParts#personal */
    String personal() {
        return personal;
    }

    /**
     * @param held the version that the page shows
     * @param fetch whether the page is to fetch its personal part again
     */
    String text(String lang, long held, boolean fetch) {
        long since = -1;
        for (long change : changes) {
            since = change <= held ? Math.max(since, change) : since;
        }
        return texts.computeIfAbsent(new Recipient(lang, since, fetch), this::write);
    }

    private String write(Recipient recipient) {
        JsonObject parts = new JsonObject();
        html.getOrDefault(recipient.lang, Map.of()).forEach((id, part) -> {
            if (changed.getOrDefault(id, version) > recipient.since) {
                parts.put(id, part);
            }
        });
        JsonObject json = new JsonObject().put("v", version).put("html", parts);
        if (recipient.personal) {
            json.put("me", new JsonArray().add(window.from()).add(window.until()));
        }
        return json.encode();
    }

    static JsonObject toJson(RenderedParts rendered) {
        JsonObject html = new JsonObject();
        rendered.html().forEach((lang, parts) -> {
            JsonObject each = new JsonObject();
            parts.forEach(each::put);
            html.put(lang, each);
        });
        return new JsonObject()
                .put("v", rendered.version())
                .put("me", rendered.personal())
                .put("html", html);
    }

    static long version(JsonObject json) {
        return json.getLong("v");
    }

    /**
     * @param before what this server knew until now; without it every part counts as changed
     * @param window says when the pages may fetch their personal parts, should those have changed
     */
    static Snapshot of(JsonObject json, @Nullable Snapshot before, Supplier<RequestPacer.Window> window) {
        Map<String, Map<String, String>> html = new HashMap<>();
        json.getJsonObject("html").forEach(lang -> {
            Map<String, String> parts = new HashMap<>();
            ((JsonObject) lang.getValue()).forEach(part -> parts.put(part.getKey(), (String) part.getValue()));
            html.put(lang.getKey(), parts);
        });
        String personal = json.getString("me");
        boolean same = before != null && before.personal.equals(personal);
        return new Snapshot(version(json), personal, same ? before.window : window.get(), html, before);
    }
}
