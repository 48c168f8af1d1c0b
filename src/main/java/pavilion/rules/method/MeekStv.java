package pavilion.rules.method;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Single transferable vote by Meek's method (Hill, Wichmann, Woodall, "Algorithm 123", The Computer Journal 30, 1987), as in
 * the reference rule of the Proportional Representation Foundation: nine decimals, omega 0.000001, what a ballot gives
 * is rounded up, the quota is votes / (seats + 1) cut off plus 0.000000001. Whoever is within the surplus of the lowest
 * ties with it.
 */
final class MeekStv {
    /** Nine decimals. */
    static final long PARTS = 1_000_000_000;

    private static final long OMEGA = 1_000;

    private final Contest contest;
    private final Profile profile;
    private final int options;
    private final boolean[] hopeful;
    private final boolean[] standing;
    private final long[] keep;
    private final long[] votes;
    private final int[] start;
    private final List<Integer> winners = new ArrayList<>();
    private final List<Count.Round> rounds = new ArrayList<>();
    private final Ties ties;
    private long quota;
    private long surplus;

    private MeekStv(Contest contest) {
        this.contest = contest;
        this.profile = contest.profile();
        this.options = profile.size();
        this.hopeful = new boolean[options];
        this.standing = new boolean[options];
        this.keep = new long[options];
        Arrays.fill(hopeful, true);
        Arrays.fill(standing, true);
        Arrays.fill(keep, PARTS);
        this.votes = new long[options];
        this.start = new int[profile.ballots().size()];
        this.ties = new Ties(contest.tieBreak());
    }

    static Count count(Contest contest) {
        return new MeekStv(contest).count();
    }

    private Count count() {
        while (winners.size() < contest.seats() && hopefuls().size() > contest.seats() - winners.size()) {
            if (!round()) {
                tell("method.round.tied", List.of(), -1);
                return new Count(Method.STV_MEEK, winners, List.of(), ties.settled(), rounds);
            }
        }
        if (winners.size() < contest.seats()) {
            distribute();
            hopefuls().stream()
                    .sorted((a, b) -> Long.compare(votes[b], votes[a]))
                    .forEach(this::seat);
            tell("method.round.stv.rest", List.of(), -1);
        }
        return new Count(Method.STV_MEEK, winners, List.of(), ties.settled(), rounds);
    }

    /** Repeats the distribution until somebody is in or the surplus is as good as gone; then the lowest is out. */
    private boolean round() {
        long before = Long.MAX_VALUE;
        while (true) {
            distribute();
            if (elect()) {
                tell("method.round.meek.elected", List.of(shown(quota)), -1);
                return true;
            }
            surplus =
                    winners.stream().mapToLong(option -> votes[option] - quota).sum();
            if (surplus < OMEGA * profile.unit() || surplus >= before) {
                return drop();
            }
            before = surplus;
            winners.forEach(this::lessen);
        }
    }

    private void distribute() {
        Arrays.fill(votes, 0);
        List<Ballot> ballots = profile.ballots();
        long all = 0;
        for (int i = 0; i < start.length; i++) {
            Ballot ballot = ballots.get(i);
            start[i] = start[i] < 0 ? -1 : Preferences.next(ballot, start[i], standing);
            long left = PARTS;
            for (int place = start[i]; place >= 0 && left > 0; place = Preferences.next(ballot, place + 1, standing)) {
                int option = ballot.option(place);
                long given = up(left, keep[option]);
                votes[option] = Math.addExact(votes[option], Math.multiplyExact(given, ballot.weight()));
                left -= given;
            }
            all = Math.addExact(all, Math.multiplyExact(PARTS - left, ballot.weight()));
        }
        quota = all / (contest.seats() + 1L) + 1;
    }

    private static long up(long left, long keep) {
        return (left * keep + PARTS - 1) / PARTS;
    }

    private boolean elect() {
        List<Integer> reached = hopefuls().stream()
                .filter(option -> votes[option] >= quota)
                .sorted((a, b) -> Long.compare(votes[b], votes[a]))
                .toList();
        reached.forEach(this::seat);
        return !reached.isEmpty();
    }

    private void seat(int option) {
        hopeful[option] = false;
        winners.add(option);
    }

    /** The keep value times quota over votes, rounded up at both steps. */
    private void lessen(int option) {
        BigInteger parts = BigInteger.valueOf(PARTS);
        BigInteger product = ceil(BigInteger.valueOf(keep[option]).multiply(BigInteger.valueOf(quota)), parts);
        keep[option] =
                ceil(product.multiply(parts), BigInteger.valueOf(votes[option])).longValueExact();
    }

    private static BigInteger ceil(BigInteger top, BigInteger bottom) {
        return top.add(bottom).subtract(BigInteger.ONE).divide(bottom);
    }

    private boolean drop() {
        long fewest =
                hopefuls().stream().mapToLong(option -> votes[option]).min().orElseThrow();
        List<Integer> tied = hopefuls().stream()
                .filter(option -> votes[option] <= fewest + Math.max(0, surplus))
                .toList();
        int out = ties.dropped(rounds.size() + 1, tied).orElse(-1);
        if (out < 0) {
            return false;
        }
        tell("method.round.stv.out", List.of(profile.options().get(out).name()), out);
        hopeful[out] = false;
        standing[out] = false;
        keep[out] = 0;
        ties.stood(votes);
        return true;
    }

    private List<Integer> hopefuls() {
        return IntStream.range(0, options)
                .filter(option -> hopeful[option])
                .boxed()
                .toList();
    }

    private String shown(long figure) {
        return profile.shown(figure, PARTS);
    }

    private void tell(String key, List<Object> args, int out) {
        List<Count.Line> lines = IntStream.range(0, options)
                .filter(option -> standing[option])
                .mapToObj(option -> new Count.Line(
                        option,
                        shown(votes[option]),
                        winners.contains(option)
                                ? Count.Fate.ELECTED
                                : option == out ? Count.Fate.OUT : Count.Fate.STANDS))
                .toList();
        rounds.add(new Count.Round(rounds.size() + 1, key, args, lines));
    }
}
