package pavilion.rulebook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pavilion.rules.AdoptedRule;

/**
 * A rule as it stands in a community's charter.
 *
 * @param n its number there, from 1
 * @param replaces the number of the rule whose place it takes
 * @param replacedBy the number of the rule that took its place
 */
public record AdoptedText(
        int n,
        AdoptedRule rule,
        @Nullable Integer replaces,
        @Nullable Integer replacedBy,
        Instant at) {

    static String id(int n) {
        return "own." + n;
    }
}
