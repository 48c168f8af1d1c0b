package pavilion.audit;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The first place where two JSON values differ. The order of an object's fields means nothing; 13 and 13.0 are not the same,
 * nor are null and a field that is not there.
 *
 * @param path of the place, such as {@code outcome.steps[0].met}
 * @param said the value that was found there, as JSON, cut off where it is long
 * @param expected the value that should be there
 */
record JsonDifference(String path, String said, String expected) {
    private static final int LONGEST = 120;
    private static final String ABSENT = "–";

    static Optional<JsonDifference> first(JsonObject expected, JsonObject said) {
        // Parsed again, so that numbers and lists are of the kinds that a parser makes.
        return at("", new JsonObject(expected.encode()), said);
    }

    private static Optional<JsonDifference> at(String path, @Nullable Object expected, @Nullable Object said) {
        if (expected instanceof JsonObject these && said instanceof JsonObject those) {
            return fields(path, these, those);
        }
        if (expected instanceof JsonArray these && said instanceof JsonArray those) {
            return elements(path, these, those);
        }
        return Json.encode(expected).equals(Json.encode(said))
                ? Optional.empty()
                : Optional.of(new JsonDifference(path, shown(said), shown(expected)));
    }

    private static Optional<JsonDifference> fields(String path, JsonObject expected, JsonObject said) {
        var names = new TreeSet<>(expected.fieldNames());
        names.addAll(said.fieldNames());
        for (String name : names) {
            String inner = path.isEmpty() ? name : path + "." + name;
            if (!expected.containsKey(name) || !said.containsKey(name)) {
                return Optional.of(new JsonDifference(
                        inner,
                        said.containsKey(name) ? shown(said.getValue(name)) : ABSENT,
                        expected.containsKey(name) ? shown(expected.getValue(name)) : ABSENT));
            }
            var found = at(inner, expected.getValue(name), said.getValue(name));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonDifference> elements(String path, JsonArray expected, JsonArray said) {
        for (int i = 0; i < Math.max(expected.size(), said.size()); i++) {
            String inner = path + "[" + i + "]";
            if (i >= expected.size() || i >= said.size()) {
                return Optional.of(new JsonDifference(
                        inner,
                        i < said.size() ? shown(said.getValue(i)) : ABSENT,
                        i < expected.size() ? shown(expected.getValue(i)) : ABSENT));
            }
            var found = at(inner, expected.getValue(i), said.getValue(i));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static String shown(@Nullable Object value) {
        String text = Json.encode(value);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
