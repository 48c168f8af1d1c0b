package pavilion.poll;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pavilion.audit.CountSigners;

/**
 * What somebody who watches says of a stored count.
 *
 * @param agrees that it is right; otherwise {@code reason} says what is wrong
 */
record CountSignature(long person, String post, boolean agrees, String reason, Instant at) {

    /** The last word of each, in the order in which they first spoke. */
    private static List<CountSignature> standing(List<CountSignature> all) {
        Map<Long, CountSignature> last = new LinkedHashMap<>();
        all.forEach(each -> last.put(each.person(), each));
        return List.copyOf(last.values());
    }

    /** @param all oldest first */
    static boolean objected(List<CountSignature> all) {
        return standing(all).stream().anyMatch(each -> !each.agrees());
    }

    /** Whether the count is signed: by as many as must sign, and nobody objects any more. */
    static boolean complete(List<CountSignature> all) {
        return !objected(all)
                && CountSigners.enough(
                        standing(all).stream().map(CountSignature::post).toList());
    }
}
