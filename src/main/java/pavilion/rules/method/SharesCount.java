package pavilion.rules.method;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Equal Shares with its ways of spending what is left over. Add1 gives every voter one more unit of money and runs again: until
 * the projects bought leave no room for another (or would cost too much), or only until they would cost too much; the last
 * affordable outcome stands. Greedy then fills up. Raises that change nothing are passed over by the {@link NextRaise} of the run
 * before, so that an amount in forints takes no longer than the same one in thousands of them.
 */
final class SharesCount {
    enum Raise {
        NONE,
        UNTIL_EXHAUSTIVE,
        UNTIL_OVERSPENT
    }

    private final Method method;
    private final Contest contest;
    private final Budget money;
    private final EqualShares.Satisfaction satisfaction;

    private SharesCount(Method method, Contest contest, EqualShares.Satisfaction satisfaction) {
        this.method = method;
        this.contest = contest;
        this.money = contest.budget().orElseThrow();
        this.satisfaction = satisfaction;
    }

    static Count count(
            Method method, Contest contest, EqualShares.Satisfaction satisfaction, Raise raise, boolean greedy) {
        return new SharesCount(method, contest, satisfaction).count(raise, greedy);
    }

    private Count count(Raise raise, boolean greedy) {
        EqualShares.Run run = raised(raise);
        List<Integer> winners = new ArrayList<>(run.bought);
        List<Count.Round> rounds = rounds(run);
        if (greedy && !run.open) {
            Greedy.Order order =
                    satisfaction == EqualShares.Satisfaction.COST ? Greedy.Order.VOTES : Greedy.Order.VOTES_PER_COST;
            List<Integer> added = Greedy.completion(contest, order, run.bought, run.ties);
            winners.addAll(added);
            rounds.add(added(added, rounds.size() + 1));
        }
        return new Count(method, winners, List.of(), run.ties.settled(), rounds);
    }

    private EqualShares.Run raised(Raise raise) {
        EqualShares shares = new EqualShares(contest, satisfaction);
        BigInteger unit = BigInteger.TEN.pow(money.decimals());
        BigInteger extra = BigInteger.ZERO;
        EqualShares.Run run = shares.new Run(extra, unit);
        while (raise != Raise.NONE
                && !run.open
                && !run.everything()
                && (raise == Raise.UNTIL_OVERSPENT || !run.exhaustive())) {
            BigInteger raises = run.nextRaise.next();
            extra = extra.add(unit.multiply(raises));
            EqualShares.Run next = shares.new Run(extra, unit);
            if (next.overspent()) {
                return raises.equals(BigInteger.ONE) ? run : shares.new Run(extra.subtract(unit), unit);
            }
            run = next;
        }
        return run;
    }

    private List<Count.Round> rounds(EqualShares.Run run) {
        List<Count.Round> rounds = new ArrayList<>();
        String share =
                amount(new Ratio(run.total, BigInteger.valueOf(contest.profile().weight())));
        for (int i = 0; i < run.bought.size(); i++) {
            int project = run.bought.get(i);
            Ratio payment = run.payments.get(i);
            List<Object> args = List.of(
                    name(project),
                    money.shown(money.cost(project)),
                    amount(payment),
                    share,
                    effective(project, payment));
            rounds.add(new Count.Round(
                    i + 1,
                    "method.round.mes.bought",
                    args,
                    List.of(new Count.Line(project, amount(payment), Count.Fate.ELECTED))));
        }
        rounds.add(left(run, rounds.size() + 1));
        return rounds;
    }

    /** Why the rest was not bought: what its supporters have left together, against its cost. */
    private Count.Round left(EqualShares.Run run, int number) {
        List<Count.Line> lines = IntStream.range(0, contest.options().size())
                .filter(project -> !run.bought.contains(project))
                .mapToObj(project -> new Count.Line(
                        project,
                        amount(run.budgets.together(project)) + " / " + money.shown(money.cost(project)),
                        Count.Fate.OUT))
                .toList();
        return new Count.Round(number, run.open ? "method.round.tied" : "method.round.mes.left", List.of(), lines);
    }

    private Count.Round added(List<Integer> added, int number) {
        List<Count.Line> lines = added.stream()
                .map(project -> new Count.Line(project, money.shown(money.cost(project)), Count.Fate.ELECTED))
                .toList();
        return new Count.Round(number, "method.round.mes.greedy", List.of(), lines);
    }

    /** How many full payers the project is worth: its cost over the payment. */
    private String effective(int project, Ratio payment) {
        return new Ratio(BigInteger.valueOf(money.cost(project)).multiply(payment.bottom()), payment.top()).shown(6);
    }

    private String amount(Ratio price) {
        return price.times(new Ratio(BigInteger.ONE, BigInteger.TEN.pow(money.decimals())))
                .shown(6);
    }

    private String name(int project) {
        return contest.options().get(project).name();
    }
}
