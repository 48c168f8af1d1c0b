package pavilion.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a count means under a rule. Computed once, stored as plain data, shown as stored.
 *
 * @param passed of plans that are decided one by one: at least one of them
 * @param plans what came of each, empty where the answer is yes or no
 */
public record Outcome(
        String rule, Figures figures, boolean quorate, boolean passed, List<Step> steps, List<PlanOutcome> plans) {
    public Outcome {
        steps = List.copyOf(steps);
        plans = List.copyOf(plans);
    }

    public Outcome(String rule, Figures figures, boolean quorate, boolean passed, List<Step> steps) {
        this(rule, figures, quorate, passed, steps, List.of());
    }

    /** The same where nobody met: its sentences say who took part, not who came. */
    public Outcome withoutMeeting() {
        return new Outcome(
                rule,
                figures,
                quorate,
                passed,
                steps.stream().map(Step::withoutMeeting).toList(),
                plans.stream().map(PlanOutcome::withoutMeeting).toList());
    }

    /** The key of the verdict in one word. */
    public String verdict() {
        if (passed && plans.stream().anyMatch(plan -> plan.picked() && !plan.passed())) {
            return "rules.outcome.partly";
        }
        return passed ? "rules.outcome.passed" : quorate ? "rules.outcome.failed" : "rules.outcome.not_quorate";
    }

    public Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("rule", rule);
        map.put("figures", figures.toMap());
        map.put("quorate", quorate);
        map.put("passed", passed);
        map.put("steps", steps.stream().map(Step::toMap).toList());
        if (!plans.isEmpty()) {
            map.put("plans", plans.stream().map(PlanOutcome::toMap).toList());
        }
        return map;
    }

    public static Outcome fromMap(Map<?, ?> map) {
        var plain = new DataReader("outcome", map);
        return new Outcome(
                plain.text("rule"),
                Figures.fromMap(
                        DataReader.of(map.get("figures"), "outcome.figures").map()),
                plain.truth("quorate"),
                plain.truth("passed"),
                Step.fromList(plain.list("steps")),
                plain.list("plans").stream()
                        .map(plan -> PlanOutcome.fromMap(
                                DataReader.of(plan, "outcome.plans").map()))
                        .toList());
    }
}
