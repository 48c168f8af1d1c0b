package pavilion.rules.method;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Instant-runoff under every lot there could be. Who has how many votes depends on who is still in, not on the order in which
 * the others went out, so that each set of options is looked at once.
 */
final class EveryLot {
    /** Ballots and options looked at in all, a second's work; with more the tie counts as one that matters. */
    private static final long MOST = 20_000_000L;

    private static final int MOST_OPEN = 100_000;

    private final Profile profile;
    private final Set<BitSet> seen = new HashSet<>();
    private final Deque<BitSet> open = new ArrayDeque<>();

    EveryLot(Profile profile) {
        this.profile = profile;
    }

    /** Who wins from here whatever the lot says; -1 if that depends on it, or is too much to find out. */
    int winner(boolean[] in) {
        int winner = -1;
        BitSet first = new BitSet(in.length);
        InstantRunoff.left(in).forEach(first::set);
        open.add(first);
        while (!open.isEmpty()) {
            BitSet left = open.removeLast();
            if (!seen.add(left)) {
                continue;
            }
            long each = (long) profile.ballots().size() + profile.size();
            if (seen.size() * each > MOST || open.size() > MOST_OPEN) {
                return -1;
            }
            int here = follow(left);
            if (here >= 0 && winner >= 0 && here != winner) {
                return -1;
            }
            winner = Math.max(here, winner);
        }
        return winner;
    }

    /** The winner where there is one; otherwise every way on is kept for later. */
    private int follow(BitSet left) {
        boolean[] in = new boolean[profile.size()];
        left.stream().forEach(option -> in[option] = true);
        long[] votes = votes(in);
        List<List<Integer>> standing = Ranking.ranking(votes, InstantRunoff.left(in));
        int winner = InstantRunoff.winner(standing, votes);
        if (winner < 0) {
            List<List<Integer>> ways = new ArrayList<>();
            if (InstantRunoff.together(standing, votes)) {
                ways.add(standing.getLast());
            } else {
                standing.getLast().forEach(option -> ways.add(List.of(option)));
            }
            for (List<Integer> out : ways) {
                BitSet next = (BitSet) left.clone();
                out.forEach(next::clear);
                open.add(next);
            }
        }
        return winner;
    }

    private long[] votes(boolean[] in) {
        long[] votes = new long[in.length];
        for (Ballot ballot : profile.ballots()) {
            int place = Preferences.next(ballot, 0, in);
            if (place >= 0) {
                votes[ballot.option(place)] += ballot.weight();
            }
        }
        return votes;
    }
}
