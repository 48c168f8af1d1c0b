package pavilion.rules.method;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Contests written as people write them: "3:A>B=C 2:B" with options in the order of "A B C"; marks as "A/5". */
final class SampleContests {
    private SampleContests() {}

    static Contest contest(String options, String ballots) {
        return contest(options, ballots, 1);
    }

    static Contest contest(String options, String ballots, int seats) {
        return Contest.of(profile(options, ballots), seats, TieBreak.open());
    }

    static Contest seeded(Contest contest, String seed) {
        return new Contest(
                contest.profile(), contest.budget(), contest.seats(), TieBreak.seed(seed, contest.options()));
    }

    static Contest ordered(Contest contest, Integer... order) {
        TieBreak by = TieBreak.order(List.of(order), contest.options().size());
        return new Contest(contest.profile(), contest.budget(), contest.seats(), by);
    }

    static Contest earlier(Contest contest) {
        return new Contest(
                contest.profile(),
                contest.budget(),
                contest.seats(),
                contest.tieBreak().earlierFirst());
    }

    static Contest money(String options, String ballots, long amount, Long... costs) {
        return Contest.of(profile(options, ballots), new Budget(amount, List.of(costs), 0), TieBreak.open());
    }

    static Profile profile(String options, String ballots) {
        Map<String, Integer> places = new LinkedHashMap<>();
        List<Profile.Option> all = new ArrayList<>();
        for (String id : options.split(" ")) {
            places.put(id, all.size());
            all.add(new Profile.Option(id, id));
        }
        List<Ballot> box = new ArrayList<>();
        for (String each : ballots.isEmpty() ? new String[0] : ballots.split("\\s+")) {
            box.add(ballot(places, each));
        }
        return Profile.of(all, box);
    }

    private static Ballot ballot(Map<String, Integer> places, String text) {
        int colon = text.indexOf(':');
        long weight = colon < 0 ? 1 : Long.parseLong(text.substring(0, colon));
        String order = text.substring(colon + 1);
        if (order.isEmpty()) {
            return Ballot.ranked(weight);
        }
        List<Integer> flat = new ArrayList<>();
        List<Long> points = new ArrayList<>();
        for (String level : order.split(">")) {
            boolean first = true;
            for (String each : level.split("=")) {
                String[] parts = each.split("/");
                int option = places.get(parts[0]);
                flat.add(first ? option : ~option);
                first = false;
                if (parts.length > 1) {
                    points.add(Long.parseLong(parts[1]));
                }
            }
        }
        int[] options = flat.stream().mapToInt(Integer::intValue).toArray();
        return points.isEmpty()
                ? Ballot.flat(weight, options)
                : Ballot.marked(
                        weight,
                        java.util.Arrays.stream(options)
                                .map(o -> o < 0 ? ~o : o)
                                .toArray(),
                        points.stream().mapToLong(Long::longValue).toArray());
    }
}
