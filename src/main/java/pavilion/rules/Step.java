package pavilion.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of the reasoning: a sentence to show, and beside it everything needed to check it again.
 * {@code right} is the exact right-hand side, such as "338/3"; {@code least} the count that would have been enough.
 */
public record Step(
        Part part,
        String key,
        List<Object> args,
        Measure measure,
        Measure of,
        long left,
        long whole,
        Comparison comparison,
        String fraction,
        String right,
        long least,
        boolean met,
        Bilingual article) {

    /** Whether the line asks if enough took part, or if enough agreed. */
    public enum Part {
        QUORUM,
        PASS
    }

    public Step {
        // A JSON parser hands small numbers back as Integer: one kind of number, so that stored equals computed.
        args = args.stream()
                .map(arg -> arg instanceof Number number ? (Object) number.longValue() : arg)
                .toList();
    }

    /** The same line where nobody met: its sentence says who took part, not who came. */
    Step withoutMeeting() {
        return new Step(
                part,
                key.replace(".present.", ".voted."),
                args,
                measure,
                of,
                left,
                whole,
                comparison,
                fraction,
                right,
                least,
                met,
                article);
    }

    public Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("part", part.name());
        map.put("key", key);
        map.put("args", args);
        map.put("measure", measure.name());
        map.put("of", of.name());
        map.put("left", left);
        map.put("whole", whole);
        map.put("comparison", comparison.name());
        map.put("fraction", fraction);
        map.put("right", right);
        map.put("least", least);
        map.put("met", met);
        map.put("article", article.toMap());
        return map;
    }

    static List<Step> fromList(List<?> steps) {
        return steps.stream()
                .map(step -> fromMap(DataReader.of(step, "outcome.steps").map()))
                .toList();
    }

    public static Step fromMap(Map<?, ?> map) {
        var plain = new DataReader("step", map);
        return new Step(
                plain.one(Part.class, "part"),
                plain.text("key"),
                List.copyOf(plain.list("args")),
                plain.one(Measure.class, "measure"),
                plain.one(Measure.class, "of"),
                plain.number("left"),
                plain.number("whole"),
                plain.one(Comparison.class, "comparison"),
                plain.text("fraction"),
                plain.text("right"),
                plain.number("least"),
                plain.truth("met"),
                plain.words("article"));
    }
}
