package pavilion.rules.decide;

import java.util.List;
import java.util.Map;
import pavilion.rules.Bilingual;
import pavilion.rules.Comparison;
import pavilion.rules.Refusal;
import pavilion.rules.Step;

/** What becomes of a case. The id is given back as it came, number or text; a case without one has an empty list of it. */
public sealed interface CaseAnswer {
    List<Object> id();

    /** The rule as the case named it. */
    String rule();

    /** A case that cannot be decided, and which of its fields is to blame. */
    record Trouble(List<Object> id, String rule, String field, Refusal refusal) implements CaseAnswer {}

    /**
     * Decided, with the working.
     *
     * @param by the rule of the catalogue that was applied
     * @param also answers beside the decision, by name: whether a candidate is elected, whether the floor is reached
     * @param notes what a reader must know of the answer
     * @param without the same case when only returned ballots count; empty unless a policy counts silence
     */
    record Decided(
            List<Object> id,
            String rule,
            String by,
            boolean quorum,
            boolean passed,
            List<Line> lines,
            Map<String, Boolean> also,
            List<Refusal> notes,
            List<Decided> without)
            implements CaseAnswer {}

    /** One line of the working. */
    record Line(
            String part,
            Refusal sentence,
            long left,
            String right,
            Comparison comparison,
            boolean met,
            Bilingual article) {
        static Line of(Step step) {
            return new Line(
                    step.part().name(),
                    new Refusal(step.key(), step.args()),
                    step.left(),
                    step.right(),
                    step.comparison(),
                    step.met(),
                    step.article());
        }
    }
}
