package pavilion.rules.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Voters gathered by the set of projects they named; order and marks do not count here. */
final class VoterGroups {
    private final List<Long> weights = new ArrayList<>();
    private final List<int[]> projects;
    private final long[] support;

    VoterGroups(Profile profile) {
        Map<List<Integer>, Integer> known = new HashMap<>();
        List<List<Integer>> members = new ArrayList<>();
        IntStream.range(0, profile.size()).forEach(project -> members.add(new ArrayList<>()));
        this.support = new long[profile.size()];
        for (Ballot ballot : profile.ballots()) {
            List<Integer> named = IntStream.range(0, ballot.size())
                    .map(ballot::option)
                    .sorted()
                    .boxed()
                    .toList();
            Integer group = known.get(named);
            if (group == null) {
                group = weights.size();
                known.put(named, group);
                weights.add(0L);
                for (int project : named) {
                    members.get(project).add(group);
                }
            }
            weights.set(group, weights.get(group) + ballot.weight());
            named.forEach(project -> support[project] += ballot.weight());
        }
        this.projects = members.stream()
                .map(groups -> groups.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    int size() {
        return weights.size();
    }

    long weight(int group) {
        return weights.get(group);
    }

    /** The groups that named a project. */
    int[] of(int project) {
        return projects.get(project);
    }

    /** The voters who named a project. */
    long support(int project) {
        return support[project];
    }

    List<Integer> supported() {
        return Arrays.stream(IntStream.range(0, support.length)
                        .filter(project -> support[project] > 0)
                        .toArray())
                .boxed()
                .toList();
    }
}
