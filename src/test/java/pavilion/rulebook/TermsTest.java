package pavilion.rulebook;

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
import pavilion.rules.Catalogue;
import pavilion.rules.ElectorateKind;
import pavilion.rules.Fraction;
import pavilion.rules.Terms;
import pavilion.rules.Terms.Proxies.Say;

class TermsTest {
    private static final Catalogue CATALOGUE = RuleBook.load().catalogue();

    @Test
    void aMatterKeepsTheRuleOfItsAnnouncementDay() {
        assertEquals(
                "rc90.meeting",
                CATALOGUE.ruleThen("rc26.meeting", LocalDate.of(2025, 12, 31)).id());
        assertEquals(
                "rc26.meeting",
                CATALOGUE.ruleThen("rc26.meeting", LocalDate.of(2026, 1, 1)).id());
        assertEquals(
                "rc90.meeting.adults",
                CATALOGUE
                        .ruleThen("rc26.meeting.adults", LocalDate.of(2025, 12, 31))
                        .id());
        assertEquals(
                "rc90.petition.adults",
                CATALOGUE
                        .ruleThen("rc26.petition.adults", LocalDate.of(2025, 6, 1))
                        .id());
        refuses("rules.refused.not_in_force", () -> CATALOGUE.ruleThen("rc28.reps", LocalDate.of(2025, 12, 31)));
        refuses("rules.refused.not_in_force", () -> CATALOGUE.ruleThen("rc90.meeting", LocalDate.of(2026, 1, 1)));
    }

    @Test
    void aMeetingHasItsNoticeItsNumberAYearAndItsMembers() {
        assertEquals(10, terms("rc26.meeting").noticeDays());
        assertEquals(10, terms("rc26.meeting.adults").noticeDays());
        assertEquals(10, terms("vc26.meeting").noticeDays());
        assertEquals(0, terms("rc28.reps").noticeDays());
        assertEquals(2, terms("rc28.reps").perYear());
        assertEquals(4, terms("vc30.reps").perYear());
        assertEquals(1, terms("rc37.appraisal").perYear());
        assertEquals(2, terms("rc37.appraisal").failures());
        assertEquals("居务监督委员会", terms("rc37.appraisal").host().zh());
        assertEquals(
                Map.of("resident_reps", new Fraction(4, 5)), terms("rc28.reps").composition());
        assertEquals(
                Map.of("village_reps", new Fraction(4, 5), "women", new Fraction(1, 3)),
                terms("vc30.reps").composition());
    }

    @Test
    void anElectionHasItsRollItsProxiesAndItsSecondRound() {
        var terms = terms("rc19.election");
        assertEquals(new Terms.Roll(20, 5, 3, true), terms.roll());
        assertEquals(new Terms.Proxies(Say.WRITTEN, 3, false, true), terms.proxies());
        assertEquals(Say.FORBIDDEN, terms("rc19.election.reps").proxies().allowed());
        assertEquals(Say.FORBIDDEN, terms("ywh.meeting").proxies().allowed());
        assertEquals(Say.SILENT, terms("rc28.reps").proxies().allowed());
        assertEquals("rc19.runoff", terms.runoff());
        for (var rule : CATALOGUE.all()) {
            boolean election = rule.id().matches("rc(19|20)\\..*") && !rule.id().contains("petition");
            assertEquals(election, rule.terms().paper(), rule.id());
        }
    }

    @Test
    void theModesOfABodyAreDifferentBodies() {
        assertEquals(
                List.of(ElectorateKind.HOUSEHOLD_REPS, ElectorateKind.ADULTS, ElectorateKind.GROUP_REPS),
                kinds("rc90.meeting"));
        assertEquals(List.of(ElectorateKind.HOUSEHOLD_REPS, ElectorateKind.ADULTS), kinds("rc26.meeting"));
        for (var id : List.of("rc19.election", "rc20.recall")) {
            assertEquals(
                    List.of(ElectorateKind.ADULTS, ElectorateKind.HOUSEHOLD_REPS, ElectorateKind.RESIDENT_REPS),
                    kinds(id));
        }
        for (var id : List.of("rc26.meeting", "rc20.recall", "rc90.meeting")) {
            assertEquals(3, terms(id).petitions().size());
        }
    }

    @Test
    void aPlaceMayAskForSomethingElse() {
        var sichuan = CATALOGUE.rule("wy.convene").in("sichuan");
        assertEquals(2, sichuan.pass().thresholds().size());
        assertTrue(sichuan.source().zh().contains("四川"));
        var recall = terms("rc20.recall").overlays().get("sichuan");
        assertEquals(3, recall.voteWithinMonths());
        assertEquals(6, recall.repeatAfterMonths());
        refuses("decide.jurisdiction", () -> CATALOGUE.rule("wy.convene").in("beijing"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "notice_day, 5, rules.data.unknown",
        "notice_days, 0, rules.data.number",
        "notice_days, ten, rules.data.number",
        "per_year, -1, rules.data.number",
        "paper, yes, rules.data.truth",
        "host, me, rules.data.missing",
        "roll, 20, rules.data.missing",
        "proxies, none, rules.data.missing",
        "overlays, here, rules.data.missing",
        "composition, half, rules.data.missing",
        "supersedes, rc26.meeting, rules.refused.unknown_rule",
        "runoff, rc19.runoff, rules.refused.unknown_rule",
    })
    void aFieldThatNobodyReadsOrThatCannotBeReadIsRefused(String field, String value, String key) {
        refuses(key, () -> catalogue(field, value.matches("-?\\d+") ? Integer.valueOf(value) : value));
    }

    @Test
    void aPartOfATermIsReadAsStrictly() {
        refuses("rules.data.unknown", () -> catalogue("roll", Map.of("published", 20)));
        refuses("rules.data.missing", () -> catalogue("roll", Map.of("published_days", 20)));
        refuses("rules.data.unknown", () -> catalogue("proxies", Map.of("allowed", "maybe")));
        refuses("rules.data.unknown", () -> catalogue("proxies", Map.of("allowed", "written", "max", 3)));
        refuses("rules.data.fraction", () -> catalogue("composition", Map.of("women", "third")));
        refuses("rules.refused.unknown_rule", () -> catalogue("modes", List.of("nope")));
        refuses("rules.refused.unknown_rule", () -> catalogue("petitions", List.of("nope")));
        refuses("rules.data.missing", () -> catalogue("overlays", Map.of("x", Map.of())));
        refuses("rules.data.unknown", () -> catalogue("overlays", Map.of("x", Map.of("quorum", "y"))));
        refuses("rules.data.unknown", () -> catalogue("pass", Map.of("some", List.of())));
        assertFalse(catalogue("notice_days", 5).all().isEmpty());
    }

    private static Terms terms(String id) {
        return CATALOGUE.rule(id).terms();
    }

    private static List<ElectorateKind> kinds(String id) {
        return terms(id).modes().stream()
                .map(each -> CATALOGUE.rule(each).electorate())
                .toList();
    }

    private static Catalogue catalogue(String field, Object value) {
        var data = new HashMap<String, Object>(Map.of(
                "id", "r",
                "name", Map.of("zh", "规则", "en", "rule"),
                "source", Map.of("zh", "出处", "en", "source"),
                "status", "J",
                "electorate", "household_reps",
                "basis", "household",
                "pass", Map.of("all", List.of("yes more than 1/2 of present")),
                "binding", true,
                "secrecy", "named"));
        data.put(field, value);
        return Catalogue.of(List.of(data));
    }
}
