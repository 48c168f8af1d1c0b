package pavilion.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AreaCommitmentTest {
    private static final FixedBase G = new FixedBase(CurvePoint.GENERATOR, 33);

    @Test
    void pointsAreThoseThatArePublishedForTheCurve() {
        // Point multiplication on P-256, from NIST's routines, as the field's libraries test themselves with.
        String two = "7cf27b188d034f7e8a52380304b51ac3c08969e277f21b35a60b48fc47669978";
        assertEquals("03" + two, CurvePoint.GENERATOR.plus(CurvePoint.GENERATOR).written());
        assertEquals("03" + two, G.times(BigInteger.TWO).written());
        assertEquals(
                "025ecbe4d1a6330a44c8f7ef951d4bf165e6c6b721efada985fb41661bc6e7fd6c",
                G.times(BigInteger.valueOf(3)).written().replaceFirst("^03", "02"));
        BigInteger last = CurvePoint.ORDER.subtract(BigInteger.ONE);
        assertEquals(CurvePoint.INFINITY, G.times(last).plus(CurvePoint.GENERATOR));
        assertEquals(CurvePoint.GENERATOR, CurvePoint.read(CurvePoint.GENERATOR.written()));
    }

    @Test
    void multiplesAreThoseOfTheJdk() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        for (int i = 0; i < 20; i++) {
            var pair = generator.generateKeyPair();
            var point = ((ECPublicKey) pair.getPublic()).getW();
            CurvePoint mine = G.times(((ECPrivateKey) pair.getPrivate()).getS());
            assertEquals(point.getAffineX(), mine.x());
            assertEquals(point.getAffineY(), mine.y());
            assertEquals(mine, CurvePoint.read(mine.written()));
        }
    }

    @Test
    void whatIsNoPointIsNotRead() {
        String one = CurvePoint.GENERATOR.written();
        for (String text : List.of("", "0", one + "0", one.toUpperCase(java.util.Locale.ROOT), "04" + one.substring(2))) {
            assertThrows(IllegalArgumentException.class, () -> CurvePoint.read(text), text);
        }
        // The field's prime, as an x, is another way to write 0.
        assertThrows(
                IllegalArgumentException.class,
                () -> CurvePoint.read("02" + CurvePoint.P.toString(16)));
        // Half of all x have no point.
        long none = IntStream.range(1, 200)
                .filter(x -> {
                    try {
                        CurvePoint.read("02" + "%064x".formatted(x));
                        return false;
                    } catch (IllegalArgumentException e) {
                        return true;
                    }
                })
                .count();
        assertTrue(none > 60 && none < 140, none + " of 199");
    }

    @Test
    void theSumOfCommitmentsIsOpenedByTheSumsAndByNothingElse() {
        String secret = "s";
        List<String> receipts = List.of("A", "B", "C");
        List<Long> areas = List.of(6240L, 5800L, 0L);
        List<String> keys = receipts.stream().map(each -> AreaCommitment.key(secret, each)).toList();
        List<String> locked = IntStream.range(0, 3)
                .mapToObj(i -> AreaCommitment.of(areas.get(i), keys.get(i)))
                .toList();
        assertTrue(AreaCommitment.opens(locked, 12040, AreaCommitment.sum(keys)));
        assertFalse(AreaCommitment.opens(locked, 12041, AreaCommitment.sum(keys)));
        assertFalse(AreaCommitment.opens(locked.subList(0, 2), 12040, AreaCommitment.sum(keys)));
        assertFalse(AreaCommitment.opens(locked, 12040, keys.getFirst()));
        assertTrue(AreaCommitment.opens(List.of(), 0, AreaCommitment.sum(List.of())));
        assertThrows(
                IllegalArgumentException.class, () -> AreaCommitment.opens(locked, -1, AreaCommitment.sum(keys)));
        assertThrows(
                IllegalArgumentException.class,
                () -> AreaCommitment.opens(locked, 12040, CurvePoint.ORDER.toString(16)));
    }

    @Test
    void equalAreasAreLockedDifferentlyAndAnotherSecretGivesOtherKeys() {
        assertNotEquals(
                AreaCommitment.of(6240, AreaCommitment.key("s", "A")),
                AreaCommitment.of(6240, AreaCommitment.key("s", "B")));
        assertNotEquals(AreaCommitment.key("s", "A"), AreaCommitment.key("t", "A"));
    }

    @Test
    void fiveThousandAreasAreLockedInSeconds() {
        long begun = System.nanoTime();
        List<String> keys = IntStream.range(0, 5188)
                .mapToObj(i -> AreaCommitment.key("s", "R" + i))
                .toList();
        List<String> locked =
                keys.parallelStream().map(key -> AreaCommitment.of(8_888, key)).toList();
        long made = System.nanoTime();
        assertTrue(AreaCommitment.opens(locked, 8_888L * 5188, AreaCommitment.sum(keys)));
        long opened = System.nanoTime();
        System.out.println("5188 areas locked in " + (made - begun) / 1_000_000 + " ms, the total opened in "
                + (opened - made) / 1_000_000 + " ms");
        assertTrue(opened - begun < 30_000_000_000L);
    }
}
