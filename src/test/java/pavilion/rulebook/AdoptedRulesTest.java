package pavilion.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pavilion.db.Database;
import pavilion.db.TestDatabase;
import pavilion.matter.Matter;
import pavilion.matter.SmallCommunity;
import pavilion.rules.AdoptedRule;
import pavilion.rules.Participation;
import pavilion.rules.Refused;
import pavilion.rules.Rule;
import pavilion.rules.Secrecy;
import pavilion.rules.procedure.DecisionRoute;
import pavilion.text.Messages;
import pavilion.web.FormData;

final class AdoptedRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final List<String> STRICTER = List.of("yes at least 2/3 of present");

    private TestDatabase it;
    private Database db;
    private SmallCommunity village;
    private AdoptedRules adoptedRules;

    @BeforeEach
    void open() {
        it = TestDatabase.from("village", SmallCommunity::fill);
        db = it.database();
        village = new SmallCommunity(db);
        adoptedRules = new AdoptedRules(db, RuleBook.load());
    }

    @AfterEach
    void close() {
        it.close();
    }

    private int adopt(Map<String, Object> data, Integer replaces, String key) {
        return adoptedRules.adopt(1, data, replaces, 201L, "committee", key, village.clock);
    }

    private List<String> inForce(LocalDate day) {
        return adoptedRules.inForce(1, List.of("yard.consult"), day).stream()
                .map(Rule::id)
                .toList();
    }

    private static void refused(String key, Executable act) {
        assertEquals(key, assertThrows(Refused.class, act).refusal().key());
    }

    @Test
    void sentTwiceItIsAdoptedOnceAndTheChainKnows() {
        assertEquals(1, adopt(SampleAdoptedRules.data("yard.consult", STRICTER), null, "k"));
        assertEquals(1, adopt(SampleAdoptedRules.data("yard.consult", STRICTER), null, "k"));
        assertEquals(2, adopt(SampleAdoptedRules.data("yard.consult", STRICTER), null, "other"));
        assertEquals(
                2,
                db.plain()
                        .first(row -> row.getInteger(0), "select count(*)::int from audit where act = 'rule.adopted'")
                        .orElse(0));
    }

    @Test
    void whatTheBaseAsksIsNeverLoweredAndNothingIsKeptOfTheAttempt() {
        refused(
                "decide.adopted.lower",
                () -> adopt(SampleAdoptedRules.data("rc28.reps", List.of("yes at least 1/3 of present")), null, "k"));
        refused(
                "decide.adopted.lower",
                () -> adopt(
                        SampleAdoptedRules.data("yard.consult", List.of("yes at least 1/2 of present")), null, "k"));
        assertTrue(adoptedRules.all(1).isEmpty());
    }

    @Test
    void aLowerRuleOfEarlierIsNoLongerGivenToAMatter() {
        var lower = new HashMap<>(SampleAdoptedRules.data("yard.consult", List.of("yes at least 1/3 of present")));
        lower.put("id", "own.1");
        db.run(tx -> AdoptedRuleStore.write(tx, 1, 1, AdoptedRule.of(lower), null, 201L, "k", village.clock.instant()));
        assertEquals(List.of(), inForce(TODAY));
        assertEquals("own.1", adoptedRules.rule(1, "own.1").id());
    }

    @ParameterizedTest
    @EnumSource(value = Participation.class, names = "RETURNED", mode = EnumSource.Mode.EXCLUDE)
    void aRuleByWhichSilenceCountsCannotBeAdoptedAndSaysSoInBothLanguages(Participation policy) {
        var data = new HashMap<>(SampleAdoptedRules.data("cc278.ordinary", List.of()));
        data.put("policy", policy.name());
        refused("charter.refused.policy", () -> adopt(data, null, "k"));
        assertTrue(adoptedRules.all(1).isEmpty());
        Messages messages = new Messages();
        assertNotEquals(messages.say("zh", "charter.refused.policy"), messages.say("en", "charter.refused.policy"));
        data.put("policy", Participation.RETURNED.name());
        assertEquals(1, adopt(data, null, "k"));
    }

    @Test
    void theFormSaysThatParkingSpacesCountOnlyForOwners() {
        MultiMap fields = MultiMap.caseInsensitiveMultiMap()
                .add("name", "n")
                .add("text", "t")
                .add("from", "2026-03-02")
                .add("parking", "1");
        RuleBook book = adoptedRules.book();
        for (String law : List.of("cc278.ordinary", "yard.consult")) {
            AdoptedRuleForm form = new AdoptedRuleForm(book.catalogue().rule(law));
            form.shares().forEach(share -> fields.set(share.field(), "1").set(share.sign(), "ge"));
            assertEquals(
                    law.equals("cc278.ordinary"),
                    form.read(new FormData(fields, List.of(AdoptedRuleForm.FIELDS)), TODAY)
                            .get("parking"),
                    law);
        }
    }

    @Test
    void itIsInForceFromItsDayAndUntilAnotherTakesItsPlace() {
        adopt(SampleAdoptedRules.data("yard.consult", STRICTER), null, "a");
        var later = new HashMap<>(SampleAdoptedRules.data("yard.consult", STRICTER));
        later.put("from", "2026-05-01");
        assertEquals(List.of("own.1"), inForce(TODAY));
        adopt(later, 1, "b");
        assertEquals(List.of("own.1"), inForce(LocalDate.of(2026, 4, 30)));
        assertEquals(List.of("own.2"), inForce(LocalDate.of(2026, 5, 1)));
        assertEquals(List.of(), inForce(LocalDate.of(2026, 3, 1)));
        refused("charter.refused.replaces", () -> adopt(later, 1, "c"));
        refused("charter.refused.replaces", () -> adopt(later, 9, "d"));
        refused(
                "charter.refused.replaces",
                () -> adopt(SampleAdoptedRules.data("rc28.reps", List.of("yes at least 2/3 of present")), 2, "e"));
        // What began under the first goes on under it.
        assertEquals(
                "own.1", adoptedRules.rule(1, "own.1", LocalDate.of(2027, 1, 1)).id());
    }

    @Test
    void anotherCommunityNeitherSeesNorUsesIt() {
        adopt(SampleAdoptedRules.data("yard.consult", STRICTER), null, "a");
        assertTrue(adoptedRules.all(2).isEmpty());
        refused("rules.refused.unknown_rule", () -> adoptedRules.rule(2, "own.1"));
        refused("rules.refused.unknown_rule", () -> adoptedRules.rule(1, "own.7"));
        refused("rules.refused.unknown_rule", () -> adoptedRules.rule(1, "own.x'"));
    }

    @Test
    void aRowNeverChanges() {
        adopt(SampleAdoptedRules.data("yard.consult", STRICTER), null, "a");
        assertThrows(RuntimeException.class, () -> db.plain().run("update adopted_rule set n = 5"));
        assertThrows(RuntimeException.class, () -> db.plain().run("delete from adopted_rule"));
    }

    @Test
    void triageGivesAMatterTheRuleThatFitsItsWayAndNoOther() {
        adopt(SampleAdoptedRules.data("yard.consult", STRICTER), null, "a");
        adopt(SampleAdoptedRules.data("cc278.special", List.of("yes heads at least 4/5 of part heads")), null, "b");
        Matter first = village.triaged("灯", "m1");
        refused("matter.triage.own-rule", () -> village.routed(first, DecisionRoute.COURTYARD, "", "own.2"));
        Matter routed = village.routed(first, DecisionRoute.COURTYARD, "", "own.1");
        assertEquals("own.1", routed.rule());
        assertEquals("plan", routed.stage());
        assertEquals(
                "议事规则第五条", village.matterModule.matters().rule(routed).name().zh());
        Matter second = village.triaged("梯", "m2");
        assertEquals(
                "own.2",
                village.routed(second, DecisionRoute.OWNERS, "cc278.special", "own.2")
                        .rule());
    }

    @Test
    void aSecretRuleOfTheCommunityIsOfferedAndGivenToAMatter() {
        Map<String, Object> secret = new java.util.HashMap<>(SampleAdoptedRules.data("yard.consult", STRICTER));
        secret.put("secret", true);
        adopt(secret, null, "a");
        adopt(SampleAdoptedRules.data("rc20.recall.households", List.of("yes at least 2/3 of voted")), null, "b");
        Matter first = village.triaged("灯", "m1");
        Matter routed = village.routed(first, DecisionRoute.COURTYARD, "", "own.1");
        assertEquals(Secrecy.SECRET, village.matterModule.matters().rule(routed).secrecy());
        Matter second = village.triaged("罢免", "m2");
        refused("matter.triage.own-rule", () -> village.routed(second, DecisionRoute.RESIDENTS, "", "own.1"));
        Matter recall = village.routed(second, DecisionRoute.RESIDENTS, "", "own.2");
        assertEquals(Secrecy.SECRET, village.matterModule.matters().rule(recall).secrecy());
        Map<String, Object> owners = new java.util.HashMap<>(SampleAdoptedRules.data("cc278.special", List.of()));
        owners.put("secret", true);
        refused("decide.adopted.secret", () -> adopt(owners, null, "c"));
    }
}
