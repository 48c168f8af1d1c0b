package pavilion.rules.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static pavilion.rules.decide.Cases.*;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pavilion.rules.Sentence;

class TroubleTest {
    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "rc28.reps | members 10, present 7, yess 4 | yess | decide.unknown",
                "rc28.reps | members 10, present 7, yes 4, total_heads 3 | total_heads | decide.unused",
                "rc28.reps | members 10, present 7 | yes | rules.figure.missing.yes",
                "rc28.reps | members 10, present 11, yes 4 | present | rules.figure.exceeds.present.members",
                "rc28.reps | members 10, present 7, yes -1 | yes | rules.figure.negative.yes",
                "rc28.reps | members 10, present 7, yes 4.5 | yes | decide.fraction",
                "rc28.reps | members 10, present 7, yes 1e30 | yes | decide.huge",
                "rc28.reps | members 10, present 7, yes 9223372036854775808 | yes | decide.huge",
                "rc28.reps | members 10, present 7, yes 1e999999999 | yes | decide.huge",
                "rc28.reps | members 10, present 7, yes 1e-999999999 | yes | decide.fraction",
                "rc28.reps | members 0, present 0, yes 0 | members | decide.zero",
                "cc278.ordinary | total_area_c 300, total_heads 9, part_area_c 300, part_heads 9, yes_area_c 0, yes_heads 5 | yes_area_c | decide.landless",
                "rc28.reps | members 10, reps 11, present 7, yes 4 | reps | decide.twice",
                "rc28.reps(adults) | members 10, present 7, yes 4 | rule | decide.mode",
                "rc28 reps | members 10 | rule | decide.rule",
                "nope | members 10 | rule | rules.refused.unknown_rule",
                "rc26.meeting(adults) | households 10, present 7, yes 4 | members | rules.figure.missing.members",
                "rc26.meeting | households 10, adults 10, present 7, yes 4 | rule | decide.modes",
                "rc19.election | members 10, voted 7 | rule | decide.modes",
                "rc19.election(all_voters) | voted 7 | registered | rules.figure.missing.members",
                "rc19.election | registered 10, voted 7, votes 4, ballots_cast 11 | ballots_cast | rules.figure.exceeds.voted.members",
                "rc19.election | registered 10, voted 7, votes 8 | votes | rules.figure.exceeds.votes.voted",
                "rc19.runoff | votes_for_candidate 2 | ballots_cast | decide.missing",
                "rc19.runoff | votes_for_candidate 9, ballots_cast 6 | votes_for_candidate | rules.figure.exceeds.votes.voted",
                "rc37.appraisal | members 3 | consecutive_failures | decide.appraisal",
                "rc37.appraisal | consecutive_failures -1 | consecutive_failures | decide.negative",
                "vc26.meeting | adults 100, present_adults 51, households 30, present_households 20, yes 11 | present | rules.figure.missing.present",
                "vc26.meeting | adults 100, present 51, yes 26 | present_adults | rules.figure.missing.present_adults",
                "cc278.ordinary | total_area_c 300, total_heads 3, part_area_c 301, part_heads 3, yes_area_c 1, yes_heads 1 | part_area_c | rules.figure.exceeds.part_area.total_area",
                "cc278.ordinary | total_area_c 300, total_heads 3, part_area_c 300, part_heads 0, yes_area_c 0, yes_heads 0 | part_area_c | rules.figure.headless.part_area",
                "cc278.ordinary | total_area_c 300, total_heads 3, part_area_c 300, part_heads 3, yes_area_c 1, yes_heads 1, served 3 | served | decide.unused",
                "rc26.petition | signed 10, members 100 | signed | decide.petition.none",
                "rc26.petition | signed 10, adults 100, households 10 | signed | decide.petition.several",
                "rc26.petition | adults 100 | signed_adults | decide.missing",
                "rc26.petition | signed_adults 10 | adults | decide.missing",
                "rc26.petition | signed_adults 101, adults 100 | signed_adults | rules.figure.exceeds.signed.members",
                "rc26.petition | signed_adults 1, adults -100 | adults | rules.figure.negative.members",
                "rc26.petition | signed_adults 1, adults 2, total_adults 100 | signed_adults | decide.twice",
                "yard.consult | households 10, present 7, yes 4, petition 1 | petition | decide.petition.no",
                "rc28.reps | members 10, present 7, yes 4, runoff 1 | runoff | decide.runoff.no",
                "rc28.reps(sichuan) | members 10, present 7, yes 11 | yes | rules.figure.exceeds.yes.members",
            })
    void namesTheFieldThatIsWrong(String rule, String numbers, String field, String key) {
        var trouble = trouble(fields(rule, numbers));
        assertEquals(field, trouble.field());
        assertEquals(key, trouble.refusal().key());
        for (var language : List.of("zh", "en")) {
            assertFalse(Sentence.of(language, trouble.refusal()).contains("{"));
        }
    }
}
