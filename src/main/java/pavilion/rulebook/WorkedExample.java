package pavilion.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import pavilion.rules.Condition;
import pavilion.rules.Figures;
import pavilion.rules.Measure;
import pavilion.rules.Rule;
import pavilion.rules.Threshold;

/** The figures a rule asks for, and an example that just meets it: one voice fewer anywhere and it would fail. */
record WorkedExample(Rule rule) {
    private static final Pattern COUNT = Pattern.compile("\\d{1,12}");
    private static final Pattern AREA = Pattern.compile("\\d{1,12}(\\.\\d{1,2})?");
    private static final Map<Measure, Measure> REST =
            Map.of(Measure.NO, Measure.YES, Measure.NO_HEADS, Measure.YES_HEADS, Measure.NO_AREA, Measure.YES_AREA);

    /** Every figure the thresholds name, in the order in which a clerk has them. */
    Set<Measure> needed() {
        Set<Measure> needed = new LinkedHashSet<>();
        for (Condition condition : List.of(rule.quorum(), rule.pass())) {
            for (Threshold threshold : condition.thresholds()) {
                needed.add(threshold.of());
                needed.add(threshold.measure());
            }
        }
        return needed;
    }

    /** What may be left empty: it changes nothing, but impossible sums are found by it. */
    Set<Measure> optional() {
        Set<Measure> optional = new LinkedHashSet<>();
        Set<Measure> needed = needed();
        REST.forEach((no, yes) -> {
            if (needed.contains(yes)) {
                optional.add(no);
            }
        });
        return Set.copyOf(optional);
    }

    List<Measure> asked() {
        List<Measure> asked = new ArrayList<>(needed());
        optional().stream().sorted().forEach(asked::add);
        return asked;
    }

    /** Each part is the least that is enough of its whole. */
    Figures example() {
        Map<Measure, Long> counts = new EnumMap<>(Measure.class);
        for (Condition condition : List.of(rule.quorum(), rule.pass())) {
            for (Threshold threshold : condition.thresholds()) {
                long whole = counts.computeIfAbsent(threshold.of(), of -> whole(of, counts));
                counts.merge(threshold.measure(), threshold.least(whole), Math::max);
            }
        }
        return new Figures(counts);
    }

    private long whole(Measure of, Map<Measure, Long> counts) {
        return switch (of) {
            case TOTAL_AREA -> 300_000L;
            case TOTAL_HEADS -> 30L;
            case HOUSEHOLDS -> 150L;
            case ADULTS -> 412L;
            case PRESENT -> counts.getOrDefault(Measure.PRESENT_ADULTS, 60L);
            case VOTED -> 60L;
            default ->
                switch (rule.electorate()) {
                    case HOUSEHOLD_REPS -> 48L;
                    case RESIDENT_REPS, REPS_MEETING, VILLAGE_REPS -> 169L;
                    case OWNERS_COMMITTEE -> 7L;
                    case PARTY_MEMBERS -> 56L;
                    default -> 412L;
                };
        };
    }

    /** A figure as a person types it: 48, or 2000.5 square metres; -1 if it is not one. */
    static long read(Measure measure, String typed) {
        String plain = typed.replaceAll("[,\\uff0c]", "").strip();
        if (measure.area()) {
            return AREA.matcher(plain).matches()
                    ? new BigDecimal(plain).movePointRight(2).longValueExact()
                    : -1;
        }
        return COUNT.matcher(plain).matches() ? Long.parseLong(plain) : -1;
    }

    static String written(Measure measure, long count) {
        return measure.area()
                ? BigDecimal.valueOf(count, 2).stripTrailingZeros().toPlainString()
                : String.valueOf(count);
    }
}
