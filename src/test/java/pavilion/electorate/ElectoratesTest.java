package pavilion.electorate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pavilion.db.Database;
import pavilion.db.TestDatabase;
import pavilion.matter.SmallCommunity;
import pavilion.rulebook.AdoptedRules;
import pavilion.rulebook.RuleBook;
import pavilion.rulebook.SampleAdoptedRules;
import pavilion.rules.ElectorateKind;
import pavilion.rules.Refused;
import pavilion.rules.Rule;

/** Owner 501 has two dwellings of 50 m² and a parking space of 12 m²; owner 502 has a parking space alone. */
final class ElectoratesTest {
    private final Electorates electorates = new Electorates();
    private TestDatabase it;
    private Database db;
    private AdoptedRules rules;

    @BeforeEach
    void open() {
        it = TestDatabase.from("village", SmallCommunity::fill);
        db = it.database();
        rules = new AdoptedRules(db, RuleBook.load());
        db.plain().run("insert into owner (community, id, name, kind, voter) values (1, 502, 'o2', 'person', 205)");
        db.plain().run("""
                insert into unit (community, place, code, kind, area_c, owner)
                values (1, 101, 'P1', 'parking', 1200, 501), (1, 105, 'P2', 'parking', 1300, 502)
                """);
    }

    @AfterEach
    void close() {
        it.close();
    }

    private Electorates.Frozen freeze(Rule rule) {
        return electorates.freeze(db.plain(), 1, SmallCommunity.YARD_PATH, rule);
    }

    private List<Long> heldBy(Rule rule, long person) {
        return electorates.votersOf(db.plain(), 1, SmallCommunity.YARD_PATH, rule, person).stream()
                .map(Voter::voter)
                .toList();
    }

    private Rule adopted() {
        int n = SampleAdoptedRules.adoptParking(db, new SmallCommunity(db).clock, "cc278.ordinary");
        return rules.rule(1, "own." + n);
    }

    @Test
    void byTheLawParkingSpacesAreNoPartsOfTheirOwners() {
        Rule law = rules.rule(1, "cc278.ordinary");
        assertEquals(
                List.of(new Voter(501, "U1 +1", 201L, 10_000, 1)), freeze(law).voters());
        assertEquals(List.of(501L), heldBy(law, 201));
        assertEquals(List.of(), heldBy(law, 205));
    }

    @Test
    void whereTheAdoptedRuleSaysSoParkingSpacesCountByAreaAndByHead() {
        Rule own = adopted();
        assertTrue(own.parking());
        Electorates.Frozen roll = freeze(own);
        assertEquals(
                List.of(new Voter(501, "P1 +2", 201L, 11_200, 1), new Voter(502, "P2", 205L, 1_300, 1)), roll.voters());
        assertEquals(2, roll.electorate().totals().heads());
        assertEquals(12_500, roll.electorate().totals().areaC());
        assertEquals(List.of(502L), heldBy(own, 205));
        assertNotEquals(
                freeze(rules.rule(1, "cc278.ordinary")).electorate().hash(),
                roll.electorate().hash());
    }

    @Test
    void theTwoRollsOfOwnersAreFrozenUnderTwoKeys() {
        assertEquals("OWNERS", RollKind.of(ElectorateKind.OWNERS).key());
        assertEquals("OWNERS+PARKING", RollKind.of(adopted()).key());
    }

    @Test
    void anElectorateWithoutARollIsRefused() {
        Refused refused = assertThrows(
                Refused.class,
                () -> electorates.freeze(
                        db.plain(), 1, SmallCommunity.YARD_PATH, RollKind.of(ElectorateKind.VILLAGERS)));
        assertEquals("matter.electorate.unknown", refused.refusal().key());
    }

    @Test
    void numbersAloneFindALabel() {
        assertTrue(Voter.named("1号楼2单元502", "2-502"));
        assertTrue(Voter.named("1号楼2单元502", "单元"));
        assertEquals(false, Voter.named("1号楼2单元502", "3-502"));
        assertEquals(false, Voter.named("1号楼2单元502", "x"));
    }
}
