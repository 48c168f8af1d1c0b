package pavilion.resolution;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Outcome;
import pavilion.rules.Step;
import pavilion.text.Phrases;

/** The stored outcome in sentences, each with its bar. The numbers were stored when the poll closed; none is computed here. */
final class Reasoning {
    private static final int WIDTH = 360;

    private Reasoning() {}

    /**
     * One step of the outcome.
     *
     * @param ground the step in words, with its numbers
     * @param filled how far the bar reaches, 1 to 360
     * @param line where the threshold lies, 1 to 360
     * @param law the article it rests on, may be empty
     */
    record ReasoningBar(String heading, String ground, boolean reached, long filled, long line, String law) {}

    /** @param met whether people met: otherwise nobody came, they took part */
    static List<ReasoningBar> bars(Phrases phrases, @Nullable JsonObject outcome, boolean met) {
        return steps(outcome, met).map(step -> bar(phrases, step)).toList();
    }

    static List<String> sentences(Phrases phrases, @Nullable JsonObject outcome, boolean met) {
        return steps(outcome, met)
                .map(step -> phrases.say(step.key(), step.args().toArray()))
                .toList();
    }

    private static Stream<Step> steps(@Nullable JsonObject outcome, boolean met) {
        return outcome == null
                ? Stream.empty()
                : Outcome.fromMap(outcome.getMap()).steps().stream().map(step -> met ? step : step.withoutMeeting());
    }

    private static ReasoningBar bar(Phrases phrases, Step step) {
        return new ReasoningBar(
                phrases.say("resolution.part." + step.part().name().toLowerCase(Locale.ROOT)),
                phrases.say(step.key(), step.args().toArray()),
                step.met(),
                Math.max(1, place(step.left(), step.whole())),
                Math.max(1, place(step.least(), step.whole())),
                phrases.in(step.article()));
    }

    /** A position in the drawing; the words beside it carry the numbers. */
    private static long place(long count, long whole) {
        return whole <= 0 ? 0 : Math.min(WIDTH, count * WIDTH / whole);
    }
}
