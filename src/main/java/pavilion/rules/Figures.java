package pavilion.rules;

import static pavilion.rules.Measure.*;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbers of one vote. Numbers that cannot be are refused here, by name, before any rule looks at them. */
public record Figures(Map<Measure, Long> counts) {
    private record Within(Measure whole, List<Measure> parts) {}

    /** Each list of parts, added up, fits into its whole. */
    private static final List<Within> LIMITS = List.of(
            new Within(MEMBERS, List.of(PRESENT)),
            new Within(MEMBERS, List.of(VOTED)),
            new Within(MEMBERS, List.of(SIGNED)),
            new Within(MEMBERS, List.of(YES, NO, ABSTAIN)),
            new Within(PRESENT, List.of(VOTED)),
            new Within(PRESENT, List.of(YES, NO, ABSTAIN)),
            new Within(VOTED, List.of(YES, NO, ABSTAIN)),
            new Within(VOTED, List.of(VOTES)),
            new Within(TOTAL_AREA, List.of(PART_AREA)),
            new Within(TOTAL_HEADS, List.of(PART_HEADS)),
            new Within(TOTAL_HEADS, List.of(SIGNED)),
            new Within(TOTAL_AREA, List.of(SIGNED_AREA)),
            new Within(TOTAL_AREA, List.of(YES_AREA, NO_AREA, ABSTAIN_AREA)),
            new Within(TOTAL_HEADS, List.of(YES_HEADS, NO_HEADS, ABSTAIN_HEADS)),
            new Within(PART_AREA, List.of(YES_AREA, NO_AREA, ABSTAIN_AREA)),
            new Within(PART_HEADS, List.of(YES_HEADS, NO_HEADS, ABSTAIN_HEADS)),
            new Within(ADULTS, List.of(PRESENT_ADULTS)),
            new Within(HOUSEHOLDS, List.of(PRESENT_HOUSEHOLDS)));

    /** Owners are counted twice: by what they own, and by head. */
    public static final Map<Measure, Measure> HEADS_OF = Map.of(
            TOTAL_AREA, TOTAL_HEADS,
            PART_AREA, PART_HEADS,
            SIGNED_AREA, SIGNED,
            YES_AREA, YES_HEADS,
            NO_AREA, NO_HEADS,
            ABSTAIN_AREA, ABSTAIN_HEADS);

    public Figures {
        var copy = new EnumMap<Measure, Long>(Measure.class);
        copy.putAll(counts);
        counts = Collections.unmodifiableMap(copy);
        counts.forEach(Figures::refuseNegative);
        LIMITS.forEach(limit -> refuseMoreThanWhole(copy, limit));
        HEADS_OF.forEach((area, heads) -> refuseAreaWithoutHeads(copy, area, heads));
    }

    public static Figures none() {
        return new Figures(Map.of());
    }

    public Figures with(Measure measure, long count) {
        var more = new EnumMap<Measure, Long>(Measure.class);
        more.putAll(counts);
        more.put(measure, count);
        return new Figures(more);
    }

    public boolean has(Measure measure) {
        return counts.containsKey(measure);
    }

    public long get(Measure measure) {
        var count = counts.get(measure);
        if (count == null) {
            throw new Refused("rules.figure.missing." + measure.field());
        }
        return count;
    }

    public Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        counts.forEach((measure, count) -> map.put(measure.field(), count));
        return map;
    }

    public static Figures fromMap(Map<?, ?> map) {
        var plain = new DataReader("figures", map);
        var counts = new EnumMap<Measure, Long>(Measure.class);
        for (var key : map.keySet()) {
            var field = key.toString();
            counts.put(plain.one(Measure.class, field, field), plain.number(field));
        }
        return new Figures(counts);
    }

    private static void refuseNegative(Measure measure, long count) {
        if (count < 0) {
            throw new Refused("rules.figure.negative." + measure.field(), count);
        }
    }

    private static void refuseMoreThanWhole(Map<Measure, Long> counts, Within limit) {
        if (!counts.containsKey(limit.whole)) {
            return;
        }
        long whole = counts.get(limit.whole);
        long left = whole;
        for (var part : limit.parts) {
            long count = counts.getOrDefault(part, 0L);
            if (count > left) {
                throw new Refused(
                        "rules.figure.exceeds." + part.field() + "." + limit.whole.field(),
                        part.shown(count),
                        limit.whole.shown(whole),
                        part.shown(left));
            }
            left -= count;
        }
    }

    private static void refuseAreaWithoutHeads(Map<Measure, Long> counts, Measure area, Measure heads) {
        if (counts.getOrDefault(area, 0L) > 0 && counts.getOrDefault(heads, 1L) == 0) {
            throw new Refused("rules.figure.headless." + area.field(), area.shown(counts.get(area)));
        }
    }
}
