package pavilion.audit;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Sha256;

/**
 * Every way to change one thing in an exported file: each value, each field and each element is changed, left out, added,
 * doubled, or put in another place. Whoever does it also redoes the first line, and further hashes as far as {@link Redone}
 * says.
 */
public final class Tampering {
    /** Which hashes the forger makes good. */
    public enum Redone {
        /** That of the first line. */
        FILE,
        /** Those of the acts too, and the act's hash of a resolution's text: nothing but a published code shows that. */
        ACTS,
        /** The seal of the box and the sum of the receipts too, in the file and in the act. */
        BOX
    }

    /**
     * A file in which one thing was changed.
     *
     * @param what the place and the change, with acts by their names: {@code acts/poll.closed/payload//passed changed}
     */
    public record Change(String what, Redone redone, byte[] file) {}

    private record Place(List<Object> path, String name) {
        Place at(Object step, String called) {
            var longer = new ArrayList<>(path);
            longer.add(step);
            return new Place(longer, name.isEmpty() ? called : name + "/" + called);
        }
    }

    private record Edit(String what, Consumer<JsonObject> act) {}

    private final JsonObject root;
    private final List<Edit> edits = new ArrayList<>();

    private Tampering(byte[] file) {
        this.root = new JsonObject(new String(file, StandardCharsets.UTF_8));
        root.remove("format");
        root.remove("sha256");
        fields(new Place(List.of(), ""), root);
    }

    /** Those that do not come out as the same file again. */
    public static List<Change> of(byte[] file) {
        var tampering = new Tampering(file);
        Map<String, Change> all = new LinkedHashMap<>();
        for (Edit edit : tampering.edits) {
            for (Redone redone : Redone.values()) {
                byte[] changed = tampering.changed(edit, redone);
                boolean again = Arrays.equals(changed, file);
                if (!again) {
                    all.putIfAbsent(Sha256.of(changed, 0), new Change(edit.what, redone, changed));
                }
            }
        }
        return List.copyOf(all.values());
    }

    private void walk(Place place, @Nullable Object value) {
        if (value instanceof JsonObject object) {
            fields(place, object);
        } else if (value instanceof JsonArray array) {
            elements(place, array);
        } else if (value instanceof String text && text.startsWith("{")) {
            fields(place.at(Inside.JSON, ""), new JsonObject(text));
        }
    }

    /** The step from a text to the JSON that it holds. */
    private enum Inside {
        JSON
    }

    private void fields(Place place, JsonObject object) {
        for (String field : object.fieldNames()) {
            Place inner = place.at(field, field);
            Object value = object.getValue(field);
            edit(inner.name + " left out", place, it -> ((JsonObject) it).remove(field));
            for (Object other : others(value)) {
                edit(inner.name + " changed", place, it -> ((JsonObject) it).put(field, other));
            }
            if (value != null) {
                edit(inner.name + " emptied", place, it -> ((JsonObject) it).put(field, null));
            }
            walk(inner, value);
        }
        edit(place.name + " with a field more", place, it -> ((JsonObject) it).put("added", 1));
    }

    private void elements(Place place, JsonArray array) {
        for (int i = 0; i < array.size(); i++) {
            int at = i;
            Object value = array.getValue(i);
            String called = called(value);
            Place inner = place.at(i, called);
            edit(inner.name + " left out", place, it -> ((JsonArray) it).remove(at));
            edit(inner.name + " doubled", place, it -> ((JsonArray) it).add(at, copy(value)));
            if (i > 0) {
                Object before = array.getValue(i - 1);
                edit(place.name + "/" + called(before) + "+" + called + " swapped", place, it -> {
                    ((JsonArray) it).set(at - 1, copy(value));
                    ((JsonArray) it).set(at, copy(before));
                });
            }
            for (Object other : others(value)) {
                edit(inner.name + " changed", place, it -> ((JsonArray) it).set(at, other));
            }
            walk(inner, value);
        }
    }

    private static String called(@Nullable Object element) {
        if (!(element instanceof JsonObject object && object.getValue("act") instanceof String act)) {
            return "*";
        }
        String decision = new JsonObject(object.getString("payload")).getString("decision");
        return decision == null ? act : act + "=" + decision;
    }

    private static Object copy(Object value) {
        return value instanceof JsonObject object ? object.copy() : value;
    }

    private static List<Object> others(@Nullable Object value) {
        if (value == null) {
            return List.of("x");
        }
        if (value instanceof Boolean truth) {
            return List.of(!truth);
        }
        if (value instanceof Integer number) {
            return List.of(number + 1, number.doubleValue());
        }
        if (value instanceof Long number) {
            return List.of(number + 1);
        }
        if (value instanceof String text && !text.startsWith("{")) {
            return text.isEmpty() ? List.of("x") : List.of(text + "x", "", other(text));
        }
        return List.of();
    }

    /** Another of the same form: digits, and the answers of a ballot. */
    private static String other(String text) {
        return switch (text) {
            case "yes" -> "no";
            case "no", "abstain" -> "yes";
            case "named" -> "secret";
            default -> text.replace('1', '2').replace('0', '1');
        };
    }

    private void edit(String what, Place place, Consumer<Object> act) {
        edits.add(new Edit(what, root -> within(root, place.path, act)));
    }

    /** Does it to the value at the end of the path; texts that hold JSON on the way are written anew. */
    private static void within(Object value, List<Object> path, Consumer<Object> act) {
        if (path.isEmpty()) {
            act.accept(value);
            return;
        }
        Object step = path.getFirst();
        List<Object> rest = path.subList(1, path.size());
        Object inner = step instanceof String field
                ? ((JsonObject) value).getValue(field)
                : ((JsonArray) value).getValue((Integer) step);
        if (rest.isEmpty() || rest.getFirst() != Inside.JSON) {
            within(inner, rest, act);
            return;
        }
        JsonObject text = new JsonObject((String) inner);
        within(text, rest.subList(1, rest.size()), act);
        ((JsonObject) value).put((String) step, text.encode());
    }

    private byte[] changed(Edit edit, Redone redone) {
        JsonObject copy = new JsonObject(root.encode());
        edit.act.accept(copy);
        try {
            if (redone == Redone.BOX) {
                reseal(copy);
            }
            if (redone != Redone.FILE) {
                relink(copy);
            }
            return Export.read(copy).write();
        } catch (RuntimeException unreadable) {
            // No longer of the shape that this program writes: the forger does what is left to do.
            String body = copy.encode().substring(1) + "\n";
            String first = Export.FORMAT + Sha256.of(body) + Export.FORMAT_END + "\n";
            return (first + body).getBytes(StandardCharsets.UTF_8);
        }
    }

    private static Stream<JsonObject> objects(JsonObject root, String field) {
        return root.getJsonArray(field).stream().map(JsonObject.class::cast);
    }

    private static void reseal(JsonObject root) {
        objects(root, "polls")
                .filter(poll -> !poll.getJsonArray("ballots").isEmpty())
                .forEach(poll -> {
                    List<PublishedBallot> ballots = ExportedPoll.read(poll).ballots();
                    String box = PublishedBallot.seal(ballots);
                    replace(poll, "box_sha256", box);
                    objects(root, "acts")
                            .filter(act -> act.getString("act").equals("poll.closed"))
                            .forEach(act -> {
                                JsonObject payload = new JsonObject(act.getString("payload"));
                                if (Json.encode(payload.getValue("poll")).equals(Json.encode(poll.getValue("id")))) {
                                    replace(payload, "box_sha256", box);
                                    if ("named".equals(poll.getString("secrecy"))) {
                                        Receipts all = Receipts.of(ballots.stream()
                                                .map(PublishedBallot::receipt)
                                                .toList());
                                        replace(payload.getJsonObject("receipts"), "sha256", all.sha256());
                                    }
                                    act.put("payload", payload.encode());
                                }
                            });
                });
    }

    private static void replace(JsonObject object, String field, String hash) {
        if (object.getValue(field) instanceof String) {
            object.put(field, hash);
        }
    }

    private static void relink(JsonObject root) {
        String previous = Chain.START;
        int seq = 0;
        int resolution = 0;
        for (JsonObject act : objects(root, "acts").toList()) {
            if (act.getString("act").equals("resolution")
                    && resolution < root.getJsonArray("resolutions").size()) {
                String text = root.getJsonArray("resolutions")
                        .getJsonObject(resolution++)
                        .getString("content");
                JsonObject payload = new JsonObject(act.getString("payload"));
                replace(payload, "sha256", Sha256.of(text));
                act.put("payload", payload.encode());
            }
            seq++;
            String hash = Chain.hash(
                    previous,
                    seq,
                    act.getLong("at"),
                    act.getString("act"),
                    act.getString("by"),
                    act.getString("payload"));
            act.put("seq", seq).put("previous", previous).put("hash", hash);
            previous = hash;
        }
    }
}
