package pavilion.poll;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import pavilion.electorate.Voter;

/**
 * A voter on the frozen electorate of a poll.
 *
 * @param entry the voter as the roll had it, cast by the holder of a proxy letter where there is one
 * @param present whether the ballot may be cast: in a session, whether the voter was there when the poll was opened
 * @param left whether the voter left after that, and the rule does not count those who attend remotely
 */
public record PollVoter(Voter entry, boolean present, boolean left) {

    /** As the roll is frozen. */
    public PollVoter(Voter entry, boolean present) {
        this(entry, present, false);
    }

    public long voter() {
        return entry.voter();
    }

    public String label() {
        return entry.label();
    }

    /** Its weight in square metres, such as 72.10; empty where heads alone count. */
    public String area() {
        return entry.areaC() == 0 ? "" : BigDecimal.valueOf(entry.areaC(), 2).toPlainString();
    }

    public @Nullable Long person() {
        return entry.person();
    }
}
