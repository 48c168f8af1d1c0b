package pavilion.web;

import pavilion.rules.Bilingual;
import pavilion.rules.Refusal;
import pavilion.rules.Step;

/** One line of the reasoning, with where it lies on its bar. */
public record ReasoningLine(Refusal sentence, boolean met, long least, ProgressBar bar, Bilingual article) {
    public static ReasoningLine of(Step step) {
        return new ReasoningLine(
                new Refusal(step.key(), step.args()),
                step.met(),
                step.least(),
                ProgressBar.of(step.left(), step.whole(), step.least(), step.met()),
                step.article());
    }
}
