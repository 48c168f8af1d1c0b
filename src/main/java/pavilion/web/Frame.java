package pavilion.web;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/** A rendered state on its way to the sockets: ready text a language, with and without the call to refresh oneself. */
record Frame(long version, String me, Map<String, String> plain, Map<String, String> personal) {

    static Frame of(Fragments fragments) {
        Map<String, String> plain = new HashMap<>();
        Map<String, String> personal = new HashMap<>();
        fragments.html().forEach((lang, html) -> {
            JsonObject json = new JsonObject().put("v", fragments.version());
            JsonObject parts = new JsonObject();
            html.forEach(parts::put);
            json.put("html", parts);
            plain.put(lang, json.encode());
            personal.put(lang, json.put("me", true).encode());
        });
        return new Frame(fragments.version(), fragments.me(), plain, personal);
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject().put("v", version).put("me", me);
        JsonObject plainJson = new JsonObject();
        plain.forEach(plainJson::put);
        JsonObject personalJson = new JsonObject();
        personal.forEach(personalJson::put);
        return json.put("plain", plainJson).put("personal", personalJson);
    }

    static Frame of(JsonObject json) {
        return new Frame(json.getLong("v"), json.getString("me"), texts(json, "plain"), texts(json, "personal"));
    }

    private static Map<String, String> texts(JsonObject json, String name) {
        Map<String, String> texts = new HashMap<>();
        json.getJsonObject(name).forEach(e -> texts.put(e.getKey(), (String) e.getValue()));
        return texts;
    }
}
