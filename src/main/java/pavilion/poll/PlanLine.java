package pavilion.poll;

import java.util.List;
import java.util.stream.Collectors;
import pavilion.rules.Outcome;
import pavilion.rules.PlanOutcome;
import pavilion.text.Phrases;
import pavilion.web.ReasoningLine;

/**
 * What came of one plan, as a result tells it.
 *
 * @param lines the reasoning on this plan alone; empty where the rule was asked about all at once
 */
public record PlanLine(PlanOutcome plan, List<ReasoningLine> lines) {
    /** Between the names of plans in any language: a name may have commas of its own. */
    static final String BETWEEN = " · ";

    public static List<PlanLine> of(Outcome outcome) {
        return outcome.plans().stream()
                .map(plan -> new PlanLine(
                        plan, plan.steps().stream().map(ReasoningLine::of).toList()))
                .toList();
    }

    /** The plans that were picked; empty where none was. */
    public static String picked(List<PlanLine> lines) {
        return lines.stream()
                .map(PlanLine::plan)
                .filter(PlanOutcome::picked)
                .map(PlanOutcome::name)
                .collect(Collectors.joining(BETWEEN));
    }

    /** Name, verdict and figures. */
    public static String sentence(Phrases phrases, PlanOutcome plan) {
        return phrases.say(
                "poll.plan.line",
                plan.name(),
                phrases.say(plan.verdict()),
                phrases.say(
                        "poll.plan.support",
                        plan.tally().yes(),
                        plan.tally().no(),
                        plan.none(),
                        plan.tally().abstain()));
    }
}
