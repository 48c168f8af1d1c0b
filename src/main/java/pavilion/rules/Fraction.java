package pavilion.rules;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** An exact, reduced, non-negative fraction. */
public record Fraction(long numerator, long denominator) implements Comparable<Fraction> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})/(\\d{1,18})");

    public static final Fraction HALF = new Fraction(1, 2);
    public static final Fraction ONE = new Fraction(1, 1);

    public Fraction {
        if (numerator < 0 || denominator <= 0) {
            throw new Refused("rules.data.fraction", numerator + "/" + denominator);
        }
        long common = gcd(numerator, denominator);
        numerator /= common;
        denominator /= common;
    }

    public static Fraction parse(String text) {
        var form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new Refused("rules.data.fraction", text);
        }
        return new Fraction(Long.parseLong(form.group(1)), Long.parseLong(form.group(2)));
    }

    /** Compares {@code count} with this share of {@code whole}: negative, zero or positive. Wide enough never to overflow. */
    public int against(long count, long whole) {
        return product(count, denominator).compareTo(product(whole, numerator));
    }

    /** This share of a whole, exact: 2/3 of 169 is "338/3", 1/2 of 48 is "24". */
    public String textOf(long whole) {
        var top = product(whole, numerator);
        var bottom = BigInteger.valueOf(denominator);
        var common = top.gcd(bottom);
        var reduced = top.divide(common);
        return common.equals(bottom) ? reduced.toString() : reduced + "/" + bottom.divide(common);
    }

    /** The smallest whole number at or above this share of {@code whole}, or strictly above it. */
    public long least(long whole, boolean strictly) {
        var parts = product(whole, numerator).divideAndRemainder(BigInteger.valueOf(denominator));
        boolean up = strictly || parts[1].signum() > 0;
        return parts[0].add(up ? BigInteger.ONE : BigInteger.ZERO).longValueExact();
    }

    @Override
    public int compareTo(Fraction other) {
        return product(numerator, other.denominator).compareTo(product(other.numerator, denominator));
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
