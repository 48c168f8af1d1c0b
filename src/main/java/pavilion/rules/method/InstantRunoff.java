package pavilion.rules.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Instant-runoff: each ballot counts for its highest option still in; who has over half of these ballots wins, else the
 * lowest goes out. Several go out together only when all their ballots would not lift them to the next one above, so that
 * their order cannot matter. A ballot whose order has ended no longer counts. A tie that nobody settled leaves the winner open
 * only where some lots elect one option and some another.
 */
final class InstantRunoff {
    private final Profile profile;
    private final boolean[] in;
    private final int[] place;
    private final Ties ties;
    private final List<List<Integer>> out = new ArrayList<>();
    private final List<Count.Round> rounds = new ArrayList<>();

    private InstantRunoff(Contest contest) {
        this.profile = contest.profile();
        this.in = new boolean[profile.size()];
        Arrays.fill(in, true);
        this.place = new int[profile.ballots().size()];
        this.ties = new Ties(contest.tieBreak());
    }

    static Count count(Contest contest) {
        return new InstantRunoff(contest).count();
    }

    private Count count() {
        while (true) {
            long[] votes = votes();
            long active = Arrays.stream(votes).sum();
            List<List<Integer>> standing = Ranking.ranking(votes, left(in));
            int winner = winner(standing, votes);
            if (winner >= 0) {
                return won(winner, votes, active, standing);
            }
            List<Integer> lowest = lowest(standing, votes);
            ties.stood(votes);
            if (lowest.isEmpty()) {
                return openTie(votes, active);
            }
            tell(votes, active, lowest, -1);
            lowest.forEach(option -> in[option] = false);
            out.add(lowest);
        }
    }

    /** Who is still in. */
    static List<Integer> left(boolean[] in) {
        return IntStream.range(0, in.length)
                .filter(option -> in[option])
                .boxed()
                .toList();
    }

    /** Who has over half, or is alone; -1 if nobody is. */
    static int winner(List<List<Integer>> standing, long[] votes) {
        List<Integer> first = standing.getFirst();
        boolean won = first.size() == 1
                && (standing.size() == 1
                        || votes[first.getFirst()] * 2 > Arrays.stream(votes).sum());
        return won ? first.getFirst() : -1;
    }

    /** Whether the last of them all go together: even with each other's ballots they would stay below the next above. */
    static boolean together(List<List<Integer>> standing, long[] votes) {
        List<Integer> last = standing.getLast();
        return last.size() == 1
                || standing.size() > 1
                        && votes[last.getFirst()] * last.size()
                                < votes[standing.get(standing.size() - 2).getFirst()];
    }

    private long[] votes() {
        long[] votes = new long[in.length];
        List<Ballot> ballots = profile.ballots();
        for (int i = 0; i < place.length; i++) {
            if (place[i] < 0) {
                continue;
            }
            Ballot ballot = ballots.get(i);
            place[i] = Preferences.next(ballot, place[i], in);
            if (place[i] >= 0) {
                votes[ballot.option(place[i])] += ballot.weight();
            }
        }
        return votes;
    }

    /** Who goes out: the lowest level whole if it cannot catch up even together, else one of it; nobody if the tie stays open. */
    private List<Integer> lowest(List<List<Integer>> standing, long[] votes) {
        List<Integer> last = standing.getLast();
        return together(standing, votes)
                ? last
                : ties.dropped(rounds.size() + 1, last).map(List::of).orElse(List.of());
    }

    private Count openTie(long[] votes, long active) {
        int sure = new EveryLot(profile).winner(in);
        tell(votes, active, List.of(), sure);
        if (sure < 0) {
            return new Count(Method.IRV, List.of(), List.of(), ties.settled(), rounds);
        }
        ties.cannotMatter();
        return new Count(Method.IRV, List.of(sure), List.of(), ties.settled(), rounds);
    }

    private Count won(int winner, long[] votes, long active, List<List<Integer>> standing) {
        tell(votes, active, List.of(), winner);
        List<List<Integer>> ranking = new ArrayList<>(standing);
        Collections.reverse(out);
        ranking.addAll(out);
        return new Count(Method.IRV, List.of(winner), ranking, ties.settled(), rounds);
    }

    private void tell(long[] votes, long active, List<Integer> going, int winner) {
        List<Count.Line> lines = left(in).stream()
                .sorted((a, b) -> Long.compare(votes[b], votes[a]))
                .map(option -> new Count.Line(
                        option,
                        profile.shown(votes[option]),
                        option == winner
                                ? Count.Fate.ELECTED
                                : going.contains(option) ? Count.Fate.OUT : Count.Fate.STANDS))
                .toList();
        String key = going.isEmpty() ? "method.round.tied" : "method.round.irv.out";
        if (winner >= 0) {
            key = ties.open() ? "method.round.irv.any" : "method.round.irv.won";
        }
        List<Object> args = List.of(profile.shown(active), profile.shown(profile.weight() - active));
        rounds.add(new Count.Round(rounds.size() + 1, key, args, lines));
    }
}
