package pavilion.rules.method;

import java.math.BigInteger;

/**
 * An amount of money, and how it rises when every voter's share becomes larger by {@code x}: (top + slope · x) / bottom, exactly,
 * as long as the same projects are bought and the same voters give all they have. {@code bottom} is above zero.
 */
record RisingAmount(BigInteger top, BigInteger slope, BigInteger bottom) {
    /** The same amount whatever the share is. */
    static RisingAmount fixed(long amount) {
        return new RisingAmount(BigInteger.valueOf(amount), BigInteger.ZERO, BigInteger.ONE);
    }

    Ratio now() {
        return new Ratio(top, bottom);
    }

    RisingAmount over(long whole) {
        return new RisingAmount(top, slope, bottom.multiply(BigInteger.valueOf(whole)));
    }

    BigInteger topAt(BigInteger more) {
        return top.add(slope.multiply(more));
    }
}
