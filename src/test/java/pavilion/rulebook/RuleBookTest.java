package pavilion.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pavilion.rules.Refusing.refuses;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import pavilion.rules.Basis;
import pavilion.rules.Rule;
import pavilion.rules.Secrecy;
import pavilion.rules.procedure.DecisionRoute;
import pavilion.rules.procedure.NeverVotable;

class RuleBookTest {
    private static final RuleBook BOOK = RuleBook.load();

    @Test
    void theOldMeetingRuleEndsWhereTheNewOneBegins() {
        var last = LocalDate.of(2025, 12, 31);
        var first = LocalDate.of(2026, 1, 1);
        assertEquals("rc90.meeting", BOOK.catalogue().rule("rc90.meeting", last).id());
        assertEquals(
                "rc26.meeting", BOOK.catalogue().rule("rc26.meeting", first).id());
        refuses("rules.refused.not_in_force", () -> BOOK.catalogue().rule("rc90.meeting", first));
        refuses("rules.refused.not_in_force", () -> BOOK.catalogue().rule("rc26.meeting", last));
        refuses("rules.refused.not_in_force", () -> BOOK.catalogue().rule("cc278.special", LocalDate.of(2020, 12, 31)));
    }

    @Test
    void everyRuleOfTheCatalogueIsThere() {
        var ids = new HashSet<>(BOOK.catalogue().all().stream().map(Rule::id).toList());
        assertTrue(ids.containsAll(List.of(
                "cc278.quorum",
                "cc278.ordinary",
                "cc278.special",
                "cc279.unanimous",
                "wy.convene",
                "ywh.meeting",
                "rc26.meeting",
                "rc28.reps",
                "rc19.election",
                "rc20.recall",
                "rc37.appraisal",
                "rc90.meeting",
                "vc26.meeting",
                "vc30.reps",
                "vc32.group",
                "yard.consult",
                "party.4yi")));
    }

    @Test
    void ownersVoteByNameAndElectionsAreSecret() {
        for (var rule : BOOK.catalogue().all()) {
            if (rule.basis() == Basis.OWNER) {
                assertEquals(Secrecy.NAMED, rule.secrecy(), rule.id());
            }
            if (rule.id().matches("rc(19|20|37)\\..*") && !rule.id().contains(".petition")) {
                assertEquals(Secrecy.SECRET, rule.secrecy(), rule.id());
            }
        }
        assertFalse(BOOK.catalogue().rule("yard.consult").binding());
    }

    @Test
    void whatCannotBeVotedOnAlwaysHasAReasonAndAnotherWay() {
        assertEquals(
                11,
                new HashSet<>(BOOK.neverVotable().stream()
                                .map(NeverVotable::key)
                                .toList())
                        .size());
        for (var each : BOOK.neverVotable()) {
            assertFalse(each.reason().zh().isBlank() || each.article().zh().isBlank(), each.key());
            assertTrue(each.route() != DecisionRoute.COURTYARD, each.key());
        }
    }

    @Test
    void anUnknownTemplateIsRefused() {
        refuses("rules.refused.unknown_template", () -> BOOK.template("T99"));
    }

    @Test
    void holidaysAreKnownForTheYearsInTheTable() {
        assertTrue(BOOK.holidays().isRest(LocalDate.of(2026, 2, 17)));
        assertFalse(BOOK.holidays().isRest(LocalDate.of(2026, 2, 28)));
        assertFalse(BOOK.holidays().isRest(LocalDate.of(2025, 10, 11)));
        assertTrue(BOOK.holidays().isRest(LocalDate.of(2027, 10, 1)));
    }
}
