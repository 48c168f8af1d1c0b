package pavilion.rules.method;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import pavilion.rules.Refused;

/**
 * Judges with score sheets, and residents' votes beside them, as in a contest for small grants. A judge is recused from a
 * project in which there is an interest; of five totals or more the highest and the lowest are dropped; the rest give the
 * mean. Residents' votes are scaled so that the most votes are 100.
 *
 * @param criteria the most points for each criterion; together 100
 * @param least totals a project needs from judges who are not recused
 * @param share of the residents' votes in the final score, the rest is the jury's
 */
public record Jury(List<Long> criteria, int judges, int projects, int least, Ratio share) {
    private static final long FULL = 100;
    private static final int DROPS_FROM = 5;

    /** One judge's marks for one project, a mark for each criterion. */
    public record Sheet(int judge, int project, List<Long> marks) {}

    /** A judge who may not mark a project. */
    public record Recusal(int judge, int project) {}

    /** How a project stands: the jury's mean, the votes scaled, both together; all of 100. */
    public record Standing(int project, List<Long> totals, Ratio jury, long votes, Ratio scaled, Ratio score) {}

    /** Projects in order; level ones only where score and votes are the same, and then the lot says. */
    public record Result(List<Standing> standings, List<List<Integer>> ranking) {}

    /** @throws Refused unless the criteria add up to 100 */
    public Jury {
        criteria = List.copyOf(criteria);
        long sum = criteria.stream().mapToLong(Long::longValue).sum();
        if (sum != FULL || criteria.stream().anyMatch(each -> each < 1)) {
            throw new Refused("method.jury.criteria", sum);
        }
        if (share.compareTo(Ratio.of(1, 1)) > 0) {
            throw new Refused("method.jury.share", share.shown(2));
        }
    }

    /**
     * @param votes the residents' votes for each project
     * @throws Refused for marks beyond a criterion, a sheet given twice or by a recused judge, or too few sheets
     */
    public Result result(List<Sheet> sheets, Set<Recusal> recusals, List<Long> votes) {
        List<List<Long>> totals = new ArrayList<>();
        IntStream.range(0, projects).forEach(project -> totals.add(new ArrayList<>()));
        Set<Recusal> seen = new HashSet<>();
        for (Sheet sheet : sheets) {
            check(sheet, recusals, seen);
            totals.get(sheet.project)
                    .add(sheet.marks.stream().mapToLong(Long::longValue).sum());
        }
        if (votes.size() != projects || votes.stream().anyMatch(each -> each < 0)) {
            throw new Refused("method.jury.votes", projects);
        }
        long most = Math.max(1, votes.stream().mapToLong(Long::longValue).max().orElse(1));
        List<Standing> standings = IntStream.range(0, projects)
                .mapToObj(project -> standing(project, totals.get(project), votes.get(project), most))
                .toList();
        return new Result(standings, ranking(standings));
    }

    private void check(Sheet sheet, Set<Recusal> recusals, Set<Recusal> seen) {
        Recusal place = new Recusal(sheet.judge, sheet.project);
        boolean known = sheet.judge >= 0 && sheet.judge < judges && sheet.project >= 0 && sheet.project < projects;
        if (!known || !seen.add(place)) {
            throw new Refused("method.jury.sheet", sheet.judge + 1, sheet.project + 1);
        }
        if (recusals.contains(place)) {
            throw new Refused("method.jury.recused", sheet.judge + 1, sheet.project + 1);
        }
        if (sheet.marks.size() != criteria.size()) {
            throw new Refused("method.jury.missing", sheet.judge + 1, sheet.project + 1, criteria.size());
        }
        for (int i = 0; i < criteria.size(); i++) {
            long mark = sheet.marks.get(i);
            if (mark < 0 || mark > criteria.get(i)) {
                throw new Refused("method.jury.mark", sheet.judge + 1, sheet.project + 1, i + 1, mark, criteria.get(i));
            }
        }
    }

    private Standing standing(int project, List<Long> totals, long votes, long most) {
        if (totals.size() < Math.max(1, least)) {
            throw new Refused("method.jury.few", project + 1, totals.size(), Math.max(1, least));
        }
        List<Long> counted = totals.stream().sorted().toList();
        if (counted.size() >= DROPS_FROM) {
            counted = counted.subList(1, counted.size() - 1);
        }
        Ratio jury = Ratio.of(counted.stream().mapToLong(Long::longValue).sum(), counted.size());
        Ratio scaled = Ratio.of(Math.multiplyExact(votes, FULL), most);
        Ratio rest = new Ratio(share.bottom().subtract(share.top()), share.bottom());
        return new Standing(
                project,
                List.copyOf(totals),
                jury,
                votes,
                scaled,
                jury.times(rest).plus(scaled.times(share)));
    }

    private static List<List<Integer>> ranking(List<Standing> standings) {
        List<Standing> order =
                standings.stream().sorted((a, b) -> compare(b, a)).toList();
        List<List<Integer>> ranking = new ArrayList<>();
        Standing before = null;
        for (Standing each : order) {
            if (before == null || compare(before, each) != 0) {
                ranking.add(new ArrayList<>());
            }
            ranking.getLast().add(each.project);
            before = each;
        }
        return ranking.stream().map(List::copyOf).toList();
    }

    private static int compare(Standing a, Standing b) {
        int score = a.score.compareTo(b.score);
        return score != 0 ? score : Long.compare(a.votes, b.votes);
    }
}
