package pavilion.rules.method;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Settles the ties of one count by the way fixed beforehand, and keeps a record of each. */
final class Ties {
    private final TieBreak how;
    private final List<Count.Tie> settled = new ArrayList<>();
    private final List<long[]> earlier = new ArrayList<>();

    Ties(TieBreak how) {
        this.how = how;
    }

    /** Remembers where the options stood in a round, for ties in later ones. */
    void stood(long[] figures) {
        if (how.earlier()) {
            earlier.add(figures.clone());
        }
    }

    /** The one to be preferred among the tied; empty if nobody fixed how, and the count has to stop. */
    Optional<Integer> favoured(int round, List<Integer> tied) {
        return settle(round, tied, true);
    }

    /** The one to be dropped among the tied; empty if nobody fixed how, and the count has to stop. */
    Optional<Integer> dropped(int round, List<Integer> tied) {
        return settle(round, tied, false);
    }

    /** A tie that the method's own rule settles: no lot is asked, but it is told. */
    void byRule(int round, List<Integer> tied, int chosen, TieBreak.By by) {
        settled.add(new Count.Tie(round, List.copyOf(tied), chosen, by));
    }

    /** Whether the last tie was settled by nobody. */
    boolean open() {
        return !settled.isEmpty() && settled.getLast().by() == TieBreak.By.OPEN;
    }

    /** The open tie turned out not to matter. */
    void cannotMatter() {
        Count.Tie tie = settled.removeLast();
        settled.add(new Count.Tie(tie.round(), tie.among(), -1, TieBreak.By.ANY));
    }

    List<Count.Tie> settled() {
        return List.copyOf(settled);
    }

    private Optional<Integer> settle(int round, List<Integer> tied, boolean first) {
        if (tied.size() == 1) {
            return Optional.of(tied.getFirst());
        }
        List<Integer> left = tied;
        for (int back = earlier.size() - 1; back >= 0 && left.size() > 1; back--) {
            left = extreme(left, earlier.get(back), first);
        }
        if (left.size() == 1) {
            return record(round, tied, left.getFirst(), TieBreak.By.EARLIER);
        }
        Set<Integer> among = new HashSet<>(left);
        List<Integer> ordered = how.order().stream().filter(among::contains).toList();
        if (ordered.isEmpty()) {
            settled.add(new Count.Tie(round, List.copyOf(tied), -1, TieBreak.By.OPEN));
            return Optional.empty();
        }
        boolean top = first || how.by() == TieBreak.By.LISTED;
        return record(round, tied, top ? ordered.getFirst() : ordered.getLast(), how.by());
    }

    private Optional<Integer> record(int round, List<Integer> tied, int chosen, TieBreak.By by) {
        settled.add(new Count.Tie(round, List.copyOf(tied), chosen, by));
        return Optional.of(chosen);
    }

    private static List<Integer> extreme(List<Integer> among, long[] figures, boolean highest) {
        long best = among.stream()
                .mapToLong(option -> figures[option])
                .reduce((a, b) -> highest ? Math.max(a, b) : Math.min(a, b))
                .orElseThrow();
        return among.stream().filter(option -> figures[option] == best).toList();
    }
}
