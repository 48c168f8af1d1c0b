package pavilion.minutes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many hands one person counted.
 *
 * @param post which they counted as
 */
record HandCount(long person, String post, int hands) {
    /** @param posts of the two who counted it */
    record AgreedHands(int hands, List<String> posts) {}

    /**
     * What two people counted, each on their own.
     *
     * @param counts the newest first: the two that counted last must agree
     * @return null where they do not, or only one has counted
     */
    static @Nullable AgreedHands agreed(List<HandCount> counts) {
        if (counts.size() < 2 || counts.get(0).hands != counts.get(1).hands) {
            return null;
        }
        return new AgreedHands(
                counts.getFirst().hands,
                counts.stream().limit(2).map(HandCount::post).toList());
    }
}
