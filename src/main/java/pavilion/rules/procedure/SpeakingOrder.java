package pavilion.rules.procedure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pavilion.rules.Refused;

/**
 * Who speaks next. Rules of order as courtyards use them (thirteen rules of Nantang): a point of order comes at once; then
 * whoever has spoken least on this item, so that nobody speaks again before others had a turn; among those for and
 * against alternate; then whoever raised a hand first.
 */
public final class SpeakingOrder {
    private static final Set<Side> SIDES = Set.of(Side.FOR, Side.AGAINST);

    private SpeakingOrder() {}

    /** What somebody wants to say. Only the first two alternate, and a point of order is no speech. */
    public enum Side {
        FOR,
        AGAINST,
        QUESTION,
        ORDER
    }

    /** @param speaker the same for the same person, whatever they want to say */
    public record Wish(long id, String speaker, Side side) {}

    /**
     * The whole queue, as it would be called up if nobody else raised a hand.
     *
     * @param waiting in the order in which hands were raised
     * @param spoken on the same item, in the order in which they spoke
     */
    public static List<Wish> of(List<Wish> waiting, List<Wish> spoken) {
        Map<String, Integer> times = new HashMap<>();
        Side last = null;
        for (Wish wish : spoken) {
            count(times, wish);
            last = SIDES.contains(wish.side()) ? wish.side() : last;
        }
        List<Wish> left = new ArrayList<>(waiting);
        List<Wish> order = new ArrayList<>();
        while (!left.isEmpty()) {
            Side before = last;
            // The sort is stable: what is equal stays in the order of raised hands.
            left.sort(Comparator.comparing((Wish wish) -> wish.side() != Side.ORDER)
                    .thenComparing(wish -> times.getOrDefault(wish.speaker(), 0))
                    .thenComparing(wish -> before != null && wish.side() == before));
            Wish next = left.removeFirst();
            order.add(next);
            count(times, next);
            last = SIDES.contains(next.side()) ? next.side() : last;
        }
        return order;
    }

    /** @throws Refused if the speaker has used their turns on this item; a point of order is always heard */
    public static void admit(Wish wish, List<Wish> spoken, int turnsEach) {
        long used = spoken.stream()
                .filter(each -> each.side() != Side.ORDER && each.speaker().equals(wish.speaker()))
                .count();
        if (wish.side() != Side.ORDER && used >= turnsEach) {
            throw new Refused("rules.refused.turns-used", turnsEach);
        }
    }

    private static void count(Map<String, Integer> times, Wish wish) {
        if (wish.side() != Side.ORDER) {
            times.merge(wish.speaker(), 1, Integer::sum);
        }
    }
}
