package pavilion.resolution;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.matter.Speech;
import pavilion.rules.Outcome;
import pavilion.rules.Step;

/** The stored outcome in sentences, each with its bar. The numbers are those stored at the close; none is worked out here. */
final class Reasoning {
    private static final int WIDTH = 360;

    private Reasoning() {}

    static List<Map<String, Object>> bars(Speech speech, @Nullable JsonObject outcome) {
        return outcome == null
                ? List.of()
                : Outcome.fromMap(outcome.getMap()).steps().stream()
                        .map(step -> bar(speech, step))
                        .toList();
    }

    static List<String> sentences(Speech speech, @Nullable JsonObject outcome) {
        return outcome == null
                ? List.of()
                : Outcome.fromMap(outcome.getMap()).steps().stream()
                        .map(step -> speech.say(step.key(), step.args().toArray()))
                        .toList();
    }

    private static Map<String, Object> bar(Speech speech, Step step) {
        Map<String, Object> bar = new HashMap<>();
        bar.put("heading", speech.say("resolution.part." + step.part().name().toLowerCase(java.util.Locale.ROOT)));
        bar.put("ground", speech.say(step.key(), step.args().toArray()));
        bar.put("reached", step.met());
        bar.put("filled", Math.max(1, place(step.left(), step.whole())));
        bar.put("line", Math.max(1, place(step.least(), step.whole())));
        bar.put("law", speech.in(step.article()));
        return bar;
    }

    /** A place on the drawing, not a figure: the words beside it carry the numbers. */
    private static long place(long count, long whole) {
        return whole <= 0 ? 0 : Math.min(WIDTH, count * WIDTH / whole);
    }
}
