package pavilion.rulebook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pavilion.rules.AdoptedRule;

/**
 * A rule that a community has entered as adopted.
 *
 * @param n its number there, from 1
 * @param replaces the number of the rule whose place it takes
 * @param replacedBy the number of the rule that took its place
 */
public record AdoptedRuleEntry(
        int n,
        AdoptedRule rule,
        @Nullable Integer replaces,
        @Nullable Integer replacedBy,
        Instant at) {

    static String id(int n) {
        return "own." + n;
    }
}
