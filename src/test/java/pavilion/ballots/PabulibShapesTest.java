package pavilion.ballots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pavilion.ballots.SampleFiles.read;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pavilion.rules.Refusal;
import pavilion.rules.method.Contest;
import pavilion.rules.method.Count;
import pavilion.rules.method.Method;
import pavilion.rules.method.TieBreak;

/** Pabulib files as cities publish them. */
class PabulibShapesTest {
    private static final String HEAD = "META\nkey;value\nnum_projects;3\nnum_votes;4\nbudget;100\n";
    private static final String PROJECTS = "PROJECTS\nproject_id;cost;name\n1;100;a\n2;100;b\n3;100;c\n";

    private static BallotFile file(String kind, String votes) {
        return read(Format.PB, HEAD + "vote_type;" + kind + "\n" + PROJECTS + "VOTES\nvoter_id;vote\n" + votes);
    }

    private static String figures(BallotFile file, Method method) {
        Contest contest = file.contest(method, 1, TieBreak.open());
        Count count = method.count(contest);
        StringBuilder text = new StringBuilder();
        count.rounds().getLast().lines().stream()
                .sorted((a, b) -> Integer.compare(a.option(), b.option()))
                .forEach(line -> text.append(line.figure()).append(' '));
        return text.toString().strip();
    }

    private static List<Refusal> assumed(BallotFile file, Method method) {
        return file.assumed(method, file.contest(method, 1, TieBreak.open()));
    }

    @Test
    void anOrderIsPointsFromTheLengthOfABallotDown() {
        String votes = "1;1,2,3\n2;1,2\n3;2,3\n4;3,2\n";
        BallotFile three = file("ordinal\nmax_length;3\nscoring_fn;Borda", votes);
        assertEquals("6 9 6", figures(three, Method.GREEDY));
        assertEquals(
                List.of(1),
                Method.GREEDY
                        .count(three.contest(Method.GREEDY, 1, TieBreak.open()))
                        .winners());
        assertEquals("6 9 6", figures(three, Method.GREEDY_PER_COST));
        assertEquals(List.of(Refusal.of("ballots.assumed.points", 3L)), assumed(three, Method.GREEDY));
        // Five places: 5 + 5, 4 + 4 + 5 + 4, 3 + 4 + 5.
        assertEquals("10 17 12", figures(file("ordinal\nmax_length;5", votes), Method.GREEDY));
        // No length: as many as there are projects.
        assertEquals("6 9 6", figures(file("ordinal", votes), Method.GREEDY));
        assertEquals(List.of(), assumed(three, Method.IRV));
    }

    @Test
    void whatStandsBeyondTheLengthGetsNoPointsAndThatIsSaid() {
        BallotFile file = file("ordinal\nmax_length;2", "1;1,2,3\n2;2\n3;\n4;3\n");
        assertEquals("2 3 2", figures(file, Method.GREEDY));
        assertEquals(Refusal.of("ballots.assumed.beyond", 1L, 2), file.assumed().getFirst());
    }

    @Test
    void equalSharesTakeAnOrderAsTicksAndSaySo() {
        BallotFile file = file("ordinal\nmax_length;3", "1;1,2,3\n2;1,2\n3;2,3\n4;3,2\n");
        assertEquals(
                List.of("ballots.assumed.ticks"),
                assumed(file, Method.MES_COST).stream().map(Refusal::key).toList());
        assertEquals(
                List.of("ballots.assumed.ticks", "ballots.assumed.points"),
                assumed(file, Method.MES_COST_GREEDY).stream().map(Refusal::key).toList());
        assertEquals(List.of(), assumed(file("approval", "1;1\n2;2\n3;3\n4;1\n"), Method.MES_COST));
    }

    @ParameterizedTest
    @CsvSource({
        "approval, '1,1', '2 1 0'",
        "choose-1, '1,1', '2 1 0'",
        "approval, '1, 1,1', '2 1 0'",
        "ordinal, '1,1,2', '6 5 0'",
        "ordinal, '2,1,2', '5 6 0'"
    })
    void aProjectTwiceOnABallotCountsOnce(String kind, String first, String figures) {
        BallotFile file = file(kind, "1;" + first + "\n2;2\n3;1\n4;\n");
        assertEquals(figures, figures(file, Method.GREEDY));
        assertEquals(Refusal.of("ballots.assumed.twice", 1L), file.assumed().getFirst());
    }

    @Test
    void pointsWrittenTwiceForAProjectCountOnceAsTheyWereWrittenFirst() {
        String votes = "1;1,2,1;4,3,2\n2;2;5\n3;;\n4;3;1\n";
        BallotFile file =
                read(Format.PB, HEAD + "vote_type;cumulative\n" + PROJECTS + "VOTES\nvoter_id;vote;points\n" + votes);
        assertEquals("4 8 1", figures(file, Method.GREEDY));
        assertEquals(List.of(Refusal.of("ballots.assumed.twice-marked", 1L)), file.assumed());
    }

    @Test
    void anotherNumberOfVotesThanPromisedIsAWarning() {
        BallotFile file = file("approval", "1;1\n2;2\n3;1\n");
        assertEquals("2 1 0", figures(file, Method.GREEDY));
        assertEquals(List.of(Refusal.of("ballots.assumed.votes", "4", 3)), file.assumed());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'\"Good\" paths', '\"Good\" paths'",
                "'\"Good\" and \"wide\" paths', '\"Good\" and \"wide\" paths'",
                "'\"Good; and\" wide', '\"Good; and\" wide'",
                "'\"Good; \"\"wide\"\" paths\"', 'Good; \"wide\" paths'",
                "'\"Good paths\" ', 'Good paths'",
                "'The \"good\" paths', 'The \"good\" paths'",
                "'\"\"', 1"
            })
    void quotationMarksBelongToANameUnlessTheyEncloseIt(String written, String name) {
        String text = HEAD.replace(";3\n", ";1\n") + "vote_type;approval\nPROJECTS\nproject_id;name;cost\n1;" + written
                + ";60\nVOTES\nvoter_id;vote\n1;1\n2;1\n3;1\n4;\n";
        BallotFile file = read(Format.PB, text);
        assertEquals(name, file.profile().options().getFirst().name());
        assertEquals(60, file.budget().orElseThrow().cost(0));
    }
}
