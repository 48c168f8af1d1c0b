package pavilion.rules.method;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact fraction of any size, not below zero. Equal ones may be written differently: compare them, do not ask equals. */
public record Ratio(BigInteger top, BigInteger bottom) implements Comparable<Ratio> {
    public static Ratio of(long top, long bottom) {
        return new Ratio(BigInteger.valueOf(top), BigInteger.valueOf(bottom));
    }

    @Override
    public int compareTo(Ratio other) {
        return top.multiply(other.bottom).compareTo(other.top.multiply(bottom));
    }

    public Ratio plus(Ratio other) {
        return new Ratio(top.multiply(other.bottom).add(other.top.multiply(bottom)), bottom.multiply(other.bottom));
    }

    public Ratio times(Ratio other) {
        return new Ratio(top.multiply(other.top), bottom.multiply(other.bottom));
    }

    Ratio over(long whole) {
        return new Ratio(top, bottom.multiply(BigInteger.valueOf(whole)));
    }

    /** To be read: {@code decimals} places, the rest cut off. What is decided is decided on the fraction itself. */
    public String shown(int decimals) {
        return new BigDecimal(top)
                .divide(new BigDecimal(bottom), decimals, RoundingMode.DOWN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
