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
        return steps(outcome, met)
                .map(reason -> bar(phrases, reason.plan, reason.step))
                .toList();
    }

    static List<String> sentences(Phrases phrases, @Nullable JsonObject outcome, boolean met) {
        return steps(outcome, met)
                .map(reason -> of(
                        phrases,
                        reason.plan,
                        phrases.say(reason.step.key(), reason.step.args().toArray())))
                .toList();
    }

    /** @param plan the name of the plan that the step is about, empty where it is about the vote as a whole */
    private record Reason(String plan, Step step) {}

    private static Stream<Reason> steps(@Nullable JsonObject stored, boolean met) {
        if (stored == null) {
            return Stream.empty();
        }
        Outcome outcome = Outcome.fromMap(stored.getMap());
        Outcome told = met ? outcome : outcome.withoutMeeting();
        return Stream.concat(
                told.steps().stream().map(step -> new Reason("", step)),
                told.plans().stream()
                        .flatMap(plan -> plan.steps().stream().map(step -> new Reason(plan.name(), step))));
    }

    private static String of(Phrases phrases, String plan, String words) {
        return plan.isEmpty() ? words : phrases.say("resolution.plan", plan, words);
    }

    private static ReasoningBar bar(Phrases phrases, String plan, Step step) {
        return new ReasoningBar(
                of(
                        phrases,
                        plan,
                        phrases.say("resolution.part." + step.part().name().toLowerCase(Locale.ROOT))),
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
