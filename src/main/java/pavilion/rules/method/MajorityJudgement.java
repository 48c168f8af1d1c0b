package pavilion.rules.method;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Majority judgement (M. Balinski, R. Laraki, "A theory of measuring, electing, and ranking", PNAS 104, 2007): an option's
 * majority grade is the middle one of its grades, the lower of two middles. Of options with the same grade one such grade
 * each is taken away, again and again, until they differ. No mark counts as 0.
 */
final class MajorityJudgement {
    private final Profile profile;
    private final long all;
    private final List<Grades> grades = new ArrayList<>();

    /** The grades of one option in rising order, equal ones together: up to which place each reaches, counted from 0. */
    private record Grades(long[] marks, long[] ends) {
        static Grades of(SortedMap<Long, Long> given) {
            long[] marks = new long[given.size()];
            long[] ends = new long[given.size()];
            int run = 0;
            long passed = 0;
            for (Map.Entry<Long, Long> each : given.entrySet()) {
                passed += each.getValue();
                marks[run] = each.getKey();
                ends[run++] = passed;
            }
            return new Grades(marks, ends);
        }

        /** The run in which a place stands. */
        int run(long place) {
            int found = Arrays.binarySearch(ends, place + 1);
            return found < 0 ? -found - 1 : found;
        }

        long start(int run) {
            return run == 0 ? 0 : ends[run - 1];
        }
    }

    private MajorityJudgement(Profile profile) {
        this.profile = profile;
        this.all = profile.weight();
        List<SortedMap<Long, Long>> marks = new ArrayList<>();
        IntStream.range(0, profile.size()).forEach(option -> marks.add(new TreeMap<>()));
        long[] given = new long[profile.size()];
        for (Ballot ballot : profile.ballots()) {
            for (int place = 0; place < ballot.size(); place++) {
                int option = ballot.option(place);
                if (ballot.weight() > 0) {
                    given[option] += ballot.weight();
                    marks.get(option).merge(ballot.points(place), ballot.weight(), Long::sum);
                }
            }
        }
        for (int option = 0; option < given.length; option++) {
            if (given[option] < all) {
                marks.get(option).merge(0L, all - given[option], Long::sum);
            }
            grades.add(Grades.of(marks.get(option)));
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
                rounds(order, winners));
    }

    /** The third is told where the first two leave two options level that stand apart. */
    private List<Count.Round> rounds(List<Integer> order, List<Integer> winners) {
        List<Count.Round> rounds = new ArrayList<>();
        rounds.add(round(1, "method.round.mj", order, winners, option -> points(grade(option, middle()))));
        rounds.add(round(2, "method.round.mj.sides", order, winners, this::sides));
        boolean further = IntStream.range(1, order.size()).anyMatch(place -> {
            int above = order.get(place - 1);
            int below = order.get(place);
            return grade(above, middle()) == grade(below, middle())
                    && sides(above).equals(sides(below))
                    && compare(above, below) != 0;
        });
        if (further) {
            rounds.add(round(3, "method.round.mj.further", order, winners, this::all));
        }
        return rounds;
    }

    /** All grades of an option in rising order, each with how many gave it. */
    private String all(int option) {
        Grades own = grades.get(option);
        return IntStream.range(0, own.marks.length)
                .mapToObj(run -> points(own.marks[run]) + "×" + profile.shown(own.ends[run] - own.start(run)))
                .collect(Collectors.joining(" "));
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
        Grades own = grades.get(option);
        int run = own.run(middle());
        return profile.shown(all - own.ends[run]) + " : " + profile.shown(own.start(run));
    }

    /** The place of the lower middle, counted from 0. */
    private long middle() {
        return Math.max(0, (all - 1) / 2);
    }

    /** The grade at a place when all grades of an option stand in rising order. */
    private long grade(int option, long place) {
        Grades own = grades.get(option);
        int run = own.run(place);
        return run < own.marks.length ? own.marks[run] : 0;
    }

    /**
     * Taking away middle after middle visits the places outwards from the middle, by turns on both sides; which side is first
     * depends on whether the number is even. Grades change only where a run of equal ones ends, so the walk goes from run
     * to run, each once.
     */
    private int compare(int a, int b) {
        if (all == 0) {
            return 0;
        }
        long middle = middle();
        boolean upFirst = all % 2 == 0;
        Walk first = new Walk(grades.get(a), middle);
        Walk second = new Walk(grades.get(b), middle);
        long away = 0;
        while (away <= middle || middle + away < all) {
            int up = Long.compare(first.up(away), second.up(away));
            int down = Long.compare(first.down(away), second.down(away));
            int sooner = upFirst ? up : down;
            int later = upFirst ? down : up;
            if (sooner != 0 || later != 0) {
                return away == 0 || sooner != 0 ? sooner : later;
            }
            away = Math.min(first.next(away), second.next(away));
        }
        return 0;
    }

    /** Goes outwards from the middle over the runs of one option; beyond the last grade stands none, the same for everybody. */
    private static final class Walk {
        private final Grades grades;
        private final long middle;
        private int high;
        private int low;

        Walk(Grades grades, long middle) {
            this.grades = grades;
            this.middle = middle;
            this.high = grades.run(middle);
            this.low = high;
        }

        long up(long away) {
            while (high < grades.ends.length && grades.ends[high] <= middle + away) {
                high++;
            }
            return high < grades.marks.length ? grades.marks[high] : -1;
        }

        long down(long away) {
            while (low >= 0 && grades.start(low) > middle - away) {
                low--;
            }
            return low < 0 ? -1 : grades.marks[low];
        }

        /** The next distance at which this option's grade changes on one of the sides. */
        long next(long away) {
            long above = high < grades.ends.length ? grades.ends[high] - middle : Long.MAX_VALUE;
            long below = low >= 0 ? middle - grades.start(low) + 1 : Long.MAX_VALUE;
            return Math.max(away + 1, Math.min(above, below));
        }
    }
}
