package pavilion.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The second round of a residents' committee election: most votes win, and the winner has at least the floor, a third of
 * the ballots cast. A tie at the last seat is returned, not settled.
 *
 * @param elected in the order of their votes
 * @param tied those among whom the remaining seats are open
 * @param below those whom only the floor keeps out
 */
public record Runoff(List<String> elected, List<String> tied, List<String> below) {
    public Runoff {
        elected = List.copyOf(elected);
        tied = List.copyOf(tied);
        below = List.copyOf(below);
    }

    public static Runoff count(Rule rule, Map<String, Long> votes, int seats, long ballots) {
        if (seats < 1) {
            throw new Refused("decide.runoff.seats", seats);
        }
        var able = new ArrayList<String>();
        var below = new ArrayList<String>();
        votes.forEach((name, count) -> {
            var figures = Figures.none().with(Measure.VOTED, ballots).with(Measure.VOTES, count);
            (rule.pass().met(figures) ? able : below).add(name);
        });
        able.sort((a, b) -> Long.compare(votes.get(b), votes.get(a)));
        if (able.size() <= seats) {
            return new Runoff(able, List.of(), below);
        }
        long last = votes.get(able.get(seats - 1));
        if (votes.get(able.get(seats)) < last) {
            return new Runoff(able.subList(0, seats), List.of(), below);
        }
        return new Runoff(
                able.stream().filter(name -> votes.get(name) > last).toList(),
                able.stream().filter(name -> votes.get(name) == last).sorted().toList(),
                below);
    }
}
