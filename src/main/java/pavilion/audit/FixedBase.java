package pavilion.audit;

import java.math.BigInteger;

/**
 * Multiples of one point, by a table of what each byte of a factor adds: an addition a byte, and a table of 255 points a byte,
 * made when the first factor comes (a sixth of a second for 32 bytes).
 */
final class FixedBase {
    private static final int BYTE = 256;

    private final CurvePoint[][] table;

    /** @param bytes of the greatest factor */
    FixedBase(CurvePoint base, int bytes) {
        table = new CurvePoint[bytes][BYTE];
        CurvePoint step = base;
        for (CurvePoint[] row : table) {
            row[0] = CurvePoint.INFINITY;
            for (int i = 1; i < BYTE; i++) {
                row[i] = row[i - 1].plus(step);
            }
            step = row[BYTE - 1].plus(step);
        }
    }

    /** @param factor not negative, and no longer than the table */
    CurvePoint times(BigInteger factor) {
        byte[] bytes = factor.toByteArray();
        CurvePoint sum = CurvePoint.INFINITY;
        for (int i = 0; i < bytes.length; i++) {
            int value = Byte.toUnsignedInt(bytes[bytes.length - 1 - i]);
            if (value != 0) {
                sum = sum.plus(table[i][value]);
            }
        }
        return sum;
    }
}
