package pavilion.audit;

import java.math.BigInteger;
import java.util.HexFormat;
import pavilion.rules.Sha256;

/**
 * A point of the curve P-256 (FIPS 186-4; SEC 2 calls it secp256r1): {@code y² = x³ - 3x + b} modulo {@code P}, and the point
 * at infinity, here (0, 0). Not in constant time: what is computed with it is public, or known to whoever could measure.
 */
record CurvePoint(BigInteger x, BigInteger y) {
    static final BigInteger P = hex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
    /** How many points there are; a prime, so that each of them but infinity generates all. */
    static final BigInteger ORDER = hex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");

    static final CurvePoint INFINITY = new CurvePoint(BigInteger.ZERO, BigInteger.ZERO);
    static final CurvePoint GENERATOR = new CurvePoint(
            hex("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"),
            hex("4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"));

    private static final BigInteger B = hex("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");
    private static final BigInteger THREE = BigInteger.valueOf(3);
    private static final BigInteger ROOT = P.add(BigInteger.ONE).shiftRight(2);

    private static BigInteger hex(String digits) {
        return new BigInteger(digits, 16);
    }

    /** The first point whose x is SHA-256 of the text and a number, from 0: nobody knows its logarithm to another. */
    static CurvePoint hashed(String text) {
        for (int i = 0; ; i++) {
            BigInteger x = hex(Sha256.of(text + " " + i));
            if (x.compareTo(P) < 0) {
                BigInteger y = root(x);
                if (y.modPow(BigInteger.TWO, P).equals(square(x))) {
                    return new CurvePoint(x, y.testBit(0) ? P.subtract(y) : y);
                }
            }
        }
    }

    private static BigInteger square(BigInteger x) {
        return x.multiply(x).subtract(THREE).multiply(x).add(B).mod(P);
    }

    private static BigInteger root(BigInteger x) {
        return square(x).modPow(ROOT, P);
    }

    CurvePoint plus(CurvePoint other) {
        if (equals(INFINITY)) {
            return other;
        }
        if (other.equals(INFINITY)) {
            return this;
        }
        BigInteger slope;
        if (!x.equals(other.x)) {
            slope = other.y.subtract(y).multiply(other.x.subtract(x).modInverse(P));
        } else if (y.equals(other.y)) {
            // The order is odd, so no y is 0.
            slope = x.multiply(x).subtract(BigInteger.ONE).multiply(THREE)
                    .multiply(y.shiftLeft(1).modInverse(P));
        } else {
            return INFINITY;
        }
        BigInteger reduced = slope.mod(P);
        BigInteger sum = reduced.multiply(reduced).subtract(x).subtract(other.x).mod(P);
        return new CurvePoint(sum, reduced.multiply(x.subtract(sum)).subtract(y).mod(P));
    }

    /** Compressed by SEC 1, 2.3.3: 66 hex digits; {@code 00} for infinity. */
    String written() {
        if (equals(INFINITY)) {
            return "00";
        }
        String digits = x.toString(16);
        return (y.testBit(0) ? "03" : "02") + "0".repeat(64 - digits.length()) + digits;
    }

    /** @throws IllegalArgumentException if this is no point as {@link #written()} writes it */
    static CurvePoint read(String text) {
        if (text.equals("00")) {
            return INFINITY;
        }
        if (!text.matches("0[23][0-9a-f]{64}")) {
            throw new IllegalArgumentException("point");
        }
        BigInteger x = new BigInteger(1, HexFormat.of().parseHex(text.substring(2)));
        BigInteger y = root(x);
        if (x.compareTo(P) >= 0 || !y.modPow(BigInteger.TWO, P).equals(square(x))) {
            throw new IllegalArgumentException("point");
        }
        return new CurvePoint(x, y.testBit(0) == text.startsWith("03") ? y : P.subtract(y));
    }
}
