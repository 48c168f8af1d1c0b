package pavilion.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static pavilion.rules.OwnedPart.State.*;
import static pavilion.rules.OwnedPart.Use.*;
import static pavilion.rules.Refusing.refuses;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pavilion.rules.CoOwners.Standing;
import pavilion.rules.OwnedPart.Place;

class OwnersRollTest {
    private static final List<OwnedPart> PARTS = List.of(
            part("1-1-101", 9000, "A", OWNED, "1", "1", "lift"),
            part("1-2-101", 6000, "A", OWNED, "1", "2"),
            part("1-2-102", 8000, "B+C", OWNED, "1", "2", "lift"),
            part("2-1-101", 12000, "D", OWNED, "2", "1"),
            part("2-1-102", 9500, "", UNSOLD, "2", "1"),
            part("2-1-103", 7000, "E", UNDELIVERED, "2", "1"),
            new OwnedPart("P-1", 1300, "F", OWNED, PARKING, new Place("1", "", Set.of())),
            new OwnedPart("P-2", 1200, "A", OWNED, PARKING, new Place("1", "", Set.of())));

    @Test
    void parkingCountsOnlyWhereTheAdoptedRulesSaySo() {
        assertEquals(totals(4, 51500), OwnedPart.owners(PARTS, "dev").totals());
        assertEquals(
                totals(5, 54000),
                OwnedPart.owners(PARTS, "dev", Scope.WHOLE, true).totals());
        assertNotEquals(
                OwnedPart.owners(PARTS, "dev").hash(),
                OwnedPart.owners(PARTS, "dev", Scope.WHOLE, true).hash());
    }

    @Test
    void onlyTheScopeVotes() {
        assertEquals(totals(2, 23000), roll(Scope.building("1")));
        assertEquals(totals(2, 28500), roll(Scope.building("2")));
        assertEquals(totals(2, 14000), roll(Scope.stairwell("1", "2")));
        assertEquals(totals(1, 9000), roll(Scope.stairwell("1", "1")));
        assertEquals(totals(2, 17000), roll(Scope.circle("lift")));
        refuses("decide.scope.empty", () -> roll(Scope.building("3")));
        refuses("decide.scope.empty", () -> roll(Scope.circle("roof")));
    }

    @Test
    void coOwnersHaveOneVoter() {
        assertEquals(Optional.of("A"), new CoOwners(List.of("A"), Map.of()).voter());
        assertEquals(Optional.of("B"), new CoOwners(List.of("B", "C"), Map.of("C", "B")).voter());
        assertEquals(Optional.of("X"), new CoOwners(List.of("B", "C"), Map.of("B", "X", "C", "X")).voter());
        assertEquals(Optional.empty(), new CoOwners(List.of("B", "C"), Map.of()).voter());
        assertEquals(Optional.empty(), new CoOwners(List.of("B", "C"), Map.of("B", "B", "C", "C")).voter());
        refuses("decide.coowners.none", () -> new CoOwners(List.of(), Map.of()));
        refuses("decide.coowners.stranger", () -> new CoOwners(List.of("B"), Map.of("C", "B")));
    }

    @Test
    void whileTheyDisagreeTheBallotRestsAndAtTheCloseItIsNone() {
        var agreed = new CoOwners(List.of("B", "C"), Map.of("C", "B"));
        assertEquals(Standing.COUNTS, agreed.standing("B", false));
        assertEquals(Standing.COUNTS, agreed.standing("B", true));
        assertEquals(Standing.INVALID, agreed.standing("C", false));
        var divided = new CoOwners(List.of("B", "C"), Map.of("B", "B", "C", "C"));
        assertEquals(Standing.RESTS, divided.standing("B", false));
        assertEquals(Standing.INVALID, divided.standing("B", true));
    }

    private static Electorate.Totals roll(Scope scope) {
        return OwnedPart.owners(PARTS, "dev", scope, false).totals();
    }

    private static Electorate.Totals totals(long heads, long area) {
        return new Electorate.Totals(ElectorateKind.OWNERS, heads, area);
    }

    private static OwnedPart part(
            String code,
            long area,
            String buyer,
            OwnedPart.State state,
            String building,
            String stairwell,
            String... circles) {
        return new OwnedPart(code, area, buyer, state, ROOM, new Place(building, stairwell, Set.of(circles)));
    }
}
