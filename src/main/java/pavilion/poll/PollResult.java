package pavilion.poll;

import io.vertx.core.json.JsonObject;

/**
 * What came out of a poll, written once by the close.
 *
 * @param tally what was counted
 * @param outcome what it means under the rule
 * @param boxSha hash of the published ballots
 * @param shown whether the projector shows it
 */
public record PollResult(JsonObject tally, JsonObject outcome, String boxSha, boolean shown) {}
