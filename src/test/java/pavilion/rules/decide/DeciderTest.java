package pavilion.rules.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pavilion.rules.decide.Cases.*;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pavilion.rules.Comparison;
import pavilion.rules.Sentence;

class DeciderTest {

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "cc278.ordinary | total_area_c 300000, total_heads 30, part_area_c 200000, part_heads 20, yes_area_c 100000, yes_heads 10 | true | false",
                "cc278.ordinary | total_area_c 300000, total_heads 30, part_area_c 200000, part_heads 20, yes_area_c 100001, yes_heads 11 | true | true",
                "cc278.ordinary | total_area_c 300000, total_heads 30, part_area_c 250000, part_heads 19, yes_area_c 240000, yes_heads 19 | false | false",
                "cc278.ordinary | total_area_c 300000, total_heads 30, part_area_c 220000, part_heads 22, yes_area_c 180000, yes_heads 10 | true | false",
                "cc278.special | total_area_c 300000, total_heads 30, part_area_c 200000, part_heads 20, yes_area_c 150000, yes_heads 15 | true | true",
                "cc278.special | total_area_c 96000, total_heads 12, part_area_c 72000, part_heads 9, yes_area_c 56000, yes_heads 7 | true | true",
                "cc278.special | total_area_c 96000, total_heads 12, part_area_c 96000, part_heads 12, yes_area_c 72000, yes_heads 9 | true | true",
                "cc278.special | total_area 300000, total_heads 30, participating_area 200000, participating_heads 20, yes_area 149999, yes_heads 15 | true | false",
                "cc278.quorum | total_area 300, total_heads 30, area 200, heads 20 | true | true",
                "cc278.quorum | total_area 300, total_heads 30, area 199, heads 20 | false | false",
                "cc279.unanimous | total_heads 5, yes_heads 5 | true | true",
                "cc279.unanimous | affected 5, yes 4 | true | false",
                "wy.convene | heads 6, total_heads 30 | true | true",
                "wy.convene | heads 5, total_heads 30 | true | false",
                "wy.convene | heads 5, total_heads 30, area_c 150000, total_area_c 300000 | true | false",
                "wy.convene(sichuan) | heads 5, total_heads 30, area_c 60000, total_area_c 300000 | true | true",
                "wy.convene(sichuan) | heads 5, total_heads 30, area_c 59999, total_area_c 300000 | true | false",
                "wy.convene(sichuan) | signed 6, total_heads 30 | true | true",
                "ywh.meeting | members 7, present 4, yes 4 | true | true",
                "ywh.meeting | members 7, present 4, yes 3 | true | false",
                "rc26.meeting(household_reps) | households 48, present 24, yes 24 | false | false",
                "rc26.meeting(household_reps) | households 48, present 25, yes 13 | true | true",
                "rc26.meeting(household_reps) | household_reps 48, households_present 25, yes 12 | true | false",
                "rc26.meeting(adults) | adults 100, present 51, yes 26 | true | true",
                "rc26.meeting | electorate 100, present 51, yes 26 | true | true",
                "rc26.meeting.adults | adults 100, present_adults 50, yes 50 | false | false",
                "rc28.reps | members 169, present 112, yes 80 | false | false",
                "rc28.reps | members 169, present 113, yes 56 | true | false",
                "rc28.reps | resident_reps 169, present 113, yes 57 | true | true",
                "rc28.reps(resident_reps) | reps 169, present 113, yes 57, no 40, abstain 16 | true | true",
                "rc19.election(resident_reps) | reps 162, voted 108 | false | false",
                "rc19.election(resident_reps) | reps 162, voted 109 | true | true",
                "rc19.election | resident_reps 162, voted 108 | false | false",
                "rc19.election.reps | members 162, voted 109 | true | true",
                "rc19.election(all_voters) | registered 1000, voted 500 | false | false",
                "rc19.election | registered 1000, voted 501 | true | true",
                "rc19.election(household_reps) | household_reps 10, voted 6 | true | true",
                "rc19.runoff | votes_for_candidate 200, ballots_cast 600 | true | true",
                "rc19.runoff | votes_for_candidate 199, ballots_cast 600 | true | false",
                "rc20.recall | voted 100, yes 51 | true | true",
                "rc20.recall | voted 100, yes 50 | true | false",
                "rc20.recall | registered 200, voted 100, yes 51 | false | false",
                "rc20.recall | registered 200, voted 101, yes 51 | true | true",
                "rc20.recall(resident_reps) | reps 9, voted 6, yes 6 | false | false",
                "rc20.recall | reps 9, voted 7, yes 4 | true | true",
                "rc20.recall(sichuan) | registered 200, voted 101, yes 50 | true | false",
                "rc37.appraisal | consecutive_failures 2 | true | true",
                "rc37.appraisal | consecutive_failures 1 | true | false",
                "rc90.meeting(group_reps) | groups 10, present 6, yes 4 | true | true",
                "rc90.meeting | group_reps 10, present 5, yes 5 | false | false",
                "rc90.meeting(adults) | adults 10, present 6, yes 3 | true | false",
                "vc26.meeting | adults 100, present_adults 51, yes 26 | true | true",
                "vc26.meeting | adults 100, present_adults 50, yes 50 | false | false",
                "vc26.meeting | households 30, present_household_reps 20, present 20, yes 11 | true | true",
                "vc26.meeting | households 30, present_household_reps 19, adults 90, present_adults 46, present 46, yes 24 | true | true",
                "vc30.reps | members 30, present 20, yes 10 | true | false",
                "vc30.reps | village_reps 30, present 20, yes 11 | true | true",
                "vc32.group | adults 30, present_adults 20, yes 11 | true | true",
                "vc32.group | adults 30, present_adults 19, yes 19 | false | false",
                "yard.consult | households 18, households_present 10, present 10, yes 6 | true | true",
                "yard.consult | households 18, households_present 9, yes 9 | false | false",
                "party.4yi | members 30, present 20, yes 16 | true | true",
                "party.4yi | party_members 30, present 20, yes 15 | true | false",
                "rc26.meeting.petition | signed_adults 10, adults 100 | true | true",
                "rc26.meeting.petition | signed_adults 9, adults 100 | true | false",
                "rc26.meeting | adults 9, total_adults 100, resident_reps 3, total_resident_reps 9, petition 1 | true | true",
                "rc26.petition(adults) | signed 10, adults 100 | true | true",
                "rc26.petition.households | signed 4, households 50 | true | false",
                "rc28.reps.petition | signed 2, members 10 | true | true",
                "rc28.reps | signed 1, members 10 | true | false",
                "rc28.petition | signed_reps 2, reps 10 | true | true",
                "rc20.recall.petition | signed_voters 10, voters 100 | true | true",
                "rc20.petition | signed_resident_reps 3, resident_reps 10 | true | false",
                "rc90.meeting.petition | groups_signed 2, groups 6 | true | true",
                "rc90.meeting.petition | signed_households 9, households 48 | true | false",
            })
    void decides(String rule, String numbers, boolean quorum, boolean passed) {
        var decided = decided(fields(rule, numbers));
        assertEquals(quorum, decided.quorum(), decided.toString());
        assertEquals(passed, decided.passed(), decided.toString());
        assertFalse(decided.lines().isEmpty());
        for (var line : decided.lines()) {
            assertFalse(Sentence.of("zh", line.sentence()).isBlank()
                    || line.article().zh().isBlank());
        }
    }

    @Test
    void aCaseIsDecidedByTheRuleOfItsDay() {
        var fields = fields("rc26.meeting", "members 10, present 7, yes 4");
        fields.put("day", "2025-12-31");
        assertEquals("rules.refused.not_in_force", trouble(fields).refusal().key());
        assertEquals("day", trouble(fields).field());
        fields.put("day", "2026-01-01");
        assertTrue(decided(fields).passed());
        fields.put("rule", "rc90.meeting");
        assertEquals("rules.refused.not_in_force", trouble(fields).refusal().key());
        fields.remove("day");
        fields.put("on", "2025-12-31");
        assertEquals("rc90.meeting", decided(fields).by());
        fields.put("on", "31.12.2025");
        assertEquals("decide.day", trouble(fields).refusal().key());
        fields.put("on", 2025);
        assertEquals("decide.text", trouble(fields).refusal().key());
    }

    @Test
    void anElectionTellsWhoIsElectedBesideItsValidity() {
        var decided = decided(
                fields("rc19.election", "registered 1000, voted 501, votes_for_candidate 250, ballots_cast 600"));
        assertTrue(decided.passed());
        assertEquals(Map.of("elected", false, "runoff_floor", true), decided.also());
        decided = decided(fields("rc19.election", "registered 1000, voted 501, votes_for_candidate 251"));
        assertEquals(Map.of("elected", true), decided.also());
        decided = decided(fields("rc19.election", "registered 1000, voted 500, votes_for_candidate 500"));
        assertFalse(decided.passed());
        assertEquals(Map.of("elected", false), decided.also());
        var runoff = fields("rc19.election", "registered 1000, votes_for_candidate 200, ballots_cast 600");
        runoff.put("runoff", true);
        assertTrue(decided(runoff).passed());
        assertEquals("rc19.runoff", decided(runoff).by());
    }

    @Test
    void theWorkingIsExact() {
        var line = decided(fields("rc28.reps", "members 169, present 113, yes 57"))
                .lines()
                .getFirst();
        assertEquals("QUORUM", line.part());
        assertEquals(113, line.left());
        assertEquals("338/3", line.right());
        assertEquals(Comparison.GE, line.comparison());
        assertTrue(line.met());
        assertEquals("到会 113 人，应到 169 人，须 113 人（2/3 以上），达到。", Sentence.of("zh", line.sentence()));
    }

    @Test
    void wordsBesideTheNumbersChangeNothing() {
        var fields = fields("rc28.reps", "members 169, present 113, yes 57, quorum 0");
        fields.put("id", "R3");
        fields.put("desc", "why");
        fields.put("passed", false);
        fields.put("remark", new Object[0]);
        assertTrue(decided(fields).passed());
        assertEquals(List.of("R3"), decided(fields).id());
        fields.put("yes", "57");
        assertEquals("decide.number", trouble(fields).refusal().key());
        fields.put("yes", null);
        assertEquals("decide.nothing", trouble(fields).refusal().key());
        fields.put("rule", 28);
        assertEquals("decide.text", trouble(fields).refusal().key());
        fields.remove("rule");
        assertEquals("decide.missing", trouble(fields).refusal().key());
        assertEquals("rule", trouble(fields).field());
    }

    @Test
    void aWholeNumberMayBeWrittenAsOneLikes() {
        assertTrue(decided(fields("rc28.reps", "members 1.5e2, present 100.0, yes 51"))
                .passed());
        var fields = new LinkedHashMap<String, Object>(Map.of("rule", "rc28.reps"));
        fields.putAll(Map.of("members", 150, "present", 100L, "yes", BigInteger.valueOf(51)));
        assertTrue(decided(fields).passed());
        fields.put("yes", 51.0);
        assertEquals("decide.number", trouble(fields).refusal().key());
    }

    @Test
    void anUnknownPlaceIsRefused() {
        var fields = fields("wy.convene", "heads 6, total_heads 30");
        fields.put("jurisdiction", "atlantis");
        assertEquals("jurisdiction", trouble(fields).field());
        fields.put("jurisdiction", "national");
        assertTrue(decided(fields).passed());
    }
}
