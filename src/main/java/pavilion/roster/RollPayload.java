package pavilion.roster;

import io.vertx.core.json.JsonObject;

/** The payload of an act on the roll's chain, as JSON: codes and posts, never names. */
public final class RollPayload {
    private RollPayload() {}

    public static String of(Object... pairs) {
        JsonObject json = new JsonObject();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            json.put(pairs[i].toString(), pairs[i + 1]);
        }
        return json.encode();
    }
}
