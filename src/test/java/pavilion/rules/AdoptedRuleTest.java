package pavilion.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pavilion.rules.Refusing.refuses;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pavilion.rulebook.RuleBook;

class AdoptedRuleTest {
    private static final Catalogue CATALOGUE = RuleBook.load().catalogue();

    @ParameterizedTest(name = "{0} with {1} {2}: {3}")
    @CsvSource({
        "rc28.reps, quorum, present at least 2/3 of members, true",
        "rc28.reps, quorum, present more than 2/3 of members, true",
        "rc28.reps, quorum, present at least 3/4 of members, true",
        "rc28.reps, quorum, present at least 665/1000 of members, false",
        "rc28.reps, quorum, present more than 1/2 of members, false",
        "rc28.reps, pass, yes at least 1/2 of present, false",
        "rc28.reps, pass, yes more than 1/2 of present, true",
        "rc28.reps, pass, yes at least 51/100 of present, true",
        "rc28.reps, pass, yes at least 49/100 of present, false",
        "cc278.ordinary, pass, yes area at least 1/2 of part area, false",
        "cc278.ordinary, pass, yes heads at least 2/3 of part heads, true",
        "cc278.special, pass, yes area more than 3/4 of part area, true",
        "cc278.special, pass, yes area more than 74/100 of part area, false",
        "cc278.special, quorum, part heads more than 1/2 of total heads, false",
        "yard.consult, quorum, present at least 1/3 of members, false",
        "yard.consult, quorum, present at least 1/2 of members, false",
        "yard.consult, quorum, present more than 1/2 of members, true",
        "yard.consult, quorum, present at least 51/100 of members, true",
        "yard.consult, pass, yes at least 1/3 of present, false",
        "yard.consult, pass, yes at least 1/2 of present, false",
        "yard.consult, pass, yes at least 2/3 of present, true",
        "party.4yi, pass, yes at least 1/2 of members, false",
    })
    void theBaseIsTheLeastThatMayBeAsked(String base, String part, String threshold, boolean allowed) {
        var adopted = AdoptedRule.of(data(base, Map.of(part, List.of(threshold))));
        if (!allowed) {
            var refusal = refuses("decide.adopted.lower", () -> adopted.adoptable(CATALOGUE));
            assertEquals(CATALOGUE.rule(base).source(), refusal.args().get(2));
            assertEquals(Threshold.parse(threshold).sign(), refusal.args().getFirst());
            return;
        }
        var rule = adopted.adoptable(CATALOGUE);
        var thresholds =
                part.equals("quorum") ? rule.quorum().thresholds() : rule.pass().thresholds();
        assertTrue(thresholds.contains(Threshold.parse(threshold)));
        assertEquals(
                CATALOGUE.rule(base).quorum().thresholds().size(),
                rule.quorum().thresholds().size());
        assertEquals(
                CATALOGUE.rule(base).pass().thresholds().size(),
                rule.pass().thresholds().size());
    }

    @Test
    void whatWasAdoptedWhenADefaultCouldBeLoweredIsStillReadButALawIsNot() {
        var earlier =
                AdoptedRule.of(data("yard.consult", Map.of("quorum", List.of("present at least 1/3 of members"))));
        assertEquals(
                List.of(Threshold.parse("present at least 1/3 of members")),
                earlier.rule(CATALOGUE).quorum().thresholds());
        var unlawful = AdoptedRule.of(data("rc28.reps", Map.of("quorum", List.of("present at least 1/3 of members"))));
        refuses("decide.adopted.lower", () -> unlawful.rule(CATALOGUE));
    }

    @Test
    void theRuleIsTheBaseWithWhatWasChanged() {
        var rule = AdoptedRule.of(data("rc28.reps", Map.of("pass", List.of("yes at least 2/3 of present"))))
                .rule(CATALOGUE);
        assertEquals("own.test", rule.id());
        assertEquals(Status.A, rule.status());
        assertEquals(LocalDate.of(2026, 3, 1), rule.from());
        assertEquals(LocalDate.MAX, rule.to());
        assertEquals(CATALOGUE.rule("rc28.reps").quorum(), rule.quorum());
        assertEquals(CATALOGUE.rule("rc28.reps").terms(), rule.terms());
        assertEquals("议事规则 · 城市居民委员会组织法（2025修订）第28、29条", rule.source().zh());
        var figures = Figures.none().with(Measure.MEMBERS, 9).with(Measure.PRESENT, 9);
        assertFalse(rule.decide(figures.with(Measure.YES, 5)).passed());
        assertTrue(rule.decide(figures.with(Measure.YES, 6)).passed());
        var book = CATALOGUE.with(rule);
        assertEquals(rule, book.rule("own.test", LocalDate.of(2026, 3, 1)));
        refuses("rules.refused.not_in_force", () -> book.rule("own.test", LocalDate.of(2026, 2, 28)));
        assertFalse(CATALOGUE.has("own.test"));
    }

    @Test
    void moreMayBeAskedThanTheBaseCompares() {
        var rule = AdoptedRule.of(data("rc28.reps", Map.of("pass", List.of("yes more than 1/2 of members"))))
                .rule(CATALOGUE);
        assertEquals(2, rule.pass().thresholds().size());
        var figures = Figures.none().with(Measure.MEMBERS, 9).with(Measure.PRESENT, 7);
        assertFalse(rule.decide(figures.with(Measure.YES, 4)).passed());
        assertTrue(rule.decide(figures.with(Measure.YES, 5)).passed());
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "vc26.meeting, quorum, present at least 1/2 of members",
        "rc28.reps, pass, yes heads more than 1/2 of part heads",
        "rc28.reps, pass, no more than 1/2 of present",
        "cc278.ordinary, pass, yes more than 1/2 of present"
    })
    void aThresholdThatIsAWayAroundOrCannotBeSaidIsRefused(String base, String part, String threshold) {
        refuses(
                "decide.adopted.threshold",
                () -> AdoptedRule.of(data(base, Map.of(part, List.of(threshold))))
                        .rule(CATALOGUE));
    }

    @Test
    void oneOfSeveralWaysMayBeMadeStricterButNotLower() {
        var stricter = AdoptedRule.of(
                        data("vc26.meeting", Map.of("quorum", List.of("present adults at least 2/3 of adults"))))
                .rule(CATALOGUE);
        assertTrue(stricter.quorum() instanceof Condition.Any);
        refuses(
                "decide.adopted.lower",
                () -> AdoptedRule.of(data(
                                "vc26.meeting",
                                Map.of("quorum", List.of("present households at least 1/2 of households"))))
                        .rule(CATALOGUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "base", "from"})
    void aRuleThatLeavesSomethingOutIsRefused(String field) {
        var data = data("rc28.reps", Map.of());
        data.remove(field);
        var refusal = refuses("rules.data.missing", () -> AdoptedRule.of(data));
        assertTrue(refusal.args().getFirst().toString().contains(field));
    }

    @ParameterizedTest
    @CsvSource({
        "text, '', decide.adopted.text",
        "name, ' ', decide.adopted.name",
        "id, rc28.reps, decide.adopted.id",
        "policy, D, rules.data.unknown",
        "threshold, x, rules.data.unknown",
        "remote, maybe, rules.data.truth",
        "from, 1.3.2026, rules.data.day",
    })
    void aRuleThatCannotBeReadIsRefused(String field, String value, String key) {
        refuses(key, () -> AdoptedRule.of(data("rc28.reps", Map.of(field, value))));
    }

    @Test
    void whatDoesNotFitTheBaseIsRefused() {
        refuses("rules.refused.unknown_rule", () -> rule("nope", Map.of()));
        refuses("rules.refused.not_in_force", () -> rule("rc90.meeting", Map.of()));
        refuses("decide.policy.owners", () -> rule("rc28.reps", Map.of("policy", "SERVED_ABSTAINS")));
        refuses("decide.policy.owners", () -> rule("cc279.unanimous", Map.of("policy", "SERVED_FOLLOWS")));
        refuses("decide.adopted.parking", () -> rule("rc28.reps", Map.of("parking", true)));
        refuses("decide.adopted.remote", () -> rule("cc278.ordinary", Map.of("remote", true)));
        assertTrue(rule("rc28.reps", Map.of("remote", true)).binding());
        assertTrue(rule("cc278.ordinary", Map.of("parking", true, "policy", "SERVED_FOLLOWS"))
                .binding());
        var book = CATALOGUE.with(rule("rc28.reps", Map.of()));
        refuses(
                "rules.data.overlap",
                () -> AdoptedRule.of(data("rc28.reps", Map.of())).rule(book));
    }

    @Test
    void silenceFollowsTheMajorityOnlyWhereServiceIsProved() {
        var adopted = AdoptedRule.of(data("cc278.ordinary", Map.of("policy", "SERVED_FOLLOWS")));
        var returned = new Tally(11, 5, 2, 110000, 50000, 20000);
        refuses("decide.policy.proof", () -> adopted.count(returned, 28, 280000, false));
        assertEquals(21, adopted.count(returned, 28, 280000, true).yes());
        var plain = AdoptedRule.of(data("cc278.ordinary", Map.of()));
        assertEquals(returned, plain.count(returned, 28, 280000, false));
    }

    @Test
    void comesBackFromPlainDataTheSame() {
        var adopted = AdoptedRule.of(data(
                "cc278.special",
                Map.of(
                        "quorum",
                        List.of("part area more than 2/3 of total area"),
                        "pass",
                        List.of("yes heads at least 4/5 of part heads"),
                        "policy",
                        "SERVED_ABSTAINS",
                        "parking",
                        true)));
        assertEquals(adopted, AdoptedRule.of(adopted.toMap()));
        assertEquals(
                List.of("yes heads at least 4/5 of part heads"), adopted.toMap().get("pass"));
    }

    private static Rule rule(String base, Map<String, Object> other) {
        return AdoptedRule.of(data(base, other)).rule(CATALOGUE);
    }

    private static Map<String, Object> data(String base, Map<String, ?> other) {
        var data = new HashMap<String, Object>(
                Map.of("id", "own.test", "name", "议事规则", "text", "第一条", "base", base, "from", "2026-03-01"));
        data.putAll(other);
        return data;
    }
}
