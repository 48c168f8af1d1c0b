package pavilion.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pavilion.rules.Measure.*;
import static pavilion.rules.Refusing.refuses;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pavilion.rulebook.RuleBook;

class RuleTest {
    private static final Catalogue CATALOGUE = RuleBook.load().catalogue();

    @Test
    void withoutAQuorumTheCountIsStillExplained() {
        var outcome = CATALOGUE
                .rule("rc26.meeting")
                .decide(Figures.none().with(MEMBERS, 48).with(PRESENT, 24).with(YES, 24));
        assertEquals("rules.outcome.not_quorate", outcome.verdict());
        assertEquals(
                List.of(Step.Part.QUORUM, Step.Part.PASS),
                outcome.steps().stream().map(Step::part).toList());
        assertEquals(
                List.of(false, true), outcome.steps().stream().map(Step::met).toList());
        assertFalse(outcome.passed());
    }

    @Test
    void oneMoreYesNeverFailsWhatPassed() {
        var random = new Random(7);
        for (var id : List.of("yard.consult", "rc26.meeting", "rc28.reps", "ywh.meeting", "party.4yi")) {
            var rule = CATALOGUE.rule(id);
            for (int round = 0; round < 500; round++) {
                long members = 1 + random.nextInt(200);
                long present = random.nextLong(members + 1);
                boolean before = false;
                for (long yes = 0; yes <= present; yes++) {
                    var figures = Figures.none()
                            .with(MEMBERS, members)
                            .with(PRESENT, present)
                            .with(YES, yes);
                    boolean now = rule.decide(figures).passed();
                    assertTrue(now || !before, id + " " + figures);
                    before = now;
                }
            }
        }
    }

    @Test
    void aTieFailsWhateverTheRule() {
        for (var id : List.of(
                "yard.consult", "rc26.meeting", "rc26.meeting.adults", "rc28.reps", "rc90.meeting", "vc30.reps")) {
            for (long half = 1; half <= 100; half++) {
                var totals = new Electorate.Totals(CATALOGUE.rule(id).electorate(), 2 * half, 0);
                var outcome = CATALOGUE.rule(id).decide(Tally.of(half, half, 0).figures(totals));
                assertTrue(outcome.quorate());
                assertFalse(outcome.passed());
            }
        }
    }

    @Test
    void anAbstentionWorksAsNotYes() {
        var totals = new Electorate.Totals(ElectorateKind.HOUSEHOLD_REPS, 18, 0);
        var rule = CATALOGUE.rule("yard.consult");
        assertTrue(rule.decide(Tally.of(7, 6, 0).figures(totals)).passed());
        assertFalse(rule.decide(Tally.of(7, 6, 1).figures(totals)).passed());
        assertFalse(rule.decide(Tally.of(7, 6, 0).figures(totals, 14)).passed());
    }

    @Test
    void anEmptyRollDecidesNothing() {
        for (var rule : CATALOGUE.all()) {
            if (rule.quorum().empty() && rule.pass().empty()) {
                continue;
            }
            var figures = Figures.none();
            for (var measure : Measure.values()) {
                figures = figures.with(measure, 0);
            }
            assertFalse(rule.decide(figures).passed(), rule.id());
        }
    }

    @Test
    void refusesToDecideOnMissingNumbers() {
        var rule = CATALOGUE.rule("rc28.reps");
        refuses("rules.figure.missing.present", () -> rule.decide(Figures.none().with(MEMBERS, 169)));
        refuses(
                "rules.figure.missing.yes",
                () -> rule.decide(Figures.none().with(MEMBERS, 169).with(PRESENT, 10)));
        refuses(
                "rules.refused.nothing_to_count",
                () -> CATALOGUE.rule("rc37.appraisal").decide(Figures.none()));
    }

    @Test
    void anOutcomeIsTheSameAfterBeingStored() {
        var outcome = CATALOGUE
                .rule("cc278.special")
                .decide(new Tally(9, 3, 0, 72000, 24000, 0)
                        .figures(new Electorate.Totals(ElectorateKind.OWNERS, 12, 96000)));
        assertEquals(outcome, Outcome.fromMap(outcome.toMap()));
        assertEquals(outcome, Outcome.fromMap((Map<?, ?>) asSmallNumbers(outcome.toMap())));
    }

    @Test
    void aSpoiltRecordOfAnOutcomeIsRefused() {
        var map = CATALOGUE
                .rule("rc28.reps")
                .decide(Figures.none().with(MEMBERS, 3).with(PRESENT, 3).with(YES, 2))
                .toMap();
        var spoilt = new LinkedHashMap<>(map);
        spoilt.put("passed", "perhaps");
        refuses("rules.data.truth", () -> Outcome.fromMap(spoilt));
        spoilt.remove("passed");
        refuses("rules.data.missing", () -> Outcome.fromMap(spoilt));
    }

    /** What a JSON parser makes of it: small numbers become Integer. */
    private static Object asSmallNumbers(Object value) {
        return switch (value) {
            case Long number -> number.intValue();
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((key, each) -> copy.put(key.toString(), asSmallNumbers(each)));
                yield copy;
            }
            case List<?> list -> {
                var copy = new ArrayList<Object>();
                list.forEach(each -> copy.add(asSmallNumbers(each)));
                yield copy;
            }
            default -> value;
        };
    }
}
