package pavilion.rules.decide;

import static pavilion.rules.ElectorateKind.VILLAGERS;
import static pavilion.rules.Measure.*;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import pavilion.rules.Figures;
import pavilion.rules.Measure;
import pavilion.rules.Refused;
import pavilion.rules.Rule;

/** The fields of one case, as a JSON parser or a form hands them over. A number is read to its last digit or refused. */
record Case(Map<String, ?> fields, Set<String> read) {
    /** Numbers that are no measure of a threshold. */
    static final Set<String> NUMBERS =
            Set.of("ballots_cast", "served", "served_heads", "served_area_c", "served_area", "consecutive_failures");

    /** Of any type: they say which case this is, or what somebody expects of it. */
    private static final Set<String> ASIDE = Set.of("id", "desc", "quorum", "passed", "valid", "elected");

    private static final List<Measure> WHOLES = List.of(MEMBERS, TOTAL_AREA, TOTAL_HEADS, ADULTS, HOUSEHOLDS);

    private static final int DIGITS = 19;

    Case(Map<String, ?> fields) {
        this(fields, new TreeSet<>());
    }

    boolean has(String key) {
        return fields.containsKey(key);
    }

    List<Object> id() {
        var id = fields.get("id");
        return id == null ? List.of() : List.of(id);
    }

    String text(String key) {
        read.add(key);
        if (fields.get(key) instanceof String text) {
            return text.strip();
        }
        throw new BadField(key, has(key) ? "decide.text" : "decide.missing");
    }

    String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    boolean truth(String key) {
        read.add(key);
        if (!has(key)) {
            return false;
        }
        if (fields.get(key) instanceof Boolean truth) {
            return truth;
        }
        throw new BadField(key, "decide.truth");
    }

    /** The day of notice; without one the newest version of a rule is applied. */
    LocalDate day(LocalDate otherwise) {
        var key = oneOf(List.of("day", "on"));
        if (key.isEmpty()) {
            return otherwise;
        }
        try {
            return LocalDate.parse(text(key));
        } catch (DateTimeParseException e) {
            throw new BadField(key, "decide.day", text(key));
        }
    }

    long whole(String key) {
        read.add(key);
        var value = fields.get(key);
        if (!(value instanceof Number number)) {
            throw new BadField(key, value == null ? "decide.nothing" : "decide.number", String.valueOf(value));
        }
        var exact = exact(key, number);
        if (exact.signum() != 0 && (long) exact.precision() - exact.scale() > DIGITS) {
            throw new BadField(key, "decide.huge", number.toString());
        }
        try {
            return exact.longValueExact();
        } catch (ArithmeticException e) {
            boolean fraction = exact.stripTrailingZeros().scale() > 0;
            throw new BadField(key, fraction ? "decide.fraction" : "decide.huge", number.toString());
        }
    }

    /** The only one of these names that the case uses, or "". Two names for one thing must say the same. */
    String oneOf(List<String> names) {
        String found = "";
        for (var name : names) {
            if (has(name) && !found.isEmpty() && !same(fields.get(found), fields.get(name))) {
                throw new BadField(name, "decide.twice", found, name);
            }
            if (has(name)) {
                read.add(name);
                found = found.isEmpty() ? name : found;
            }
        }
        return found;
    }

    Figures figures(Set<Measure> measures, Rule rule) {
        var counts = new EnumMap<Measure, Long>(Measure.class);
        for (var measure : measures) {
            var key = oneOf(Keys.of(measure, rule));
            if (!key.isEmpty()) {
                counts.put(measure, whole(key));
            }
        }
        if (rule.electorate() == VILLAGERS && !counts.containsKey(PRESENT)) {
            counts.putAll(present(counts));
        }
        refuseHollow(counts, rule);
        try {
            return new Figures(counts);
        } catch (Refused e) {
            throw blame(e, rule);
        }
    }

    /** Nobody entitled decides nothing; and where owners are counted by area too, who is counted owns some. */
    private void refuseHollow(Map<Measure, Long> counts, Rule rule) {
        for (var whole : WHOLES) {
            if (counts.getOrDefault(whole, 1L) == 0) {
                throw new BadField(oneOf(Keys.of(whole, rule)), "decide.zero");
            }
        }
        for (var owners : Figures.HEADS_OF.entrySet()) {
            long heads = counts.getOrDefault(owners.getValue(), 0L);
            if (heads > 0 && counts.getOrDefault(owners.getKey(), 1L) == 0) {
                throw new BadField(oneOf(Keys.of(owners.getKey(), rule)), "decide.landless", heads);
            }
        }
    }

    /** A village meeting of adults, or of household representatives, is attended by those who were counted. */
    private static Map<Measure, Long> present(Map<Measure, Long> counts) {
        if (counts.containsKey(PRESENT_ADULTS) == counts.containsKey(PRESENT_HOUSEHOLDS)) {
            return Map.of();
        }
        return Map.of(PRESENT, counts.get(counts.containsKey(PRESENT_ADULTS) ? PRESENT_ADULTS : PRESENT_HOUSEHOLDS));
    }

    /** The field behind a refusal of figures: "rules.figure.exceeds.yes.present" is about "yes". */
    BadField blame(Refused refused, Rule rule) {
        var parts = refused.refusal().key().split("\\.");
        for (var measure : Measure.values()) {
            if (parts.length > 3 && measure.field().equals(parts[3])) {
                var key = oneOf(Keys.of(measure, rule));
                return new BadField(key.isEmpty() ? Keys.of(measure, rule).getFirst() : key, refused.refusal());
            }
        }
        return new BadField("rule", refused.refusal());
    }

    /** Before anything is called missing: a misspelt name would make it so. */
    void refuseUnknown(String rule) {
        for (var field : fields.entrySet()) {
            if (field.getValue() instanceof Number && !ASIDE.contains(field.getKey()) && !Keys.known(field.getKey())) {
                throw new BadField(field.getKey(), "decide.unknown", rule);
            }
        }
    }

    /** A number that nobody asked for belongs to another rule. */
    void refuseUnread(String rule) {
        for (var field : fields.entrySet()) {
            var key = field.getKey();
            if (field.getValue() instanceof Number && !read.contains(key) && !ASIDE.contains(key)) {
                throw new BadField(key, "decide.unused", rule);
            }
        }
    }

    private static BigDecimal exact(String key, Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger || number instanceof Long || number instanceof Integer) {
            return new BigDecimal(number.toString());
        }
        throw new BadField(key, "decide.number", number.toString());
    }

    private static boolean same(Object a, Object b) {
        return a instanceof BigDecimal one && b instanceof BigDecimal two
                ? one.compareTo(two) == 0
                : a != null && a.equals(b);
    }
}
