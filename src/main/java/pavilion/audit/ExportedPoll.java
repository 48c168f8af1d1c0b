package pavilion.audit;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One poll as it is exported.
 *
 * @param facts all but the ballots: {@code id, purpose, question, rule, rule_day, opened, closed, void, secrecy, electorate,
 *     present, receipts, tally, outcome, box_sha256}, and where there are such {@code slate, by_hands, adopted, area_keys}
 * @param ballots none while it is open, after it was made void, and of raised hands
 */
public record ExportedPoll(JsonObject facts, List<PublishedBallot> ballots) {
    private static final String BALLOTS = "ballots";

    public ExportedPoll {
        ballots = PublishedBallot.sorted(ballots);
    }

    String write() {
        String start = facts.encode();
        return start.substring(0, start.length() - 1) + ",\n\"" + BALLOTS + "\":"
                + Export.lines(ballots, each -> json(each).encode()) + "}";
    }

    private static JsonObject json(PublishedBallot ballot) {
        return new JsonObject()
                .put("receipt", ballot.receipt())
                .put("choice", ballot.choice())
                .put("area", ballot.area())
                .put("heads", ballot.heads());
    }

    static ExportedPoll read(JsonObject poll) {
        JsonObject facts = poll.copy();
        facts.remove(BALLOTS);
        return new ExportedPoll(
                facts,
                Export.objects(poll.getJsonArray(BALLOTS)).stream()
                        .map(each -> new PublishedBallot(
                                Export.text(each, "receipt"),
                                Export.text(each, "choice"),
                                area(each),
                                each.getLong("heads")))
                        .toList());
    }

    private static @Nullable String area(JsonObject ballot) {
        return ballot.getValue("area") == null ? null : Export.text(ballot, "area");
    }

    /** The text that a poll decides on: of several plans those that were picked, a line each, otherwise its question. */
    public static String decided(String question, @Nullable JsonObject tally) {
        if (tally == null || !tally.containsKey("plans")) {
            return question;
        }
        String picked = tally.getJsonObject("plans").getJsonArray("support").stream()
                .map(JsonObject.class::cast)
                .filter(plan -> plan.getBoolean("picked"))
                .map(plan -> plan.getString("name"))
                .collect(Collectors.joining("\n"));
        return picked.isEmpty() ? question : picked;
    }
}
