package pavilion.rules.method;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import pavilion.rules.Refused;
import pavilion.rules.Sha256;

/**
 * How a tie is settled, fixed before the count. {@code order} names all options from the most favoured to the least; it is
 * empty when nothing was fixed, and then a tie that matters ends the count. {@code earlier} asks the rounds before first,
 * the last of them in which the tied stood apart.
 */
public record TieBreak(boolean earlier, List<Integer> order, By by) {
    public enum By {
        /** Nothing was fixed: the tie stands. */
        OPEN,
        /** An earlier round in which the tied stood apart. */
        EARLIER,
        /** The cheaper project. */
        COST,
        /** The project with more votes. */
        VOTES,
        /** An order written down: a lot drawn in public, or a casting vote. */
        ORDER,
        /** A list of lots: whoever stands first on it is drawn, to be chosen and to be dropped alike. */
        LISTED,
        /** An order anyone can compute from a published seed. */
        SEED,
        /** None: whatever the lot says, the result is the same. */
        ANY
    }

    public TieBreak {
        order = List.copyOf(order);
    }

    public static TieBreak open() {
        return new TieBreak(false, List.of(), By.OPEN);
    }

    /** @throws Refused unless every option is named exactly once */
    public static TieBreak order(List<Integer> order, int options) {
        return written(order, options, By.ORDER);
    }

    /** As droop's {@code [tie …]} has it. @throws Refused unless every option is named exactly once */
    public static TieBreak listed(List<Integer> order, int options) {
        return written(order, options, By.LISTED);
    }

    private static TieBreak written(List<Integer> order, int options, By by) {
        if (order.size() != options || new HashSet<>(order).size() != options) {
            throw new Refused("method.refused.tie_order", options);
        }
        return new TieBreak(false, order, by);
    }

    /**
     * The lot: options in rising order of SHA-256 over the seed, a line feed and the option's id (UTF-8), as hex. Whoever
     * has the seed gets the same order.
     */
    public static TieBreak seed(String seed, List<Profile.Option> options) {
        List<String> lots = options.stream()
                .map(option -> Sha256.of(seed + "\n" + option.id()))
                .toList();
        List<Integer> order = IntStream.range(0, options.size())
                .boxed()
                .sorted(Comparator.comparing(lots::get))
                .toList();
        return new TieBreak(false, order, By.SEED);
    }

    /** The same, after looking at earlier rounds. */
    public TieBreak earlierFirst() {
        return new TieBreak(true, order, by);
    }
}
