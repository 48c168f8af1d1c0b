package pavilion.rules.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/** Options in order of one figure each, highest first, and the seats filled from the top: a count of one round. */
final class Ranking {
    private Ranking() {}

    static Count of(Method method, Contest contest, long[] figures, LongFunction<String> shown, String key) {
        List<List<Integer>> ranking = ranking(figures);
        Ties ties = new Ties(contest.tieBreak());
        List<Integer> winners = seated(ranking, contest.seats(), ties);
        List<Count.Line> lines = ranking.stream()
                .flatMap(List::stream)
                .map(option -> new Count.Line(
                        option,
                        shown.apply(figures[option]),
                        winners.contains(option) ? Count.Fate.ELECTED : Count.Fate.STANDS))
                .toList();
        return new Count(method, winners, ranking, ties.settled(), List.of(new Count.Round(1, key, List.of(), lines)));
    }

    /** Who is in, level by level from the top. */
    static List<Integer> seated(List<List<Integer>> ranking, int seats, Ties ties) {
        List<Integer> winners = new ArrayList<>();
        for (List<Integer> level : ranking) {
            if (winners.size() + level.size() > seats) {
                fill(level, seats, winners, ties);
                break;
            }
            winners.addAll(level);
        }
        return winners;
    }

    /** Levels of equal figures, the highest first. */
    static List<List<Integer>> ranking(long[] figures) {
        return ranking(figures, IntStream.range(0, figures.length).boxed().toList());
    }

    static List<List<Integer>> ranking(long[] figures, List<Integer> among) {
        List<List<Integer>> levels = new ArrayList<>();
        List<Integer> order = among.stream()
                .sorted((a, b) -> Long.compare(figures[b], figures[a]))
                .toList();
        for (int option : order) {
            if (levels.isEmpty() || figures[levels.getLast().getFirst()] != figures[option]) {
                levels.add(new ArrayList<>());
            }
            levels.getLast().add(option);
        }
        return levels.stream().map(List::copyOf).toList();
    }

    /** Asks the tie-break for one after the other; an open tie fills nothing more. */
    private static void fill(List<Integer> level, int seats, List<Integer> winners, Ties ties) {
        List<Integer> left = new ArrayList<>(level);
        while (winners.size() < seats) {
            Optional<Integer> next = ties.favoured(1, left);
            if (next.isEmpty()) {
                return;
            }
            winners.add(next.get());
            left.remove(next.get());
        }
    }
}
