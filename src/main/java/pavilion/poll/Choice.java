package pavilion.poll;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Refused;
import pavilion.rules.method.OptionSet;

/** What a ballot says: 同意 / 反对 / 弃权, three equal answers, or an answer to an option set. */
final class Choice {
    static final String YES = "yes";
    static final String NO = "no";
    static final String ABSTAIN = "abstain";
    static final List<String> KEYS = List.of(YES, NO, ABSTAIN);

    private Choice() {}

    /** @throws Refused where this is no answer to the question */
    static String checked(@Nullable OptionSet optionSet, String text) {
        if (optionSet != null) {
            return optionSet.written(text);
        }
        if (!KEYS.contains(text)) {
            throw new Refused("poll.refused.choose");
        }
        return text;
    }
}
