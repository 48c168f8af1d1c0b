package pavilion.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of one plan among several.
 *
 * @param plan its number, from 1
 * @param tally yes: ballots that accept it; no: those that do not, which may have chosen others; and those that abstain
 * @param none of those that do not accept it, how many want none of the plans
 * @param picked by the method of counting
 * @param passed picked, and accepted by as many as the rule asks for: adopted
 * @param steps the reasoning on this plan alone; empty where it was not picked, and where the rule was asked about all at once
 */
public record PlanOutcome(
        int plan, String name, Tally tally, long none, boolean picked, boolean passed, List<Step> steps) {
    public PlanOutcome {
        steps = List.copyOf(steps);
    }

    /** The key of the verdict in a word or two. */
    public String verdict() {
        return passed ? "rules.outcome.passed" : picked ? "rules.outcome.failed" : "rules.outcome.left";
    }

    PlanOutcome withoutMeeting() {
        return new PlanOutcome(
                plan,
                name,
                tally,
                none,
                picked,
                passed,
                steps.stream().map(Step::withoutMeeting).toList());
    }

    Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("plan", plan);
        map.put("name", name);
        map.putAll(tally.toMap());
        map.put("none", none);
        map.put("picked", picked);
        map.put("passed", passed);
        map.put("steps", steps.stream().map(Step::toMap).toList());
        return map;
    }

    static PlanOutcome fromMap(Map<?, ?> map) {
        var plain = new DataReader("outcome.plans", map);
        return new PlanOutcome(
                Math.toIntExact(plain.number("plan")),
                plain.text("name"),
                Tally.fromMap(map),
                plain.number("none"),
                plain.truth("picked"),
                plain.truth("passed"),
                Step.fromList(plain.list("steps")));
    }
}
