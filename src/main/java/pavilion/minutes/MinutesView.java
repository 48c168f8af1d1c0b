package pavilion.minutes;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Outcome;
import pavilion.web.ReasoningLine;

/** The text of the minutes as templates read it, on the page and on paper alike. */
final class MinutesView {
    private MinutesView() {}

    static Map<String, Object> of(JsonObject paper) {
        Map<String, Object> model = new HashMap<>(plain(paper));
        model.put("opened", instant(paper.getString("opened")));
        model.put("closed", instant(paper.getString("closed")));
        JsonObject quorum = paper.getJsonObject("quorum");
        model.put("quorum", quorum == null ? List.of() : lines(quorum));
        model.put("sittings", each(paper.getJsonArray("sittings", new JsonArray()), each -> {
            Map<String, Object> line = plain(each);
            line.put("opened", instant(each.getString("opened")));
            line.put("ended", instant(each.getString("ended")));
            return line;
        }));
        model.put("items", each(paper.getJsonArray("items"), MinutesView::item));
        model.put("attended", each(paper.getJsonArray("attended"), each -> {
            Map<String, Object> line = plain(each);
            line.put("came", instant(each.getString("came")));
            line.put("left", instant(each.getString("left")));
            return line;
        }));
        return model;
    }

    private static Map<String, Object> item(JsonObject item) {
        Map<String, Object> line = plain(item);
        line.put("motions", each(item.getJsonArray("motions"), motion -> {
            Map<String, Object> put = plain(motion);
            put.put("at", instant(motion.getString("at")));
            return put;
        }));
        line.put("speeches", each(item.getJsonArray("speeches"), phrases -> {
            Map<String, Object> said = plain(phrases);
            long seconds = phrases.getLong("seconds");
            said.put("minutes", String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60));
            return said;
        }));
        line.put("moved", each(item.getJsonArray("moved", new JsonArray()), MinutesView::moved));
        line.put("polls", each(item.getJsonArray("polls"), MinutesView::poll));
        return line;
    }

    private static Map<String, Object> moved(JsonObject motion) {
        Map<String, Object> line = plain(motion);
        line.put("amends", motion.getString("after") != null);
        JsonObject poll = motion.getJsonObject("poll");
        if (poll != null) {
            line.put("poll", poll(poll));
        }
        return line;
    }

    private static Map<String, Object> poll(JsonObject poll) {
        Map<String, Object> line = plain(poll);
        line.put("opened", instant(poll.getString("opened")));
        line.put("closed", instant(poll.getString("closed")));
        JsonObject tally = poll.getJsonObject("tally");
        JsonObject outcome = poll.getJsonObject("outcome");
        boolean gone = poll.containsKey("void_reason");
        line.put("counted", tally != null && outcome != null && !gone);
        if (tally != null && tally.containsKey("plans")) {
            line.put("plans", each(tally.getJsonObject("plans").getJsonArray("support"), MinutesView::plain));
        }
        if (tally != null && outcome != null) {
            line.put("yes", tally.getLong("yes"));
            line.put("no", tally.getLong("no"));
            line.put("abstain", tally.getLong("abstain"));
            line.put("verdict", Outcome.fromMap(outcome.getMap()).verdict());
            line.put("lines", lines(outcome));
        }
        return line;
    }

    private static List<ReasoningLine> lines(JsonObject outcome) {
        return Outcome.fromMap(outcome.getMap()).steps().stream()
                .map(ReasoningLine::of)
                .toList();
    }

    private static Map<String, Object> plain(JsonObject json) {
        Map<String, Object> map = new HashMap<>();
        json.forEach(each -> {
            if (each.getValue() != null && !(each.getValue() instanceof JsonObject)) {
                map.put(each.getKey(), each.getValue());
            }
        });
        return map;
    }

    private interface Line {
        Map<String, Object> of(JsonObject json);
    }

    private static List<Map<String, Object>> each(JsonArray array, Line line) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            lines.add(line.of(array.getJsonObject(i)));
        }
        return lines;
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
