package pavilion.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static pavilion.rules.OwnedPart.State.*;
import static pavilion.rules.Refusing.refuses;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ElectorateTest {
    private static final List<Entitlement> THREE =
            List.of(new Entitlement("a", 9000, 1), new Entitlement("b", 100, 1), new Entitlement("c", 0, 1));

    @Test
    void theHashDoesNotDependOnTheOrder() {
        var hash = owners(THREE).hash();
        var random = new Random(1);
        for (int round = 0; round < 20; round++) {
            var shuffled = new ArrayList<>(THREE);
            Collections.shuffle(shuffled, random);
            assertEquals(hash, owners(shuffled).hash());
        }
        assertEquals(64, hash.length());
    }

    @Test
    void anyChangeChangesTheHash() {
        var hash = owners(THREE).hash();
        assertNotEquals(hash, owners(THREE.subList(0, 2)).hash());
        assertNotEquals(hash, new Electorate(ElectorateKind.ADULTS, THREE).hash());
        for (var other :
                List.of(new Entitlement("a", 9001, 1), new Entitlement("a", 9000, 2), new Entitlement("A", 9000, 1))) {
            assertNotEquals(
                    hash, owners(List.of(other, THREE.get(1), THREE.get(2))).hash());
        }
    }

    @Test
    void theHashIsTheOneAnyoneCanMakeWithSha256sum() {
        assertEquals(
                "efaa9c30e3818aec9612d04950e86efe43c426700c2e9f8d95489f3be2eaf223",
                new Electorate(
                                ElectorateKind.HOUSEHOLD_REPS,
                                List.of(Entitlement.one("017-2"), Entitlement.one("017-1")))
                        .hash());
    }

    @Test
    void nobodyStandsOnTheRollTwice() {
        refuses("rules.roll.twice", () -> owners(List.of(Entitlement.one("a"), Entitlement.one("a"))));
    }

    @Test
    void impossibleEntitlementsAreRefused() {
        refuses("rules.roll.voter", () -> Entitlement.one(" "));
        refuses("rules.roll.voter", () -> Entitlement.one("a\t1"));
        refuses("rules.roll.voter", () -> Entitlement.one("a\nb"));
        refuses("rules.roll.area", () -> new Entitlement("a", -1, 1));
        refuses("rules.roll.heads", () -> new Entitlement("a", 1, 0));
    }

    @Test
    void totalsNeverWrapAround() {
        var huge = owners(List.of(new Entitlement("a", Long.MAX_VALUE, 1), new Entitlement("b", 1, 1)));
        assertThrows(ArithmeticException.class, huge::totals);
    }

    @Test
    void oneBuyerIsOneHeadAndSoIsTheDeveloper() {
        var parts = List.of(
                new OwnedPart("101", 9000, "A", OWNED),
                new OwnedPart("102", 6000, "A", OWNED),
                new OwnedPart("103", 8000, "B+C", OWNED),
                new OwnedPart("104", 12000, "D", OWNED),
                new OwnedPart("105", 9500, "", UNSOLD),
                new OwnedPart("106", 9500, "", UNSOLD),
                new OwnedPart("107", 7000, "E", UNDELIVERED));
        var roll = OwnedPart.owners(parts, "developer");
        assertEquals(new Electorate.Totals(ElectorateKind.OWNERS, 4, 61000), roll.totals());
        assertEquals(
                List.of(15000L, 8000L, 12000L, 26000L),
                roll.entitlements().stream().map(Entitlement::areaC).toList());
    }

    @Test
    void aPartWithoutAreaIsRefused() {
        refuses("rules.roll.area", () -> OwnedPart.owners(List.of(new OwnedPart("101", 0, "A", OWNED)), "developer"));
    }

    private static Electorate owners(List<Entitlement> entitlements) {
        return new Electorate(ElectorateKind.OWNERS, entitlements);
    }
}
