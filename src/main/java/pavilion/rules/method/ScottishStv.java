package pavilion.rules.method;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Single transferable vote by the Scottish Local Government Elections Order 2011, Sch. 1, r. 46-52: quota one more than the
 * whole part of valid / (seats + 1); a surplus moves all papers of its holder, each worth its value times the surplus over
 * the holder's votes, to five decimals, the rest cut off; the largest surplus first, else the lowest out, one at a stage.
 * Ties go to whoever was ahead at the last stage where they differed, then to the tie-break given. A place left open ends a
 * paper, and one without a first preference is void.
 */
final class ScottishStv {
    /** Five decimals. */
    static final long PARTS = 100_000;

    private final Contest contest;
    private final Profile profile;
    private final int options;
    private final boolean[] hopeful;
    private final boolean[] elected;
    private final long[] votes;
    private final int[] place;
    private final long[] value;
    private final List<Integer> winners = new ArrayList<>();
    private final List<Integer> surpluses = new ArrayList<>();
    private final List<Count.Round> rounds = new ArrayList<>();
    private final Ties ties;
    private long quota;

    private ScottishStv(Contest contest) {
        this.contest = contest;
        this.profile = contest.profile();
        this.options = profile.size();
        this.hopeful = new boolean[options];
        this.elected = new boolean[options];
        Arrays.fill(hopeful, true);
        this.votes = new long[options];
        this.place = new int[profile.ballots().size()];
        this.value = new long[place.length];
        this.ties = new Ties(contest.tieBreak().earlierFirst());
    }

    static Count count(Contest contest) {
        return new ScottishStv(contest).count();
    }

    private Count count() {
        first();
        elect();
        tell("method.round.stv.first", List.of(shown(quota)), -1);
        boolean going = true;
        while (going && winners.size() < contest.seats()) {
            going = !fillAll() && stage();
        }
        return new Count(Method.STV_SCOTTISH, winners, List.of(), ties.settled(), rounds);
    }

    private void first() {
        List<Ballot> ballots = profile.ballots();
        long valid = 0;
        for (int i = 0; i < place.length; i++) {
            Ballot ballot = ballots.get(i);
            place[i] = Preferences.nextConsecutive(ballot, 0, hopeful);
            if (place[i] >= 0) {
                value[i] = PARTS;
                long worth = Math.multiplyExact(ballot.weight(), PARTS);
                votes[ballot.option(place[i])] += worth;
                valid = Math.addExact(valid, worth);
            }
        }
        long ballot = Math.multiplyExact(PARTS, profile.unit());
        quota = (valid / (contest.seats() + 1L) / ballot + 1) * ballot;
    }

    /** Everyone who has reached the quota, the most votes first. */
    private void elect() {
        List<Integer> reached = hopefuls().stream()
                .filter(option -> votes[option] >= quota)
                .sorted((a, b) -> Long.compare(votes[b], votes[a]))
                .toList();
        for (int option : reached) {
            seat(option);
            if (votes[option] > quota) {
                surpluses.add(option);
            }
        }
    }

    private void seat(int option) {
        hopeful[option] = false;
        elected[option] = true;
        winners.add(option);
    }

    private List<Integer> hopefuls() {
        return IntStream.range(0, options)
                .filter(option -> hopeful[option])
                .boxed()
                .toList();
    }

    /** As many left as seats: all are in, without another stage (r. 52). */
    private boolean fillAll() {
        List<Integer> left = hopefuls();
        if (left.size() > contest.seats() - winners.size()) {
            return false;
        }
        left.stream().sorted((a, b) -> Long.compare(votes[b], votes[a])).forEach(this::seat);
        tell("method.round.stv.rest", List.of(), -1);
        return true;
    }

    /** One surplus, or one out; false if a tie stays open. */
    private boolean stage() {
        ties.stood(votes);
        int number = rounds.size() + 1;
        if (!surpluses.isEmpty()) {
            long largest =
                    surpluses.stream().mapToLong(option -> votes[option]).max().orElseThrow();
            List<Integer> tied = surpluses.stream()
                    .filter(option -> votes[option] == largest)
                    .toList();
            int from = ties.favoured(number, tied).orElse(-1);
            if (from < 0) {
                return open();
            }
            surpluses.remove((Integer) from);
            transfer(from, votes[from] - quota, votes[from]);
            votes[from] = quota;
            elect();
            tell("method.round.stv.surplus", List.of(name(from), shown(quota)), -1);
            return true;
        }
        long fewest =
                hopefuls().stream().mapToLong(option -> votes[option]).min().orElseThrow();
        List<Integer> tied =
                hopefuls().stream().filter(option -> votes[option] == fewest).toList();
        int out = ties.dropped(number, tied).orElse(-1);
        if (out < 0) {
            return open();
        }
        hopeful[out] = false;
        transfer(out, 1, 1);
        votes[out] = 0;
        elect();
        tell("method.round.stv.out", List.of(name(out)), out);
        return true;
    }

    private boolean open() {
        tell("method.round.tied", List.of(), -1);
        return false;
    }

    /** Moves every paper of {@code from} to its next choice, worth its value times {@code part} / {@code whole}, cut off. */
    private void transfer(int from, long part, long whole) {
        List<Ballot> ballots = profile.ballots();
        BigInteger over = BigInteger.valueOf(part);
        BigInteger under = BigInteger.valueOf(whole);
        for (int i = 0; i < place.length; i++) {
            if (place[i] < 0 || ballots.get(i).option(place[i]) != from) {
                continue;
            }
            Ballot ballot = ballots.get(i);
            value[i] = part == whole
                    ? value[i]
                    : BigInteger.valueOf(value[i]).multiply(over).divide(under).longValueExact();
            place[i] = Preferences.nextConsecutive(ballot, place[i] + 1, hopeful);
            if (place[i] >= 0) {
                votes[ballot.option(place[i])] += value[i] * ballot.weight();
            }
        }
    }

    private String name(int option) {
        return profile.options().get(option).name();
    }

    private String shown(long figure) {
        return profile.shown(figure, PARTS);
    }

    private void tell(String key, List<Object> args, int out) {
        List<Count.Line> lines = IntStream.range(0, options)
                .filter(option -> hopeful[option] || elected[option] || option == out)
                .mapToObj(option -> new Count.Line(
                        option,
                        shown(votes[option]),
                        elected[option] ? Count.Fate.ELECTED : option == out ? Count.Fate.OUT : Count.Fate.STANDS))
                .toList();
        rounds.add(new Count.Round(rounds.size() + 1, key, args, lines));
    }
}
