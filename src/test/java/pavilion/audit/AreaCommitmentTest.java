package pavilion.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AreaCommitmentTest {
    /** A key of 0 leaves the area's multiple of the generator alone. */
    private static final String NO_KEY = "0".repeat(64);

    @Test
    void withoutAKeyItIsThePublishedMultipleOfTheGenerator() {
        // Point multiplication on P-256, from NIST's routines, as the field's libraries test themselves with.
        assertEquals(
                "03" + "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296",
                AreaCommitment.of(1, NO_KEY));
        assertEquals(
                "03" + "7cf27b188d034f7e8a52380304b51ac3c08969e277f21b35a60b48fc47669978",
                AreaCommitment.of(2, NO_KEY));
        assertEquals(
                "02" + "5ecbe4d1a6330a44c8f7ef951d4bf165e6c6b721efada985fb41661bc6e7fd6c",
                AreaCommitment.of(3, NO_KEY));
        assertEquals("00", AreaCommitment.of(0, NO_KEY));
    }

    @Test
    void whatIsNoPointIsNotOneOfThem() {
        String one = AreaCommitment.of(1, NO_KEY);
        // The field's prime, as an x, is another way to write 0; an x of 1 has no point.
        for (String text : List.of(
                "",
                "0",
                one + "0",
                one.toUpperCase(Locale.ROOT),
                "04" + one.substring(2),
                "02ffffffff00000001000000000000000000000000ffffffffffffffffffffffff",
                "02" + "0".repeat(63) + "1")) {
            assertThrows(IllegalArgumentException.class, () -> AreaCommitment.opens(List.of(text), 1, NO_KEY), text);
        }
        assertTrue(AreaCommitment.opens(List.of(one), 1, NO_KEY));
    }

    @Test
    void theSumOfCommitmentsIsOpenedByTheSumsAndByNothingElse() {
        String secret = "s";
        List<String> receipts = List.of("A", "B", "C");
        List<Long> areas = List.of(6240L, 5800L, 0L);
        List<String> keys =
                receipts.stream().map(each -> AreaCommitment.key(secret, each)).toList();
        List<String> locked = IntStream.range(0, 3)
                .mapToObj(i -> AreaCommitment.of(areas.get(i), keys.get(i)))
                .toList();
        assertTrue(AreaCommitment.opens(locked, 12040, AreaCommitment.sum(keys)));
        assertFalse(AreaCommitment.opens(locked, 12041, AreaCommitment.sum(keys)));
        assertFalse(AreaCommitment.opens(locked.subList(0, 2), 12040, AreaCommitment.sum(keys)));
        assertFalse(AreaCommitment.opens(locked, 12040, keys.getFirst()));
        assertTrue(AreaCommitment.opens(List.of(), 0, AreaCommitment.sum(List.of())));
        assertThrows(IllegalArgumentException.class, () -> AreaCommitment.opens(locked, -1, AreaCommitment.sum(keys)));
        assertThrows(
                IllegalArgumentException.class,
                () -> AreaCommitment.opens(locked, 12040, AreaCommitment.ORDER.toString(16)));
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
