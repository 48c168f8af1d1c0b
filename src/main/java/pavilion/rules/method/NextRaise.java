package pavilion.rules.method;

import java.math.BigInteger;

/**
 * How far every share can be raised, one unit of money after the other, before a run of Equal Shares may buy otherwise. All that a
 * run compares are such amounts, and whoever would be dearer is only known from below; so what is found here is never too far, and the
 * raises before it need no run of their own.
 */
final class NextRaise {
    private final BigInteger unit;
    /** The first raise at which something may change, from 1; zero while nothing is known to. */
    private BigInteger next = BigInteger.ZERO;

    /** @param unit of money by which shares are raised, in the units of the budget */
    NextRaise(BigInteger unit) {
        this.unit = unit;
    }

    /** How many raises lead to the first run that may differ; at least one. */
    BigInteger next() {
        return next.max(BigInteger.ONE);
    }

    /** Whether the very next raise has to be tried anyway. */
    boolean reached() {
        return next.equals(BigInteger.ONE);
    }

    /** Whether one amount stays below the other before the next raise that has to be tried. */
    boolean stays(RisingAmount below, RisingAmount above) {
        if (reached()) {
            return true;
        }
        if (next.signum() == 0) {
            return closing(below, above).signum() <= 0;
        }
        BigInteger more = next.subtract(BigInteger.ONE).multiply(unit);
        return below.topAt(more)
                        .multiply(above.bottom())
                        .compareTo(above.topAt(more).multiply(below.bottom()))
                < 0;
    }

    /** Sets the next raise no further than where one amount, not above the other now, has come up to it. Two that rise alike never part. */
    void limit(RisingAmount below, RisingAmount above) {
        BigInteger closing = closing(below, above);
        if (closing.signum() <= 0 || reached()) {
            return;
        }
        BigInteger gap =
                above.top().multiply(below.bottom()).subtract(below.top().multiply(above.bottom()));
        BigInteger[] raises = gap.divideAndRemainder(closing.multiply(unit));
        BigInteger first = raises[0].add(BigInteger.valueOf(raises[1].signum())).max(BigInteger.ONE);
        next = next.signum() == 0 ? first : next.min(first);
    }

    private static BigInteger closing(RisingAmount below, RisingAmount above) {
        return below.slope().multiply(above.bottom()).subtract(above.slope().multiply(below.bottom()));
    }
}
