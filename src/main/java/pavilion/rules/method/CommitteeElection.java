package pavilion.rules.method;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import pavilion.rules.Figures;
import pavilion.rules.Measure;
import pavilion.rules.Outcome;
import pavilion.rules.Refused;
import pavilion.rules.Rule;

/**
 * The count of a residents' committee election on paper (Urban Residents' Committee Organic Law (2025), Art. 19; Sichuan
 * Regulation on Residents' Committee Elections (2025), Art. 30): a ballot with more names than seats is void as a whole, what
 * cannot be read is void by itself, void ballots count in the total, and more ballots than were issued void the election.
 *
 * @param rule that says when the election is valid and how many votes elect
 * @param members on the roll
 * @param issued ballots handed out
 */
public record CommitteeElection(Rule rule, List<Profile.Option> candidates, int seats, long members, long issued) {

    /** A ballot, or {@code copies} alike: the candidates named, and how many names on it cannot be read. */
    public record Paper(long copies, List<Integer> named, int unreadable) {}

    /**
     * @param valid false where too few voted, or more ballots were found than issued
     * @param tied for the last seats with the same votes: elected by a further vote among them, or by what the rules say
     * @param runoff seats left, for a second round
     */
    public record Result(
            long cast,
            long voided,
            List<Long> votes,
            Outcome turnout,
            boolean valid,
            List<Outcome> outcomes,
            List<Integer> elected,
            List<Integer> tied,
            int runoff) {}

    /** @throws Refused unless there are more candidates than seats, and seats at all */
    public CommitteeElection {
        candidates = List.copyOf(candidates);
        if (seats < 1 || candidates.size() <= seats) {
            throw new Refused("method.election.candidates", candidates.size(), seats);
        }
    }

    /** The first round: elected is who has more than the rule's share of those who voted, at most as many as there are seats. */
    public Result count(List<Paper> papers) {
        return count(papers, rule, seats);
    }

    /** A further round for the seats left: the most votes are elected, if they reach the floor of the round's rule. */
    public Result secondRound(Rule floor, int left, List<Paper> papers) {
        return count(papers, floor, left);
    }

    private Result count(List<Paper> papers, Rule asked, int open) {
        long cast = 0;
        long voided = 0;
        long[] votes = new long[candidates.size()];
        for (Paper paper : papers) {
            check(paper);
            cast = Math.addExact(cast, paper.copies);
            if (paper.named.size() + paper.unreadable > open) {
                voided += paper.copies;
            } else {
                paper.named.forEach(candidate -> votes[candidate] += paper.copies);
            }
        }
        boolean genuine = cast <= issued;
        Figures turned = Figures.none().with(Measure.MEMBERS, members).with(Measure.VOTED, Math.min(cast, members));
        Outcome turnout = rule.quorum(turned);
        boolean valid = genuine && turnout.quorate();
        List<Outcome> outcomes = IntStream.range(0, votes.length)
                .mapToObj(candidate -> asked.decide(turned.with(Measure.VOTES, votes[candidate])))
                .toList();
        List<Integer> elected = new ArrayList<>();
        List<Integer> tied = valid ? fill(votes, outcomes, open, elected) : List.of();
        return new Result(
                cast,
                voided,
                IntStream.range(0, votes.length).mapToObj(i -> votes[i]).toList(),
                turnout,
                valid,
                outcomes,
                List.copyOf(elected),
                tied,
                valid ? open - elected.size() : open);
    }

    /** Seats those who passed, the most votes first; who would share the last seats with equal votes is given back. */
    private static List<Integer> fill(long[] votes, List<Outcome> outcomes, int open, List<Integer> elected) {
        List<Integer> passed = IntStream.range(0, votes.length)
                .boxed()
                .filter(candidate -> outcomes.get(candidate).passed())
                .toList();
        for (List<Integer> level : Ranking.ranking(votes, passed)) {
            if (elected.size() + level.size() > open) {
                return elected.size() < open ? level : List.of();
            }
            elected.addAll(level);
        }
        return List.of();
    }

    private void check(Paper paper) {
        boolean known = paper.named.stream().allMatch(each -> each >= 0 && each < candidates.size());
        boolean once = new HashSet<>(paper.named).size() == paper.named.size();
        if (paper.copies < 0 || paper.unreadable < 0 || !known || !once) {
            throw new Refused("method.election.paper");
        }
    }
}
