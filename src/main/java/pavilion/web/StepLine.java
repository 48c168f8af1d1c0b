package pavilion.web;

import pavilion.rules.Refusal;
import pavilion.rules.Step;
import pavilion.rules.Words;

/** One line of the reasoning, with where it lies on its bar. */
public record StepLine(Refusal sentence, boolean met, long least, Bar bar, Words article) {
    public static StepLine of(Step step) {
        return new StepLine(
                new Refusal(step.key(), step.args()),
                step.met(),
                step.least(),
                Bar.of(step.left(), step.whole(), step.least(), step.met()),
                step.article());
    }
}
