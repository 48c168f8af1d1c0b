package pavilion.ballots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static pavilion.ballots.SampleFiles.read;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pavilion.rules.Refusal;
import pavilion.rules.method.Contest;
import pavilion.rules.method.Count;
import pavilion.rules.method.Method;
import pavilion.rules.method.Profile;
import pavilion.rules.method.TieBreak;

/** BLT as councils and other programs publish it. */
class BltShapesTest {
    private static final String TWO = "2 1\n4 1 0\n3 2 0\n0\n";

    private static List<String> names(BallotFile file) {
        return file.profile().options().stream().map(Profile.Option::name).toList();
    }

    private static List<String> assumed(BallotFile file, Method method) {
        Contest contest = file.contest(method, 1, file.tieBreak());
        return file.assumed(method, contest).stream().map(Refusal::key).toList();
    }

    private static Count counted(String text, Method method) {
        BallotFile file = read(Format.BLT, text);
        return method.count(file.contest(method, file.seats(), file.tieBreak()));
    }

    static List<Arguments> names() {
        return List.of(
                Arguments.of("\"Ann Ames\" \"Pear Party\"\n\"Bo Birch\" \"Plum Party\"\n\"Ward 1\"\n", "party"),
                Arguments.of("\"Ann Ames \"\"Pear Party\"\"\"\n\"Bo Birch \"\"Plum Party\"\"\"\nWard 1", "party"),
                Arguments.of("\"Ann Ames\" \"Plum Party\"\n\"Bo Birch\" \"Plum Party\"\n", "party no-title"),
                Arguments.of("\"Ann Ames\",\"Pear\",\n\"Bo Birch\",\"Plum\",\n\"Ward 1\",\n", "party"),
                Arguments.of("\"Ind\" \"Ann Ames\"\n\"Ind\" \"Bo Birch\"\nWard 1", "party-first"),
                Arguments.of("Ann Ames\nBo Birch\nWard 1\n", ""),
                Arguments.of("Ann Ames # the first\n\n# a remark\n  Bo Birch  \nWard 1\n", ""),
                Arguments.of("# ALTERNATIVE NAME 1: Ann Ames\n# ALTERNATIVE NAME 2: Bo Birch\nWard 1", ""),
                Arguments.of("Ann Ames,,,\nBo Birch,,,\n\"Ward, the first\",,\n", ""),
                Arguments.of("\"Ann Ames\"\n\"Bo Birch\"\n\"Ward 1\"\n\"B. A. W.\"\nFirst Prefs 4 3\n", "remarks"),
                Arguments.of("\"Ann Ames\" \"Bo Birch\" \"Ward 1\"\n\"by me\"\n", "remarks"),
                Arguments.of("\"Ann Ames\"\n\"Bo Birch\" \"Ward 1\"\n", ""),
                Arguments.of("\"Ann Ames\"\n\"Bo Birch\"\n", "no-title"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void namesAreReadAsTheyArePublished(String tail, String assumed) {
        BallotFile file = read(Format.BLT, TWO + tail);
        assertEquals(List.of("Ann Ames", "Bo Birch"), names(file));
        List<String> keys = List.of(assumed.split(" ")).stream()
                .filter(key -> !key.isEmpty())
                .map("ballots.assumed."::concat)
                .toList();
        assertEquals(keys, assumed(file, Method.STV_SCOTTISH));
        assertEquals(List.of(0), counted(TWO + tail, Method.STV_SCOTTISH).winners());
    }

    @Test
    void aNameMayHoldACommaAQuotedWordOrItsParty() {
        BallotFile file = read(Format.BLT, TWO + "AMES, Ann (Lab)\nBo \"Bobby\" BIRCH (CICA)\nWard 1");
        assertEquals(List.of("AMES, Ann (Lab)", "Bo \"Bobby\" BIRCH (CICA)"), names(file));
        BallotFile quoted = read(Format.BLT, TWO + "\"Bo \"\"Bobby\"\" Birch\"\n\"Ann\"\n\"Ward 1\"");
        assertEquals(List.of("Bo \"Bobby\" Birch", "Ann"), names(quoted));
    }

    @Test
    void withoutNamesCandidatesAreCalledByTheirNumbers() {
        for (String tail : List.of("", "# nothing\n", "\n\n")) {
            BallotFile file = read(Format.BLT, TWO + tail);
            assertEquals(List.of("1", "2"), names(file));
            assertEquals(List.of("ballots.assumed.no-names"), assumed(file, Method.IRV));
        }
        assertEquals(List.of("Ann", "2"), names(read(Format.BLT, TWO + "\"Ann\"\n\"\"\n\"Ward\"\n")));
    }

    @Test
    void aPartyThatMayBeTheNextNameIsRefusedAndNotGuessed() {
        for (String tail : List.of("\"Ann\" \"Bo\"\n\"Ward\"\n", "\"Ann\" \"Pear\"\n\"Bo\"\n\"Ward\"\n")) {
            BallotFileError mistake = assertThrows(BallotFileError.class, () -> read(Format.BLT, TWO + tail));
            assertEquals("ballots.blt.name-or-party", mistake.refusal().key());
            assertEquals(5, mistake.line());
            assertEquals(7, mistake.column());
        }
    }

    @Test
    void theCommasOfASpreadsheetDoNotCount() {
        String behind = "2 1,,,\n4 1 0,,\n3 2 0,\n0,,,\nAnn,,,\nBo,,,\nWard,,,\n";
        assertEquals(List.of("Ann", "Bo"), names(read(Format.BLT, behind)));
        String between = "2,1,,\n4,1,0,\n3,2,1,0\n0,,,\n\"Ann\",\"Pear\",\n\"Bo\",\"Plum\",\n\"Ward\",,\n";
        BallotFile file = read(Format.BLT, between);
        assertEquals(List.of("Ann", "Bo"), names(file));
        assertEquals(7, file.profile().weight());
        // Where the file has no commas otherwise, one inside a ballot may be a decimal comma.
        assertThrows(BallotFileError.class, () -> read(Format.BLT, TWO.replace("4 1 0", "2,5 1 0")));
    }

    @Test
    void theOrderForTiesInTheFileIsHonouredAndTold() {
        String text = "3 1\n[tie 3 1 2 ]\n[withdrawn 2]\n2 1 0\n2 3 0\n1 2 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"t\"\n";
        Count count = counted(text, Method.STV_SCOTTISH);
        assertEquals(List.of(0), count.winners());
        assertEquals(
                new Count.Tie(2, List.of(0, 1), 1, TieBreak.By.LISTED),
                count.ties().getLast());
        BallotFile file = read(Format.BLT, text);
        assertEquals(List.of("A", "C"), names(file));
        assertEquals(List.of("ballots.assumed.tie"), assumed(file, Method.STV_SCOTTISH));
        TieBreak other = TieBreak.order(List.of(1, 0), 2);
        assertEquals(
                List.of("ballots.assumed.tie-unused"),
                file.assumed(Method.IRV, file.contest(Method.IRV, 1, other)).stream()
                        .map(Refusal::key)
                        .toList());
        // Elected by lot is whoever stands first as well.
        assertEquals(List.of(1), counted(text, Method.PLURALITY).winners());
    }

    @Test
    void otherOptionsOfDroopArePassedOverWithAWord() {
        String text = "2 1\n[nick a b]\n-2\n[droop precision=4]\n4 1 0\n3 2 0\n0\n\"A\"\n\"B\"\n\"t\"\n";
        BallotFile file = read(Format.BLT, text);
        assertEquals(List.of("A"), names(file));
        assertEquals(
                List.of(
                        Refusal.of("ballots.assumed.option", "nick a b"),
                        Refusal.of("ballots.assumed.option", "droop precision=4")),
                file.assumed());
    }

    @Test
    void aPlaceLeftOpenEndsAScottishPaperAndNoOther() {
        String gap = "3 1\n4 1 0\n3 2 0\n2 - 2 0\n1 3 - 2 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"t\"\n";
        Count scottish = counted(gap, Method.STV_SCOTTISH);
        assertEquals(List.of(0), scottish.winners());
        assertEquals("4", scottish.rounds().getFirst().lines().get(0).figure());
        assertEquals("3", scottish.rounds().getFirst().lines().get(1).figure());
        assertEquals(List.of(1), counted(gap, Method.IRV).winners());
        BallotFile file = read(Format.BLT, gap);
        Contest contest = file.contest(Method.STV_SCOTTISH, 1, TieBreak.open());
        assertEquals(List.of(Refusal.of("ballots.assumed.gap", "3")), file.assumed(Method.STV_SCOTTISH, contest));
        assertEquals(List.of(), assumed(file, Method.IRV));
        // What is left open behind the last choice is no gap, nor is a candidate who withdrew.
        BallotFile none = read(Format.BLT, "3 1\n-2\n4 1 - - 0\n3 2 3 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"t\"\n");
        assertEquals(List.of(), assumed(none, Method.STV_SCOTTISH));
    }
}
