package pavilion.audit;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECMultiplier;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import pavilion.rules.Sha256;

/**
 * The area of a ballot, locked: T. P. Pedersen's commitment (CRYPTO '91) {@code areaC·G + key·H} on P-256, where G is the
 * curve's generator and H is hashed from a text. Without the key every area fits it as well as any other, so that a plan of
 * the house tells nothing; whoever locked it cannot open it as another area; and the sum of commitments is the commitment of
 * the sums, so that the total of each answer can be checked while no single area is known.
 */
public final class AreaCommitment {
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("P-256");
    static final BigInteger ORDER = CURVE.getN();
    private static final ECPoint H = hashed("pavilion area");

    private AreaCommitment() {}

    /**
     * @param areaC in 0.01 square metres
     * @param key as {@link #key} gives it
     * @return 66 hex digits
     */
    public static String of(long areaC, String key) {
        return HexFormat.of().formatHex(point(areaC, number(key)).getEncoded(true));
    }

    private static ECPoint point(long areaC, BigInteger key) {
        if (areaC < 0) {
            throw new IllegalArgumentException("area");
        }
        ECMultiplier multiplier = new FixedPointCombMultiplier();
        return multiplier.multiply(CURVE.getG(), BigInteger.valueOf(areaC)).add(multiplier.multiply(H, key));
    }

    /** The first point whose x is SHA-256 of the text and a number, from 0, and whose y is even: nobody knows its logarithm. */
    private static ECPoint hashed(String text) {
        for (int i = 0; ; i++) {
            try {
                return read("02" + Sha256.of(text + " " + i));
            } catch (IllegalArgumentException noPoint) {
                // Half of all x have none.
            }
        }
    }

    /** @param text compressed by SEC 1, 2.3.3; {@code 00} is the point at infinity */
    private static ECPoint read(String text) {
        if (!text.matches("00|0[23][0-9a-f]{64}")) {
            throw new IllegalArgumentException("point");
        }
        return CURVE.getCurve().decodePoint(HexFormat.of().parseHex(text));
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
            return written(new BigInteger(1, made).mod(ORDER));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key of the commitments' sum. */
    public static String sum(Collection<String> keys) {
        return written(keys.stream()
                .map(AreaCommitment::number)
                .reduce(BigInteger.ZERO, BigInteger::add)
                .mod(ORDER));
    }

    /**
     * Whether these commitments together are of so much area.
     *
     * @throws IllegalArgumentException if a commitment, the area or the key cannot be one
     */
    static boolean opens(Collection<String> commitments, long areaC, String key) {
        ECPoint sum = commitments.stream()
                .map(AreaCommitment::read)
                .reduce(CURVE.getCurve().getInfinity(), ECPoint::add);
        return sum.equals(point(areaC, number(key)));
    }

    private static String written(BigInteger key) {
        String digits = key.toString(16);
        return "0".repeat(64 - digits.length()) + digits;
    }

    private static BigInteger number(String key) {
        BigInteger number = key.matches("[0-9a-f]{64}") ? new BigInteger(key, 16) : ORDER;
        if (number.compareTo(ORDER) >= 0) {
            throw new IllegalArgumentException("key");
        }
        return number;
    }
}
