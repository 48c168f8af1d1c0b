package pavilion.rules.method;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Majority judgement (M. Balinski, R. Laraki, "A theory of measuring, electing, and ranking", PNAS 104, 2007): an option's
 * majority grade is the middle one of its grades, the lower of two middles. Of options with the same grade one such grade
 * each is taken away, again and again, until they differ. No mark counts as 0.
 */
final class MajorityJudgement {
    private final Profile profile;
    private final long all;
    private final List<TreeMap<Long, Long>> grades = new ArrayList<>();

    private MajorityJudgement(Profile profile) {
        this.profile = profile;
        this.all = profile.weight();
        IntStream.range(0, profile.size()).forEach(option -> grades.add(new TreeMap<>()));
        long[] given = new long[profile.size()];
        for (Ballot ballot : profile.ballots()) {
            for (int place = 0; place < ballot.size(); place++) {
                int option = ballot.option(place);
                given[option] += ballot.weight();
                grades.get(option).merge(ballot.points(place), ballot.weight(), Long::sum);
            }
        }
        for (int option = 0; option < given.length; option++) {
            if (given[option] < all) {
                grades.get(option).merge(0L, all - given[option], Long::sum);
            }
        }
    }

    static Count count(Contest contest) {
        return new MajorityJudgement(contest.profile()).judged(contest);
    }

    private Count judged(Contest contest) {
        Comparator<Integer> better = (a, b) -> compare(b, a);
        List<List<Integer>> ranking = new ArrayList<>();
        List<Integer> order =
                IntStream.range(0, profile.size()).boxed().sorted(better).toList();
        for (int option : order) {
            if (ranking.isEmpty() || compare(ranking.getLast().getFirst(), option) != 0) {
                ranking.add(new ArrayList<>());
            }
            ranking.getLast().add(option);
        }
        Ties ties = new Ties(contest.tieBreak());
        List<Integer> winners = Ranking.seated(ranking, contest.seats(), ties);
        return new Count(
                Method.MJ,
                winners,
                ranking.stream().map(List::copyOf).toList(),
                ties.settled(),
                List.of(
                        round(1, "method.round.mj", order, winners, option -> points(grade(option, middle()))),
                        round(2, "method.round.mj.sides", order, winners, this::sides)));
    }

    private Count.Round round(
            int number, String key, List<Integer> order, List<Integer> winners, IntFunction<String> figure) {
        return new Count.Round(
                number,
                key,
                List.of(),
                order.stream()
                        .map(option -> new Count.Line(
                                option,
                                figure.apply(option),
                                winners.contains(option) ? Count.Fate.ELECTED : Count.Fate.STANDS))
                        .toList());
    }

    private String points(long grade) {
        return BigDecimal.valueOf(grade, profile.pointDecimals())
                .stripTrailingZeros()
                .toPlainString();
    }

    /** How many graded it higher than its majority grade, and how many lower. */
    private String sides(int option) {
        if (all == 0) {
            return "0 : 0";
        }
        long middle = grade(option, middle());
        long higher = grades.get(option).tailMap(middle, false).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        long lower = grades.get(option).headMap(middle).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return profile.shown(higher) + " : " + profile.shown(lower);
    }

    /** The place of the lower middle, counted from 0. */
    private long middle() {
        return Math.max(0, (all - 1) / 2);
    }

    /** The grade at a place when all grades of an option stand in rising order. */
    private long grade(int option, long place) {
        long passed = 0;
        for (Map.Entry<Long, Long> each : grades.get(option).entrySet()) {
            passed += each.getValue();
            if (place < passed) {
                return each.getKey();
            }
        }
        return 0;
    }

    /**
     * Taking away middle after middle visits the places outwards from the middle, by turns on both sides; which side is first
     * depends on whether the number is even. Grades change only where a run of equal ones ends, so the walk goes from run
     * to run.
     */
    private int compare(int a, int b) {
        long middle = middle();
        boolean upFirst = all % 2 == 0;
        long away = 0;
        while (away <= middle || middle + away < all) {
            int up = side(a, b, middle + away);
            int down = side(a, b, middle - away);
            int first = upFirst ? up : down;
            int second = upFirst ? down : up;
            if (first != 0 || second != 0) {
                return away == 0 || first != 0 ? first : second;
            }
            away = next(a, b, middle, away);
        }
        return 0;
    }

    private int side(int a, int b, long place) {
        return place < 0 || place >= all ? 0 : Long.compare(grade(a, place), grade(b, place));
    }

    /** The next distance from the middle at which one of the two options changes its grade on one of the sides. */
    private long next(int a, int b, long middle, long away) {
        long next = all + 1;
        for (int option : new int[] {a, b}) {
            long passed = 0;
            for (long run : grades.get(option).values()) {
                long start = passed;
                passed += run;
                long above = start - middle;
                long below = middle - (passed - 1);
                next = above > away ? Math.min(next, above) : next;
                next = below > away ? Math.min(next, below) : next;
            }
        }
        return next;
    }
}
