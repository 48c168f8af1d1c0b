package pavilion.rules.method;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pavilion.rules.Refused;

/** One ballot on an option set: plans by their places from 0, most wanted first, with marks where the method asks for them. */
record Answer(Method.Needs needs, boolean abstains, List<Integer> plans, List<Integer> marks) {

    static Answer read(OptionSet optionSet, String text) {
        Method.Needs needs = optionSet.method().needs();
        if (text.equals(OptionSet.ABSTAIN) || text.equals(OptionSet.NONE)) {
            return new Answer(needs, text.equals(OptionSet.ABSTAIN), List.of(), List.of());
        }
        List<Integer> plans = new ArrayList<>();
        List<Integer> marks = new ArrayList<>();
        for (String part : text.split(needs == Method.Needs.ORDER ? ">" : ",", -1)) {
            int colon = part.indexOf(':');
            if ((colon >= 0) != (needs == Method.Needs.MARKS)) {
                throw new Refused("method.refused.answer");
            }
            int plan = number(
                            colon < 0 ? part : part.substring(0, colon),
                            1,
                            optionSet.plans().size())
                    - 1;
            if (plans.contains(plan)) {
                throw new Refused(
                        "method.refused.answer-twice", optionSet.plans().get(plan));
            }
            plans.add(plan);
            if (colon >= 0) {
                marks.add(number(part.substring(colon + 1), 0, OptionSet.BEST));
            }
        }
        if (optionSet.method() == Method.PLURALITY && plans.size() > 1) {
            throw new Refused("method.refused.answer-one");
        }
        return new Answer(needs, false, plans, marks);
    }

    private static int number(String text, int least, int most) {
        if (text.matches("[0-9]{1,3}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new Refused("method.refused.answer");
    }

    /** None of the options is acceptable to this voter; marks that are all zero say the same. */
    boolean none() {
        return !abstains
                && (plans.isEmpty() || (!marks.isEmpty() && marks.stream().allMatch(mark -> mark == 0)));
    }

    boolean accepts(int plan) {
        int at = plans.indexOf(plan);
        return at >= 0 && (marks.isEmpty() || marks.get(at) >= OptionSet.ACCEPTABLE);
    }

    /** One text for one meaning: ticks and marks in the order of the options. */
    String written() {
        if (abstains) {
            return OptionSet.ABSTAIN;
        }
        if (none()) {
            return OptionSet.NONE;
        }
        if (needs == Method.Needs.ORDER) {
            return plans.stream().map(plan -> Integer.toString(plan + 1)).collect(Collectors.joining(">"));
        }
        return IntStream.range(0, plans.size())
                .boxed()
                .sorted((a, b) -> Integer.compare(plans.get(a), plans.get(b)))
                .map(i -> (plans.get(i) + 1) + (marks.isEmpty() ? "" : ":" + marks.get(i)))
                .collect(Collectors.joining(","));
    }

    Ballot ballot(long weight) {
        int[] options = plans.stream().mapToInt(Integer::intValue).toArray();
        if (abstains || none()) {
            return Ballot.ranked(weight);
        }
        return switch (needs) {
            case ORDER -> Ballot.ranked(weight, options);
            case TICKS, MONEY -> Ballot.approving(weight, options);
            case MARKS ->
                Ballot.marked(
                        weight,
                        options,
                        marks.stream().mapToLong(Integer::longValue).toArray());
        };
    }
}
