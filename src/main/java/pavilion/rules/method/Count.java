package pavilion.rules.method;

import java.util.List;

/**
 * What a method made of the ballots. Options are their places in the contest. {@code ranking} is empty where the method
 * gives none. A tie nobody settled stands last in {@code ties} with {@link TieBreak.By#OPEN}; winners are then only those
 * who are in whatever the lot says.
 */
public record Count(
        Method method, List<Integer> winners, List<List<Integer>> ranking, List<Tie> ties, List<Round> rounds) {
    public Count {
        winners = List.copyOf(winners);
        ranking = List.copyOf(ranking);
        ties = List.copyOf(ties);
        rounds = List.copyOf(rounds);
    }

    /** Options that stood level in a round, and the one favoured or dropped ({@code chosen}, -1 while open). */
    public record Tie(int round, List<Integer> among, int chosen, TieBreak.By by) {}

    /** One step of the count: a sentence ({@code key} with {@code args}) and where each option stands. Rounds start at 1. */
    public record Round(int number, String key, List<Object> args, List<Line> lines) {}

    /** An option's figure in a round, written exactly, and what became of it there. */
    public record Line(int option, String figure, Fate fate) {}

    public enum Fate {
        STANDS,
        ELECTED,
        OUT
    }

    public boolean open() {
        return !ties.isEmpty() && ties.getLast().by() == TieBreak.By.OPEN;
    }
}
