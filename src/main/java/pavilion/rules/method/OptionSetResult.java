package pavilion.rules.method;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import pavilion.rules.DataReader;
import pavilion.rules.Figures;
import pavilion.rules.Outcome;
import pavilion.rules.PlanOutcome;
import pavilion.rules.Rule;
import pavilion.rules.Step;
import pavilion.rules.Tally;

/**
 * What the ballots on an option set say: the method's own count, how many find each plan acceptable, and the tally that the rule
 * decides on. Its "yes" are the ballots that accept the plan picked; of several picked one by one the one in front, and the
 * rule is asked about each; of a list that the method shares out, whoever did not say "none".
 *
 * @param winners places from 0, the one in front first
 * @param count empty where nobody named a plan, and where only the result was stored
 */
public record OptionSetResult(
        OptionSet optionSet,
        List<Integer> winners,
        List<Support> support,
        long none,
        Tally tally,
        Optional<Count> count) {

    /** Ballots on which a plan is acceptable: heads, and for owners area in 0.01 square metres. */
    public record Support(long heads, long areaC) {}

    static OptionSetResult nobody(OptionSet optionSet, List<OptionSet.Pile> piles, List<Answer> answers) {
        return new OptionSetResult(
                optionSet,
                List.of(),
                support(optionSet, piles, answers),
                none(piles, answers),
                tally(0, 0, piles, answers),
                Optional.empty());
    }

    static OptionSetResult of(OptionSet optionSet, Count count, List<OptionSet.Pile> piles, List<Answer> answers) {
        List<Support> support = support(optionSet, piles, answers);
        boolean won = !count.winners().isEmpty();
        long heads = 0;
        long area = 0;
        if (won && optionSet.whole()) {
            for (int i = 0; i < piles.size(); i++) {
                boolean with = !answers.get(i).abstains() && !answers.get(i).none();
                heads += with ? piles.get(i).heads() : 0;
                area += with ? piles.get(i).areaC() : 0;
            }
        } else if (won) {
            heads = support.get(count.winners().getFirst()).heads();
            area = support.get(count.winners().getFirst()).areaC();
        }
        Tally tally = tally(heads, area, piles, answers);
        return new OptionSetResult(
                optionSet, count.winners(), support, none(piles, answers), tally, Optional.of(count));
    }

    private static List<Support> support(OptionSet optionSet, List<OptionSet.Pile> piles, List<Answer> answers) {
        return IntStream.range(0, optionSet.plans().size())
                .mapToObj(plan -> {
                    long heads = 0;
                    long area = 0;
                    for (int i = 0; i < piles.size(); i++) {
                        if (answers.get(i).accepts(plan)) {
                            heads = Math.addExact(heads, piles.get(i).heads());
                            area = Math.addExact(area, piles.get(i).areaC());
                        }
                    }
                    return new Support(heads, area);
                })
                .toList();
    }

    private static long none(List<OptionSet.Pile> piles, List<Answer> answers) {
        long heads = 0;
        for (int i = 0; i < piles.size(); i++) {
            heads = answers.get(i).none() ? Math.addExact(heads, piles.get(i).heads()) : heads;
        }
        return heads;
    }

    private static Tally tally(long yes, long yesArea, List<OptionSet.Pile> piles, List<Answer> answers) {
        long all = 0;
        long allArea = 0;
        long abstain = 0;
        long abstainArea = 0;
        for (int i = 0; i < piles.size(); i++) {
            all = Math.addExact(all, piles.get(i).heads());
            allArea = Math.addExact(allArea, piles.get(i).areaC());
            if (answers.get(i).abstains()) {
                abstain += piles.get(i).heads();
                abstainArea += piles.get(i).areaC();
            }
        }
        return new Tally(yes, all - abstain - yes, abstain, yesArea, allArea - abstainArea - yesArea, abstainArea);
    }

    /**
     * The same result by areas that were summed up elsewhere, in 0.01 square metres.
     *
     * @param supports behind each plan
     * @param picking of those who did not abstain or say none; read only of a list that is shared out
     */
    public OptionSetResult weighed(List<Long> supports, long picking, long answered, long abstaining) {
        List<Support> weighed = IntStream.range(0, supports.size())
                .mapToObj(plan -> new Support(support.get(plan).heads(), supports.get(plan)))
                .toList();
        long front = optionSet.whole() || winners.isEmpty() ? picking : supports.get(winners.getFirst());
        long yes = winners.isEmpty() ? 0 : front;
        Tally areas =
                new Tally(tally.yes(), tally.no(), tally.abstain(), yes, Math.subtractExact(answered, yes), abstaining);
        return new OptionSetResult(optionSet, winners, weighed, none, areas, count);
    }

    /**
     * What the rule says of what was picked: of each plan by itself where they are picked one by one, otherwise of all at once.
     *
     * @param figures of a tally, with the roll and who is present
     */
    public Outcome decide(Rule rule, Function<Tally, Figures> figures) {
        Outcome front = rule.decide(figures.apply(tally));
        List<PlanOutcome> plans = IntStream.range(0, support.size())
                .mapToObj(plan -> outcome(plan, rule, figures, front))
                .toList();
        boolean alone = optionSet.oneByOne();
        return new Outcome(
                front.rule(),
                front.figures(),
                front.quorate(),
                alone ? plans.stream().anyMatch(PlanOutcome::passed) : front.passed(),
                alone ? of(Step.Part.QUORUM, front) : front.steps(),
                plans);
    }

    private PlanOutcome outcome(int plan, Rule rule, Function<Tally, Figures> figures, Outcome front) {
        boolean picked = winners.contains(plan);
        boolean alone = picked && optionSet.oneByOne();
        Outcome said = alone ? rule.decide(figures.apply(tally(plan))) : front;
        return new PlanOutcome(
                plan + 1,
                optionSet.plans().get(plan),
                tally(plan),
                none,
                picked,
                picked && said.passed(),
                alone ? of(Step.Part.PASS, said) : List.of());
    }

    /** Whoever did not tick one plan was not against it, but chose others: they are the "no" of this tally all the same. */
    private Tally tally(int plan) {
        Support accepting = support.get(plan);
        return new Tally(
                accepting.heads(),
                Math.subtractExact(Math.addExact(tally.yes(), tally.no()), accepting.heads()),
                tally.abstain(),
                accepting.areaC(),
                Math.subtractExact(Math.addExact(tally.yesArea(), tally.noArea()), accepting.areaC()),
                tally.abstainArea());
    }

    private static List<Step> of(Step.Part part, Outcome outcome) {
        return outcome.steps().stream().filter(step -> step.part() == part).toList();
    }

    /** The plans picked, by name. */
    public List<String> names() {
        return winners.stream().map(optionSet.plans()::get).toList();
    }

    /** As it is stored beside the tally and read by every page: plans by number from 1, figures as texts, exact. */
    public Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("winners", numbers(winners));
        var each = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < support.size(); i++) {
            var line = new LinkedHashMap<String, Object>();
            line.put("plan", i + 1);
            line.put("name", optionSet.plans().get(i));
            line.put("heads", support.get(i).heads());
            line.put("areaC", support.get(i).areaC());
            line.put("picked", winners.contains(i));
            each.add(line);
        }
        map.put("support", each);
        map.put("none", none);
        count.ifPresent(how -> {
            map.put("ties", how.ties().stream().map(this::tie).toList());
            map.put("rounds", how.rounds().stream().map(this::round).toList());
        });
        return map;
    }

    /** As {@link #toMap} wrote it beside its tally; how it was counted is left out. */
    public static OptionSetResult fromMap(OptionSet optionSet, Map<?, ?> map, Tally tally) {
        var plain = new DataReader("plans", map);
        return new OptionSetResult(
                optionSet,
                plain.list("winners").stream()
                        .map(plan -> ((Number) plan).intValue() - 1)
                        .toList(),
                plain.list("support").stream()
                        .map(line -> DataReader.of(line, "plans.support"))
                        .map(line -> new Support(line.number("heads"), line.number("areaC")))
                        .toList(),
                plain.number("none"),
                tally,
                Optional.empty());
    }

    private static List<Integer> numbers(List<Integer> plans) {
        return plans.stream().map(plan -> plan + 1).toList();
    }

    private Map<String, Object> tie(Count.Tie tie) {
        var map = new LinkedHashMap<String, Object>();
        map.put("round", tie.round());
        map.put("among", numbers(tie.among()));
        map.put("chosen", tie.chosen() + 1);
        map.put("by", tie.by().name().toLowerCase(Locale.ROOT));
        return map;
    }

    private Map<String, Object> round(Count.Round round) {
        var map = new LinkedHashMap<String, Object>();
        map.put("number", round.number());
        map.put("key", round.key());
        map.put("args", round.args().stream().map(String::valueOf).toList());
        map.put(
                "lines",
                round.lines().stream()
                        .map(line -> {
                            var each = new LinkedHashMap<String, Object>();
                            each.put("plan", line.option() + 1);
                            each.put("figure", line.figure());
                            each.put("fate", line.fate().name().toLowerCase(Locale.ROOT));
                            return each;
                        })
                        .toList());
        return map;
    }
}
