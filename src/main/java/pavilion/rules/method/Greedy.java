package pavilion.rules.method;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Projects in order of their votes, or of votes for the money they cost, as long as the money lasts. What no longer fits is
 * skipped, or ends the list. Votes are the ballots that name a project, or, where ballots carry marks, the sum of marks.
 * Level projects: the cheaper first, then the lot.
 */
final class Greedy {
    enum Order {
        VOTES,
        VOTES_PER_COST
    }

    private final Contest contest;
    private final Budget money;
    private final Order order;
    private final boolean skips;
    private final long[] votes;
    private final Ties ties;
    private final List<Integer> chosen;
    private long left;
    private boolean stopped;

    private Greedy(Contest contest, Order order, boolean skips, List<Integer> before, Ties ties) {
        this.contest = contest;
        this.money = contest.budget().orElseThrow();
        this.order = order;
        this.skips = skips;
        this.votes = votes(contest.profile());
        this.ties = ties;
        this.chosen = new ArrayList<>(before);
        this.left = money.amount() - before.stream().mapToLong(money::cost).sum();
    }

    static Count count(Method method, Contest contest, Order order, boolean skips) {
        Ties ties = new Ties(contest.tieBreak());
        Greedy greedy = new Greedy(contest, order, skips, List.of(), ties);
        greedy.fill();
        Profile profile = contest.profile();
        List<Count.Line> lines = greedy.ordered().stream()
                .map(option -> new Count.Line(
                        option,
                        profile.shown(greedy.votes[option]),
                        greedy.chosen.contains(option) ? Count.Fate.ELECTED : Count.Fate.OUT))
                .toList();
        List<Object> args = List.of(greedy.money.shown(greedy.money.amount()), greedy.money.shown(greedy.left));
        return new Count(
                method,
                greedy.chosen,
                List.of(),
                ties.settled(),
                List.of(new Count.Round(1, "method.round.greedy", args, lines)));
    }

    /** Spends what {@code before} leaves over; gives only what is added. */
    static List<Integer> completion(Contest contest, Order order, List<Integer> before, Ties ties) {
        Greedy greedy = new Greedy(contest, order, true, before, ties);
        greedy.fill();
        return greedy.chosen.subList(before.size(), greedy.chosen.size());
    }

    static long[] votes(Profile profile) {
        boolean marked = profile.ballots().stream().anyMatch(each -> each.size() > 0 && each.hasPoints());
        if (marked) {
            return Score.sums(profile);
        }
        long[] votes = new long[profile.size()];
        for (Ballot ballot : profile.ballots()) {
            for (int place = 0; place < ballot.size(); place++) {
                votes[ballot.option(place)] += ballot.weight();
            }
        }
        return votes;
    }

    private int compare(int a, int b) {
        if (order == Order.VOTES) {
            return Long.compare(votes[b], votes[a]);
        }
        return product(votes[b], money.cost(a)).compareTo(product(votes[a], money.cost(b)));
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }

    private List<Integer> ordered() {
        Comparator<Integer> byVotes = this::compare;
        return IntStream.range(0, votes.length)
                .boxed()
                .sorted(byVotes.thenComparing(money::cost))
                .toList();
    }

    private void fill() {
        List<Integer> open = ordered().stream()
                .filter(option -> votes[option] > 0 && !chosen.contains(option))
                .toList();
        int from = 0;
        while (from < open.size() && !stopped) {
            int first = open.get(from);
            List<Integer> level = open.subList(from, open.size()).stream()
                    .takeWhile(option -> compare(first, option) == 0)
                    .toList();
            take(level);
            from += level.size();
        }
    }

    /** One level of equal votes. Where all of it fits the order cannot matter; else the cheaper go first, and that is recorded. */
    private void take(List<Integer> level) {
        long together = level.stream().mapToLong(money::cost).sum();
        long cheapest = money.cost(level.getFirst());
        if (together > left && cheapest <= left && cheapest < money.cost(level.getLast())) {
            ties.byRule(1, level, level.getFirst(), TieBreak.By.COST);
        }
        int from = 0;
        while (from < level.size() && !stopped) {
            long cost = money.cost(level.get(from));
            List<Integer> alike = level.subList(from, level.size()).stream()
                    .takeWhile(option -> money.cost(option) == cost)
                    .toList();
            alike(alike, cost);
            from += alike.size();
        }
    }

    /** Equal votes and equal costs: if some fit and not all, only the lot can say which. */
    private void alike(List<Integer> alike, long cost) {
        long fit = Math.min(alike.size(), left / cost);
        if (fit == alike.size()) {
            alike.forEach(option -> buy(option, cost));
            return;
        }
        List<Integer> among = new ArrayList<>(alike);
        for (long i = 0; i < fit; i++) {
            Optional<Integer> next = ties.favoured(1, among);
            if (next.isEmpty()) {
                stopped = true;
                return;
            }
            buy(next.get(), cost);
            among.remove(next.get());
        }
        stopped = !skips;
    }

    private void buy(int option, long cost) {
        chosen.add(option);
        left -= cost;
    }
}
