package pavilion.rules.method;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import pavilion.rules.DataReader;
import pavilion.rules.Refused;

/**
 * Competing plans put to one vote. A ballot answers them as the method asks (one plan, several, an order, marks), or says
 * {@code none} of them, or {@code abstain}. The method picks; the rule then decides whether what was picked has the support
 * that the law asks for, so that "plan A or plan B" can never force an agreement that nobody wants.
 *
 * <p>Plans are numbered from 1; as a text a ballot is {@code 2} (plurality), {@code 2>1>3} (an order), {@code 1,3} (ticks),
 * {@code 1:5,3:2} (marks from 0 to {@value #BEST}).
 *
 * @param seats how many plans are picked
 * @param budget for methods that share out money, the cost of each plan in whole yuan
 */
public record OptionSet(Method method, List<String> plans, int seats, Optional<Budget> budget) {
    public static final String NONE = "none";
    public static final String ABSTAIN = "abstain";
    public static final int MOST = 20;
    public static final int BEST = 5;
    /** From this mark on a plan counts as acceptable to the voter: the upper half of the scale. */
    public static final int ACCEPTABLE = 3;

    /** @throws Refused for fewer than two or too many plans, two alike, more picked than stand, or a budget missing */
    public OptionSet {
        plans = List.copyOf(plans);
        if (plans.size() < 2 || plans.size() > MOST) {
            throw new Refused("method.refused.plans", plans.size(), MOST);
        }
        if (plans.stream().anyMatch(String::isBlank)
                || plans.stream().distinct().count() < plans.size()) {
            throw new Refused("method.refused.plans-alike");
        }
        int most = picksSeveral(method) ? plans.size() - 1 : 1;
        if (seats < 1 || seats > most) {
            throw new Refused("method.refused.seats-of", seats, most);
        }
        int costs = method.needs() == Method.Needs.MONEY ? plans.size() : 0;
        if (budget.map(money -> money.costs().size()).orElse(0) != costs) {
            throw new Refused("method.refused.no_budget");
        }
    }

    public static OptionSet of(Method method, List<String> plans, int seats) {
        return new OptionSet(method, plans, seats, Optional.empty());
    }

    /** Whether the method can fill more than one place. */
    public static boolean picksSeveral(Method method) {
        return method == Method.APPROVAL || proportional(method);
    }

    // These give each part of the voters its share of what is picked: no single plan needs a majority behind it.
    private static boolean proportional(Method method) {
        return method == Method.STV_SCOTTISH || method == Method.STV_MEEK || method.needs() == Method.Needs.MONEY;
    }

    public List<Profile.Option> options() {
        return IntStream.rangeClosed(1, plans.size())
                .mapToObj(n -> new Profile.Option(Integer.toString(n), plans.get(n - 1)))
                .toList();
    }

    /** The same ballot as it is kept. @throws Refused with the key of a sentence where this is no answer to these plans */
    public String written(String text) {
        return Answer.read(this, text).written();
    }

    /** As a method counts it; one that abstains or says none names no plan. @throws Refused as {@link #written} */
    public Ballot ballot(String text, long weight) {
        return Answer.read(this, text).ballot(weight);
    }

    /** Whether this ballot, as it is kept, finds the plan acceptable. @param plan from 0 */
    public boolean accepts(String text, int plan) {
        return Answer.read(this, text).accepts(plan);
    }

    /** Every ballot that is alike, and what they weigh together: heads, and for owners area in 0.01 square metres. */
    public record Pile(String choice, long heads, long areaC) {}

    /**
     * Counts. A tie inside the method is settled by earlier rounds, then by the lot of the seed, and recorded; the seed is
     * published before the first ballot.
     */
    public OptionSetResult count(List<Pile> piles, String seed) {
        List<Answer> answers =
                piles.stream().map(pile -> Answer.read(this, pile.choice())).toList();
        List<Ballot> ballots = new ArrayList<>();
        boolean anybody = false;
        for (int i = 0; i < piles.size(); i++) {
            if (!answers.get(i).abstains()) {
                ballots.add(answers.get(i).ballot(piles.get(i).heads()));
                anybody |= !answers.get(i).none();
            }
        }
        if (!anybody) {
            return OptionSetResult.nobody(this, piles, answers);
        }
        TieBreak lot = TieBreak.seed(seed, options()).earlierFirst();
        Contest contest = new Contest(Profile.of(options(), ballots), budget, seats, lot);
        return OptionSetResult.of(this, method.count(contest), piles, answers);
    }

    /** Whether what is picked stands or falls as a whole: a list shared out by the method, rather than plan by plan. */
    public boolean whole() {
        return proportional(method);
    }

    /** Whether several are picked, and the rule is asked about each by itself: one may be adopted and another not. */
    public boolean oneByOne() {
        return seats > 1 && !whole();
    }

    public Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("method", method.id());
        map.put("plans", plans);
        map.put("seats", seats);
        budget.ifPresent(money -> {
            map.put("budget", money.amount());
            map.put("costs", money.costs());
        });
        return map;
    }

    public static OptionSet fromMap(Map<?, ?> map) {
        var plain = new DataReader("slate", map);
        Optional<Budget> budget = plain.has("budget")
                ? Optional.of(new Budget(
                        plain.number("budget"),
                        plain.list("costs").stream()
                                .map(cost -> ((Number) cost).longValue())
                                .toList(),
                        0))
                : Optional.empty();
        return new OptionSet(Method.of(plain.text("method")), plain.texts("plans"), plain.number("seats", 1), budget);
    }
}
