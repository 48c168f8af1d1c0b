package pavilion.rules;

import java.math.BigDecimal;
import java.util.Locale;

/** What is counted. Areas are integers in 0.01 m². */
public enum Measure {
    /** Everyone on the roll: 应到. */
    MEMBERS,
    /** Who came, or who took part where there is no meeting: 到会. */
    PRESENT,
    /** Who handed in a ballot, blank and void ones included. */
    VOTED,
    YES,
    NO,
    ABSTAIN,
    /** Names under a petition. */
    SIGNED,
    /** The area of the owners under a petition. */
    SIGNED_AREA,
    /** Votes for one candidate. */
    VOTES,
    TOTAL_AREA,
    TOTAL_HEADS,
    PART_AREA,
    PART_HEADS,
    YES_AREA,
    YES_HEADS,
    NO_AREA,
    NO_HEADS,
    ABSTAIN_AREA,
    ABSTAIN_HEADS,
    ADULTS,
    PRESENT_ADULTS,
    HOUSEHOLDS,
    PRESENT_HOUSEHOLDS;

    public boolean area() {
        return name().endsWith("_AREA");
    }

    /** The name in data and in message keys. */
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String words() {
        return field().replace('_', ' ');
    }

    /** What a sentence is filled with: the count, or square metres as exact text. */
    Object shown(long value) {
        return area() ? BigDecimal.valueOf(value, 2).toPlainString() : (Object) value;
    }
}
