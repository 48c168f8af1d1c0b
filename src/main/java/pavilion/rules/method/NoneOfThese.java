package pavilion.rules.method;

import java.util.List;

/**
 * A vote between plans also offers "none of these": without it a ballot of plans only has no way to say no. Whoever does not
 * stand above it is not chosen, a tie with it included, and it takes no seat itself.
 */
public final class NoneOfThese {
    private NoneOfThese() {}

    /** @param none the place of "none of these" among the options of a count that gives a ranking */
    public static List<Integer> chosen(Count count, int none) {
        int level = level(count, none);
        return count.winners().stream()
                .filter(option -> level(count, option) < level)
                .toList();
    }

    private static int level(Count count, int option) {
        for (int level = 0; level < count.ranking().size(); level++) {
            if (count.ranking().get(level).contains(option)) {
                return level;
            }
        }
        throw new IllegalArgumentException("the count ranks no option " + option);
    }
}
