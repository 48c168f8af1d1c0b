package pavilion.rules.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pavilion.rules.decide.Cases.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SilenceTest {
    private static final String SERVED = "total_area_c 300000, total_heads 30, served 28, served_area_c 280000, "
            + "yes 11, no 5, abstain 2, yes_area_c 110000, no_area_c 50000, abstain_area_c 20000";

    @ParameterizedTest(name = "policy {0}: {1} {2}")
    @CsvSource({"A,false,false,0", "B,true,false,1", "C,true,true,1", "c served and silent follow,true,true,1"})
    void theSameBallotsGiveThreeResults(String policy, boolean quorum, boolean passed, int without) {
        var fields = fields("cc278.ordinary", SERVED);
        fields.put("policy", policy);
        fields.put("adopted_text", "第九条");
        fields.put("proof_of_service", true);
        var decided = decided(fields);
        assertEquals(quorum, decided.quorum());
        assertEquals(passed, decided.passed());
        assertEquals(without, decided.without().size());
        for (var plain : decided.without()) {
            assertFalse(plain.quorum() || plain.passed());
            assertEquals(18, plain.lines().get(1).left());
            assertEquals(List.of(10L), decided.notes().getFirst().args());
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "C | - | true | - | adopted_text | decide.policy.text",
                "C | - | true |  | adopted_text | decide.policy.text",
                "C | x | - | - | proof_of_service | decide.policy.proof",
                "D | x | true | - | policy | decide.policy.unknown",
                "C | x | true | part_heads 17 | abstain | rules.figure.exceeds.abstain_heads.part_heads",
                "C | x | true | part_heads 19 | part_heads | decide.policy.sum",
                "B | x | true | served 17 | served | decide.policy.served",
                "B | x | true | served 31 | served | decide.policy.served",
                "B | x | true | served_area_c 300001 | served_area_c | decide.policy.served",
            })
    void silenceIsNeverCountedWithoutAGround(
            String policy, String text, Boolean proof, String more, String field, String key) {
        var fields = fields("cc278.ordinary", SERVED + (more == null ? "" : ", " + more));
        fields.put("policy", policy);
        if (text != null) {
            fields.put("adopted_text", text);
        }
        if (proof != null) {
            fields.put("proof_of_service", proof);
        }
        var trouble = trouble(fields);
        assertEquals(key, trouble.refusal().key());
        assertEquals(field, trouble.field());
    }

    @Test
    void whatIsLeftOutOfTheAnswersIsTheRest() {
        var numbers = "total_area_c 300000, total_heads 30, served 28, served_area_c 280000, part_heads 18, "
                + "part_area_c 180000, yes 11, yes_area_c 110000";
        var fields = fields("cc278.ordinary", numbers);
        fields.put("policy", "B");
        assertTrue(decided(fields).quorum());
        fields.put("policy", "C");
        assertEquals("no_heads", trouble(fields).field());
        fields.putAll(fields("cc278.ordinary", numbers + ", no 5, no_area_c 50000"));
        fields.put("adopted_text", "x");
        fields.put("proof_of_service", true);
        assertTrue(decided(fields).passed());
        fields.put("policy", "A");
        assertFalse(decided(fields).quorum());
    }

    @Test
    void onlyOwnersHavePoliciesOfSilence() {
        var fields = fields("rc28.reps", "members 10, present 7, yes 4");
        fields.put("policy", "B");
        assertEquals("decide.policy.owners", trouble(fields).refusal().key());
    }
}
