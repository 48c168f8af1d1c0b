package pavilion.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a count means under a rule. Computed once, stored as plain data, shown as stored. */
public record Outcome(String rule, Figures figures, boolean quorate, boolean passed, List<Step> steps) {
    public Outcome {
        steps = List.copyOf(steps);
    }

    /** The key of the verdict in one word. */
    public String verdict() {
        return passed ? "rules.outcome.passed" : quorate ? "rules.outcome.failed" : "rules.outcome.not_quorate";
    }

    public Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("rule", rule);
        map.put("figures", figures.toMap());
        map.put("quorate", quorate);
        map.put("passed", passed);
        map.put("steps", steps.stream().map(Step::toMap).toList());
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
                plain.list("steps").stream()
                        .map(step -> Step.fromMap(
                                DataReader.of(step, "outcome.steps").map()))
                        .toList());
    }
}
