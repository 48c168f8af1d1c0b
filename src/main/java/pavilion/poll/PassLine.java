package pavilion.poll;

import java.util.Locale;
import pavilion.rules.Threshold;

/**
 * What must be reached to pass, for a sentence.
 *
 * @param key of the sentence, whose values are the names of the two measures and the fraction
 * @param measure key of the name of what is counted
 * @param of key of the name of what it is compared with
 */
public record PassLine(String key, String measure, String of, String fraction) {
    static PassLine of(Threshold threshold) {
        return new PassLine(
                "poll.passes." + threshold.comparison().name().toLowerCase(Locale.ROOT),
                "rules.measure." + threshold.measure().field(),
                "rules.measure." + threshold.of().field(),
                threshold.fraction().toString());
    }
}
