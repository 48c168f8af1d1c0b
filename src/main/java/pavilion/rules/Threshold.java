package pavilion.rules;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** One comparison of a rule: this measure, against this share of that one. */
public record Threshold(Measure measure, Measure of, Comparison comparison, Fraction fraction) {
    private static final Pattern FORM = Pattern.compile("([a-z ]+?) (at least|more than) (\\d+/\\d+) of ([a-z ]+)");

    public Threshold {
        boolean possible = fraction.numerator() > 0
                && (comparison == Comparison.GE
                        ? fraction.compareTo(Fraction.ONE) <= 0
                        : fraction.compareTo(Fraction.ONE) < 0);
        if (!possible) {
            throw new Refused("rules.data.fraction", fraction.toString());
        }
    }

    /** Reads "present at least 2/3 of members" or "yes more than 1/2 of present". */
    public static Threshold parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new Refused("rules.data.threshold", text);
        }
        return new Threshold(
                measure(form.group(1), text),
                measure(form.group(4), text),
                form.group(2).equals("at least") ? Comparison.GE : Comparison.GT,
                Fraction.parse(form.group(3)));
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return measure.words() + (comparison == Comparison.GE ? " at least " : " more than ") + fraction + " of "
                + of.words();
    }

    /** As it is written between numbers: "≥ 2/3". */
    public String sign() {
        return (comparison == Comparison.GE ? "≥ " : "> ") + fraction;
    }

    /** Whether it compares the same two numbers. */
    public boolean likeness(Threshold other) {
        return measure == other.measure && of == other.of;
    }

    /** Whether what meets this always meets the other, which compares the same numbers. */
    public boolean asStrictAs(Threshold other) {
        int difference = fraction.compareTo(other.fraction);
        return difference > 0
                || (difference == 0 && (comparison == Comparison.GT || other.comparison == Comparison.GE));
    }

    /** No share of nothing is ever reached: a vote of an empty roll decides nothing. */
    public boolean met(Figures figures) {
        long whole = figures.get(of);
        int sign = fraction.against(figures.get(measure), whole);
        return whole > 0 && (comparison == Comparison.GT ? sign > 0 : sign >= 0);
    }

    /** The smallest count that satisfies this against a whole: more than 1/2 of 18 is 10, at least 2/3 of 169 is 113. */
    public long least(long whole) {
        return Math.max(1, fraction.least(whole, comparison == Comparison.GT));
    }

    /** Checks and explains. The gaps of the sentence: count, whole, least, fraction, met (1 or 0), still missing. */
    Step check(Figures figures, Step.Part part, Basis basis, Bilingual article) {
        long left = figures.get(measure);
        long whole = figures.get(of);
        long least = least(whole);
        boolean met = met(figures);
        List<Object> args = List.of(
                measure.shown(left),
                of.shown(whole),
                measure.shown(least),
                fraction.toString(),
                met ? 1L : 0L,
                measure.shown(Math.max(0, least - left)));
        return new Step(
                part,
                key(basis),
                args,
                measure,
                of,
                left,
                whole,
                comparison,
                fraction.toString(),
                fraction.textOf(whole),
                least,
                met,
                article);
    }

    public Step check(Figures figures) {
        return check(figures, Step.Part.PASS, Basis.PERSON, Bilingual.NONE);
    }

    String key(Basis basis) {
        return "rules.step." + measure.field() + "." + of.field() + "."
                + basis.name().toLowerCase(Locale.ROOT) + "." + how();
    }

    private String how() {
        if (comparison == Comparison.GT) {
            return fraction.equals(Fraction.HALF) ? "half" : "over";
        }
        return fraction.equals(Fraction.ONE) ? "all" : "atleast";
    }

    private static Measure measure(String words, String text) {
        for (var measure : Measure.values()) {
            if (measure.words().equals(words)) {
                return measure;
            }
        }
        throw new Refused("rules.data.threshold", text);
    }
}
