package pavilion.resolution;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Outcome;
import pavilion.rules.Step;
import pavilion.text.Phrases;

/** The stored outcome in sentences, each with its bar. The numbers are those stored at the close; none is worked out here. */
final class Reasoning {
    private static final int WIDTH = 360;

    private Reasoning() {}

    static List<Map<String, Object>> bars(Phrases phrases, @Nullable JsonObject outcome) {
        return outcome == null
                ? List.of()
                : Outcome.fromMap(outcome.getMap()).steps().stream()
                        .map(step -> bar(phrases, step))
                        .toList();
    }

    static List<String> sentences(Phrases phrases, @Nullable JsonObject outcome) {
        return outcome == null
                ? List.of()
                : Outcome.fromMap(outcome.getMap()).steps().stream()
                        .map(step -> phrases.say(step.key(), step.args().toArray()))
                        .toList();
    }

    private static Map<String, Object> bar(Phrases phrases, Step step) {
        Map<String, Object> bar = new HashMap<>();
        bar.put("heading", phrases.say("resolution.part." + step.part().name().toLowerCase(java.util.Locale.ROOT)));
        bar.put("ground", phrases.say(step.key(), step.args().toArray()));
        bar.put("reached", step.met());
        bar.put("filled", Math.max(1, place(step.left(), step.whole())));
        bar.put("line", Math.max(1, place(step.least(), step.whole())));
        bar.put("law", phrases.in(step.article()));
        return bar;
    }

    /** A place on the drawing, not a figure: the words beside it carry the numbers. */
    private static long place(long count, long whole) {
        return whole <= 0 ? 0 : Math.min(WIDTH, count * WIDTH / whole);
    }
}
