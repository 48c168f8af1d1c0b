package pavilion.rules.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static pavilion.rules.Refusing.refuses;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** More options than a count can bear are refused with a sentence; up to there it takes seconds. */
class BoundsTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    /** One ballot for each option: every round is a tie. */
    private static Profile level(int options) {
        List<Ballot> box = new ArrayList<>();
        IntStream.range(0, options).forEach(option -> box.add(Ballot.ranked(1, option)));
        return Profile.of(Profiles.options(options), box);
    }

    private static Contest contest(int options) {
        Profile profile = level(options);
        List<Long> costs =
                IntStream.range(0, options).mapToObj(o -> 100L + o % 7).toList();
        return new Contest(profile, Optional.of(new Budget(100_000, costs, 0)), 1, Profiles.lot(profile));
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"IRV", "STV_SCOTTISH", "STV_MEEK", "SCHULZE", "MES_COST", "MES_CARDINALITY_ADD1"})
    void whatGrowsWithTheSquareOfTheOptionsHasABound(Method method) {
        int most = Method.MOST_OPTIONS;
        assertEquals(
                List.of(most + 1, method.id(), most),
                refuses("method.refused.options", () -> method.count(contest(most + 1)))
                        .args());
        Contest full = contest(most);
        Count count = assertTimeoutPreemptively(SOON, () -> method.count(full));
        assertEquals(method, count.method());
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"PLURALITY", "BORDA", "APPROVAL", "GREEDY", "GREEDY_PER_COST"})
    void whatNeedsOneFigureAnOptionCountsAllThatAFileMayHold(Method method) {
        Contest all = contest(10_000);
        Contest several = new Contest(all.profile(), all.budget(), 500, all.tieBreak());
        Count count = assertTimeoutPreemptively(SOON, () -> method.count(several));
        assertEquals(
                method.needs() == Method.Needs.MONEY ? 1_000 : 500,
                count.winners().size());
    }

    /** Marks that all differ, and options whose marks are the same up to the last: the longest way there is to compare them. */
    @Test
    void manyDifferentMarksAreJudgedInSeconds() {
        Random dice = new Random(3);
        List<Ballot> box = new ArrayList<>();
        int[] options = IntStream.range(0, 100).toArray();
        for (int b = 0; b < 3_000; b++) {
            long[] marks = new long[options.length];
            Arrays.fill(marks, b == 0 ? dice.nextInt(1000) : 1_000 + b);
            box.add(Ballot.marked(1, options, marks));
        }
        Contest contest =
                Contest.of(Profile.of(Profiles.options(100), box), 1, TieBreak.seed("x", Profiles.options(100)));
        Count count = assertTimeoutPreemptively(Duration.ofSeconds(15), () -> Method.MJ.count(contest));
        assertEquals(1, count.winners().size());
    }

    /** Grades one by one, the lower middle taken away again and again, as the method is defined. */
    @Test
    void majorityJudgementIsAsIfGradesWereTakenAwayOneByOne() {
        Random dice = new Random(5);
        for (int i = 0; i < 500; i++) {
            int options = 2 + dice.nextInt(4);
            List<Ballot> box = new ArrayList<>();
            for (int b = 1 + dice.nextInt(9); b > 0; b--) {
                int[] named = Profiles.order(dice, options, dice.nextInt(options + 1));
                long[] marks =
                        IntStream.of(named).mapToLong(o -> dice.nextInt(4)).toArray();
                box.add(Ballot.marked(dice.nextInt(3), named, marks));
            }
            Profile profile = Profile.of(Profiles.options(options), box);
            Count count = Method.MJ.count(Contest.of(profile, 1, Profiles.lot(profile)));
            for (int a = 0; a < options; a++) {
                for (int b = 0; b < options; b++) {
                    int wanted = Integer.signum(compare(grades(profile, a), grades(profile, b)));
                    assertEquals(wanted, Integer.signum(level(count, b) - level(count, a)), "profile " + i);
                }
            }
        }
    }

    private static int level(Count count, int option) {
        return IntStream.range(0, count.ranking().size())
                .filter(level -> count.ranking().get(level).contains(option))
                .findFirst()
                .orElseThrow();
    }

    private static List<Long> grades(Profile profile, int option) {
        List<Long> grades = new ArrayList<>();
        for (Ballot ballot : profile.ballots()) {
            long mark = 0;
            for (int place = 0; place < ballot.size(); place++) {
                mark = ballot.option(place) == option ? ballot.points(place) : mark;
            }
            for (long copy = 0; copy < ballot.weight(); copy++) {
                grades.add(mark);
            }
        }
        grades.sort(null);
        return grades;
    }

    private static int compare(List<Long> a, List<Long> b) {
        while (!a.isEmpty()) {
            int order = Long.compare(a.remove((a.size() - 1) / 2), b.remove((b.size() - 1) / 2));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
