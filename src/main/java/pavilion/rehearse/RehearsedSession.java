package pavilion.rehearse;

import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * A session that was called, with a signed-in browser of everybody who will come.
 *
 * @param at path of the community, {@code /c/code}
 * @param channel of live updates, as the pages name it
 * @param moderator the moderator's token
 * @param people one token a household
 */
public record RehearsedSession(
        ServerAddress server, String at, long session, String channel, String moderator, List<String> people) {

    static RehearsedSession of(ServerAddress server, JsonObject json) {
        return new RehearsedSession(
                server,
                json.getString("at"),
                json.getLong("session"),
                json.getString("channel"),
                json.getString("moderator"),
                json.getJsonArray("people").stream().map(String::valueOf).toList());
    }

    String path() {
        return at + "/sessions/" + session;
    }

    static String cookie(String token) {
        return "pavilion=" + token + "; look=zh.18.auto";
    }
}
