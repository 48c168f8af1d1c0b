package pavilion.rules.method;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Schulze by winning votes (M. Schulze, "The Schulze Method of Voting", arXiv 1804.02973): an option beats another when its
 * strongest path to it is stronger than the way back; a path is as strong as its weakest defeat, a defeat as strong as
 * the ballots behind it. The ranking takes off, again and again, all whom nobody left beats.
 */
final class Schulze {
    /** With more options the table of all pairs is not told: a page of ten thousand figures explains nothing. */
    private static final int TOLD = 30;

    private Schulze() {}

    static Count count(Contest contest) {
        Profile profile = contest.profile();
        long[][] wins = pairs(profile);
        long[][] paths = paths(wins);
        List<List<Integer>> ranking = ranking(paths);
        Ties ties = new Ties(contest.tieBreak());
        List<Integer> winners = Ranking.seated(ranking, contest.seats(), ties);
        return new Count(Method.SCHULZE, winners, ranking, ties.settled(), rounds(profile, wins, paths, winners));
    }

    /** How many ballots put the row above the column; whoever is left out is below all named. */
    static long[][] pairs(Profile profile) {
        int n = profile.size();
        long[][] wins = new long[n][n];
        int[] options = new int[n];
        int[] ends = new int[n];
        for (Ballot ballot : profile.ballots()) {
            int size = spread(ballot, options, ends);
            for (int place = 0; place < size; place++) {
                long[] row = wins[options[place]];
                for (int lower = ends[place]; lower < n; lower++) {
                    row[options[lower]] += ballot.weight();
                }
            }
        }
        return wins;
    }

    /** Writes the ballot's options and then those left out; for each place of the ballot where the next level begins. */
    private static int spread(Ballot ballot, int[] options, int[] ends) {
        int size = ballot.size();
        boolean[] named = new boolean[options.length];
        for (int place = 0; place < size; place++) {
            options[place] = ballot.option(place);
            named[options[place]] = true;
        }
        int end = size;
        for (int place = size - 1; place >= 0; place--) {
            ends[place] = end;
            if (!ballot.tiedWithPrevious(place)) {
                end = place;
            }
        }
        int at = size;
        for (int option = 0; option < named.length; option++) {
            if (!named[option]) {
                options[at++] = option;
            }
        }
        return size;
    }

    private static long[][] paths(long[][] wins) {
        int n = wins.length;
        long[][] paths = new long[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                paths[i][j] = wins[i][j] > wins[j][i] ? wins[i][j] : 0;
            }
        }
        for (int via = 0; via < n; via++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    paths[i][j] = Math.max(paths[i][j], Math.min(paths[i][via], paths[via][j]));
                }
            }
        }
        return paths;
    }

    private static List<List<Integer>> ranking(long[][] paths) {
        List<Integer> left =
                new ArrayList<>(IntStream.range(0, paths.length).boxed().toList());
        List<List<Integer>> ranking = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Integer> level = left.stream()
                    .filter(option -> left.stream().noneMatch(other -> paths[other][option] > paths[option][other]))
                    .toList();
            ranking.add(level);
            left.removeAll(level);
        }
        return ranking;
    }

    private static List<Count.Round> rounds(Profile profile, long[][] wins, long[][] paths, List<Integer> winners) {
        List<Count.Round> rounds = new ArrayList<>();
        int told = profile.size() <= TOLD ? profile.size() : 0;
        for (int option = 0; option < told; option++) {
            rounds.add(row("method.round.schulze.pairs", profile, wins, option, rounds.size() + 1, winners));
        }
        for (int option = 0; option < told; option++) {
            rounds.add(row("method.round.schulze.paths", profile, paths, option, rounds.size() + 1, winners));
        }
        return rounds;
    }

    private static Count.Round row(
            String key, Profile profile, long[][] figures, int option, int number, List<Integer> winners) {
        List<Count.Line> lines = IntStream.range(0, figures.length)
                .filter(other -> other != option)
                .mapToObj(other -> new Count.Line(
                        other,
                        profile.shown(figures[option][other]) + " : " + profile.shown(figures[other][option]),
                        winners.contains(other) ? Count.Fate.ELECTED : Count.Fate.STANDS))
                .toList();
        return new Count.Round(
                number, key, List.of(profile.options().get(option).name()), lines);
    }
}
