package pavilion.rules.method;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Elections made up from a fixed seed: the same ones at every run, so that a failure can be looked at again. */
final class Profiles {
    private static final int SEED = 20261123;

    private Profiles() {}

    /** A few options, up to forty ballots, some short, some blank. */
    static Stream<Profile> ranked(int how) {
        Random dice = new Random(SEED);
        return IntStream.range(0, how).mapToObj(i -> {
            int options = 2 + dice.nextInt(5);
            List<Ballot> box = new ArrayList<>();
            int ballots = 1 + dice.nextInt(40);
            for (int b = 0; b < ballots; b++) {
                box.add(Ballot.ranked(1 + dice.nextInt(3), order(dice, options, dice.nextInt(options + 1))));
            }
            return Profile.of(options(options), box);
        });
    }

    static Stream<Contest> budgets(int how) {
        Random dice = new Random(SEED + 1);
        return IntStream.range(0, how).mapToObj(i -> {
            int options = 2 + dice.nextInt(6);
            List<Ballot> box = new ArrayList<>();
            int ballots = 1 + dice.nextInt(30);
            for (int b = 0; b < ballots; b++) {
                box.add(Ballot.approving(1, order(dice, options, dice.nextInt(options + 1))));
            }
            List<Long> costs = new ArrayList<>();
            for (int o = 0; o < options; o++) {
                costs.add(1L + dice.nextInt(50));
            }
            Profile profile = Profile.of(options(options), box);
            return Contest.of(profile, new Budget(20 + dice.nextInt(120), costs, 0), lot(profile));
        });
    }

    static TieBreak lot(Profile profile) {
        return TieBreak.order(IntStream.range(0, profile.size()).boxed().toList(), profile.size());
    }

    static List<Profile.Option> options(int options) {
        return IntStream.range(0, options)
                .mapToObj(o -> new Profile.Option("o" + o, "O" + o))
                .toList();
    }

    static int[] order(Random dice, int options, int length) {
        List<Integer> all = new ArrayList<>(IntStream.range(0, options).boxed().toList());
        Collections.shuffle(all, dice);
        return all.subList(0, length).stream().mapToInt(Integer::intValue).toArray();
    }

    /** The same ballots in another order, each pile cut into single ballots. */
    static Profile mixed(Profile profile) {
        List<Ballot> box = new ArrayList<>();
        for (Ballot ballot : profile.ballots()) {
            for (long i = 0; i < ballot.weight(); i++) {
                box.add(ballot.weighing(1));
            }
        }
        Collections.shuffle(box, new Random(SEED + 2));
        return Profile.of(profile.options(), box);
    }

    /** The same ballots with the options numbered from the other end. */
    static Profile renamed(Profile profile) {
        int last = profile.size() - 1;
        List<Ballot> box = profile.ballots().stream()
                .map(ballot -> {
                    int[] order = new int[ballot.size()];
                    for (int place = 0; place < order.length; place++) {
                        int other = last - ballot.option(place);
                        order[place] = ballot.tiedWithPrevious(place) ? ~other : other;
                    }
                    return Ballot.flat(ballot.weight(), order);
                })
                .toList();
        return Profile.of(profile.options(), box);
    }
}
