package pavilion.audit;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The area of a ballot, locked: T. P. Pedersen's commitment (CRYPTO '91) {@code areaC·G + key·H} on P-256, where G is the
 * curve's generator and H is hashed from a text. Without the key every area fits it as well as any other, so that a plan of
 * the house tells nothing; whoever locked it cannot open it as another area; and the sum of commitments is the commitment of
 * the sums, so that the total of each answer can be checked while no single area is known.
 */
public final class AreaCommitment {
    private static final int AREA_BYTES = 9;
    private static final int KEY_BYTES = 33;

    /** Made when the first area is locked or checked. */
    private static final class Tables {
        static final FixedBase AREA = new FixedBase(CurvePoint.GENERATOR, AREA_BYTES);
        static final FixedBase KEY = new FixedBase(CurvePoint.hashed("pavilion area"), KEY_BYTES);
    }

    private AreaCommitment() {}

    /**
     * @param areaC in 0.01 square metres
     * @param key as {@link #key} gives it
     * @return 66 hex digits
     */
    public static String of(long areaC, String key) {
        return point(areaC, number(key)).written();
    }

    private static CurvePoint point(long areaC, BigInteger key) {
        if (areaC < 0) {
            throw new IllegalArgumentException("area");
        }
        return Tables.AREA.times(BigInteger.valueOf(areaC)).plus(Tables.KEY.times(key));
    }

    /**
     * The key of one ballot, 64 hex digits: HMAC-SHA-512 of its receipt, modulo the order of the curve.
     *
     * @param secret of the poll, random; whoever knows it knows all keys
     */
    public static String key(String secret, String receipt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
            byte[] made = mac.doFinal(receipt.getBytes(StandardCharsets.UTF_8));
            return written(new BigInteger(1, made).mod(CurvePoint.ORDER));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key of the commitments' sum. */
    public static String sum(Collection<String> keys) {
        return written(keys.stream()
                .map(AreaCommitment::number)
                .reduce(BigInteger.ZERO, BigInteger::add)
                .mod(CurvePoint.ORDER));
    }

    /**
     * Whether these commitments together are of so much area.
     *
     * @throws IllegalArgumentException if a commitment, the area or the key cannot be one
     */
    static boolean opens(Collection<String> commitments, long areaC, String key) {
        CurvePoint sum = commitments.stream().map(CurvePoint::read).reduce(CurvePoint.INFINITY, CurvePoint::plus);
        return sum.equals(point(areaC, number(key)));
    }

    private static String written(BigInteger key) {
        String digits = key.toString(16);
        return "0".repeat(64 - digits.length()) + digits;
    }

    private static BigInteger number(String key) {
        BigInteger number = key.matches("[0-9a-f]{64}") ? new BigInteger(key, 16) : CurvePoint.ORDER;
        if (number.compareTo(CurvePoint.ORDER) >= 0) {
            throw new IllegalArgumentException("key");
        }
        return number;
    }
}
