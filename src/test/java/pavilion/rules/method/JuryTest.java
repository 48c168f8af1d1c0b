package pavilion.rules.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pavilion.rules.Refusing.refuses;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JuryTest {
    private static final List<Long> CRITERIA = List.of(60L, 40L);
    private static final Ratio TWO_FIFTHS = Ratio.of(2, 5);

    private static Jury jury(int judges, int projects) {
        return new Jury(CRITERIA, judges, projects, 3, TWO_FIFTHS);
    }

    /** A sheet for each total, in the order of the judges. */
    private static List<Jury.Sheet> sheets(int project, long... totals) {
        List<Jury.Sheet> sheets = new ArrayList<>();
        for (int judge = 0; judge < totals.length; judge++) {
            long first = Math.min(60, totals[judge]);
            sheets.add(new Jury.Sheet(judge, project, List.of(first, totals[judge] - first)));
        }
        return sheets;
    }

    private static String told(Jury.Result result) {
        return result.standings().stream()
                        .map(s -> s.totals() + " " + s.jury().shown(3) + " "
                                + s.scaled().shown(3) + " " + s.score().shown(3))
                        .collect(Collectors.joining("; "))
                + " " + result.ranking();
    }

    @Test
    void ofFiveTheHighestAndTheLowestAreDropped() {
        List<Jury.Sheet> all = new ArrayList<>(sheets(0, 90, 80, 70, 60, 10));
        all.addAll(sheets(1, 71, 70, 70, 70, 69));
        assertEquals(
                "[90, 80, 70, 60, 10] 70 100 82; [71, 70, 70, 70, 69] 70 50 62 [[0], [1]]",
                told(jury(5, 2).result(all, Set.of(), List.of(40L, 20L))));
    }

    @Test
    void ofFourAllCountAndThirdsStayExact() {
        List<Jury.Sheet> all = new ArrayList<>(sheets(0, 90, 80, 70, 10));
        all.addAll(sheets(1, 50, 50, 51));
        Jury.Result result = jury(4, 2).result(all, Set.of(new Jury.Recusal(3, 1)), List.of(1L, 3L));
        assertEquals("[90, 80, 70, 10] 62.5 33.333 50.833; [50, 50, 51] 50.333 100 70.2 [[1], [0]]", told(result));
    }

    @Test
    void equalScoresGoToTheResidentsVotesAndThenStandLevel() {
        Jury even = new Jury(CRITERIA, 1, 3, 1, Ratio.of(1, 2));
        List<Jury.Sheet> all = new ArrayList<>(sheets(0, 50));
        all.addAll(sheets(1, 100));
        all.addAll(sheets(2, 50));
        Jury.Result result = even.result(all, Set.of(), List.of(10L, 5L, 10L));
        assertEquals("[50] 50 100 75; [100] 100 50 75; [50] 50 100 75 [[0, 2], [1]]", told(result));
    }

    @Test
    void nobodyVotedIsNoFault() {
        assertEquals(
                "[60, 60, 60] 60 0 36 [[0]]", told(jury(3, 1).result(sheets(0, 60, 60, 60), Set.of(), List.of(0L))));
    }

    @Test
    void whatIsWrongIsRefusedByJudgeAndProject() {
        refuses("method.jury.criteria", () -> new Jury(List.of(60L, 41L), 1, 1, 1, TWO_FIFTHS));
        refuses("method.jury.criteria", () -> new Jury(List.of(100L, 0L), 1, 1, 1, TWO_FIFTHS));
        refuses("method.jury.share", () -> new Jury(CRITERIA, 1, 1, 1, Ratio.of(6, 5)));
        Jury jury = jury(3, 1);
        Set<Jury.Recusal> none = Set.of();
        List<Long> votes = List.of(1L);
        assertEquals(
                List.of(1, 2),
                refuses("method.jury.few", () -> jury(3, 1).result(sheets(0, 1, 2), none, votes))
                        .args()
                        .subList(0, 2));
        refuses("method.jury.few", () -> new Jury(CRITERIA, 3, 1, 0, TWO_FIFTHS).result(List.of(), none, votes));
        refuses("method.jury.votes", () -> jury.result(sheets(0, 1, 2, 3), none, List.of()));
        refuses("method.jury.votes", () -> jury.result(sheets(0, 1, 2, 3), none, List.of(-1L)));
        refuses("method.jury.sheet", () -> jury.result(sheets(0, 1, 2, 3, 4), none, votes));
        refuses("method.jury.sheet", () -> jury.result(sheets(1, 1), none, votes));
        refuses("method.jury.sheet", () -> jury.result(List.of(new Jury.Sheet(-1, 0, List.of(1L, 1L))), none, votes));
        refuses("method.jury.sheet", () -> jury.result(List.of(new Jury.Sheet(0, -1, List.of(1L, 1L))), none, votes));
        List<Jury.Sheet> twice = new ArrayList<>(sheets(0, 1));
        twice.addAll(sheets(0, 1));
        refuses("method.jury.sheet", () -> jury.result(twice, none, votes));
        refuses("method.jury.recused", () -> jury.result(sheets(0, 1, 2, 3), Set.of(new Jury.Recusal(1, 0)), votes));
        refuses("method.jury.missing", () -> jury.result(List.of(new Jury.Sheet(0, 0, List.of(1L))), none, votes));
        refuses("method.jury.mark", () -> jury.result(List.of(new Jury.Sheet(0, 0, List.of(61L, 1L))), none, votes));
        refuses("method.jury.mark", () -> jury.result(List.of(new Jury.Sheet(0, 0, List.of(1L, -1L))), none, votes));
    }

    @Test
    void noneOfTheseKeepsOutWhoeverIsNotAboveIt() {
        Contest plans = SampleContests.contest("A B none", "5:A 3:none 2:B", 2);
        assertEquals(List.of(0), NoneOfThese.chosen(Method.PLURALITY.count(plans), 2));
        Contest refused = SampleContests.ordered(SampleContests.contest("A B none", "3:A 3:none 2:B"), 0, 1, 2);
        assertEquals(List.of(), NoneOfThese.chosen(Method.PLURALITY.count(refused), 2));
        Contest both = SampleContests.contest("A B none", "5:A>B 4:B>A 1:none", 2);
        assertEquals(List.of(0, 1), NoneOfThese.chosen(Method.BORDA.count(both), 2));
    }
}
