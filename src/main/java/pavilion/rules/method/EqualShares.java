package pavilion.rules.method;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The Method of Equal Shares (D. Peters, G. Pierczyński, P. Skowron, "Proportional Participatory Budgeting with Additive
 * Utilities", NeurIPS 2021): the money is shared equally among all voters; again and again the project is bought
 * whose supporters can pay for it at the least payment for each unit of satisfaction. Level projects: the cheaper, then the one
 * with more votes, then the lot.
 */
final class EqualShares {
    /** What a bought project is worth to each of its supporters. */
    enum Satisfaction {
        /** Its cost: then the supporters' number decides. */
        COST,
        /** One. */
        CARDINALITY
    }

    private final Contest contest;
    private final Budget money;
    private final VoterGroups groups;
    private final Satisfaction satisfaction;
    private final long voters;

    EqualShares(Contest contest, Satisfaction satisfaction) {
        this.contest = contest;
        this.money = contest.budget().orElseThrow();
        this.groups = new VoterGroups(contest.profile());
        this.satisfaction = satisfaction;
        this.voters = contest.profile().weight();
    }

    /** One run of the method: what was bought in which order, and at what payment. */
    final class Run {
        final BigInteger total;
        final VoterBudgets budgets;
        final Ties ties = new Ties(contest.tieBreak());
        final List<Integer> bought = new ArrayList<>();
        final List<Ratio> payments = new ArrayList<>();
        final NextRaise nextRaise;
        boolean open;

        /**
         * @param raise units of money each voter gets beyond an equal share of the budget
         * @param unit of a further raise
         */
        Run(BigInteger raise, BigInteger unit) {
            this.total = BigInteger.valueOf(money.amount()).add(raise.multiply(BigInteger.valueOf(voters)));
            this.budgets = new VoterBudgets(groups, total, voters);
            this.nextRaise = new NextRaise(unit);
            buy();
        }

        private record Offer(int project, RisingAmount rate, RisingAmount payment, int asOf) {}

        /**
         * Money only becomes less, so a rate worked out earlier is a lower bound: only offers that could be the best are worked
         * out again.
         */
        private void buy() {
            Comparator<Offer> cheapest = Comparator.comparing(offer -> offer.rate.now());
            PriorityQueue<Offer> offers = new PriorityQueue<>(cheapest.thenComparing(Offer::project));
            groups.supported().forEach(project -> offer(offers, project));
            while (!open && !offers.isEmpty()) {
                Offer first = offers.poll();
                if (first.asOf < bought.size()) {
                    offer(offers, first.project);
                    continue;
                }
                List<Offer> level = level(first, offers);
                int chosen = settle(level.stream().map(Offer::project).toList());
                level.stream().filter(each -> each.project != chosen).forEach(offers::add);
                for (Offer each : level) {
                    if (each.project == chosen) {
                        buy(each, offers);
                    }
                }
            }
        }

        private void buy(Offer chosen, PriorityQueue<Offer> offers) {
            watch(chosen, offers);
            budgets.pay(chosen.project, chosen.payment);
            bought.add(chosen.project);
            payments.add(chosen.payment.now());
        }

        /** Finds how far shares may rise until the chosen one would be paid otherwise, or another one would be as good. */
        private void watch(Offer chosen, PriorityQueue<Offer> offers) {
            budgets.limit(chosen.project, chosen.payment, nextRaise);
            List<Offer> renewed = new ArrayList<>();
            for (Iterator<Offer> others = offers.iterator(); others.hasNext() && !nextRaise.reached(); ) {
                Offer other = others.next();
                if (nextRaise.stays(chosen.rate, other.rate)) {
                    continue;
                }
                if (other.asOf < bought.size()) {
                    others.remove();
                    renewed.add(other);
                } else {
                    nextRaise.limit(chosen.rate, other.rate);
                }
            }
            for (Offer old : renewed) {
                offer(offers, old.project).ifPresent(other -> nextRaise.limit(chosen.rate, other.rate));
            }
        }

        /** All offers as good as the first, each worked out anew. */
        private List<Offer> level(Offer first, PriorityQueue<Offer> offers) {
            List<Offer> level = new ArrayList<>(List.of(first));
            while (!offers.isEmpty() && offers.peek().rate.now().compareTo(first.rate.now()) == 0) {
                Offer next = offers.poll();
                if (next.asOf < bought.size()) {
                    offer(offers, next.project);
                } else {
                    level.add(next);
                }
            }
            return level;
        }

        /** What the project would cost its supporters now; empty where together they cannot pay for it, nor later on. */
        private Optional<Offer> offer(PriorityQueue<Offer> offers, int project) {
            VoterBudgets.Bid bid = budgets.bid(project, money.cost(project));
            RisingAmount payment = bid.payment();
            if (!bid.affordable()) {
                nextRaise.limit(payment, RisingAmount.fixed(money.cost(project)));
                return Optional.empty();
            }
            RisingAmount rate = satisfaction == Satisfaction.COST ? payment.over(money.cost(project)) : payment;
            Offer offer = new Offer(project, rate, payment, bought.size());
            offers.add(offer);
            return Optional.of(offer);
        }

        private int settle(List<Integer> level) {
            if (level.size() == 1) {
                return level.getFirst();
            }
            int round = bought.size() + 1;
            long cost = level.stream().mapToLong(money::cost).min().orElseThrow();
            List<Integer> cheap =
                    level.stream().filter(each -> money.cost(each) == cost).toList();
            if (cheap.size() == 1) {
                ties.byRule(round, level, cheap.getFirst(), TieBreak.By.COST);
                return cheap.getFirst();
            }
            long most = cheap.stream().mapToLong(groups::support).max().orElseThrow();
            List<Integer> wanted =
                    cheap.stream().filter(each -> groups.support(each) == most).toList();
            if (wanted.size() == 1) {
                ties.byRule(round, level, wanted.getFirst(), TieBreak.By.VOTES);
                return wanted.getFirst();
            }
            int lot = ties.favoured(round, wanted).orElse(-1);
            open = lot < 0;
            return lot;
        }

        long cost() {
            return bought.stream().mapToLong(money::cost).sum();
        }

        boolean overspent() {
            return cost() > money.amount();
        }

        /** Nothing more that anybody supports fits into what is left of the real budget. */
        boolean exhaustive() {
            long left = money.amount() - cost();
            return groups.supported().stream().allMatch(each -> bought.contains(each) || money.cost(each) > left);
        }

        boolean everything() {
            return bought.size() == groups.supported().size();
        }
    }
}
