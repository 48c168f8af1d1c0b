package pavilion.rules.procedure;

import java.time.LocalDate;
import java.util.Collection;
import pavilion.rules.Bilingual;
import pavilion.rules.Refused;
import pavilion.rules.Rule;

/**
 * The full days that must lie between an announcement and what it announces.
 *
 * @param days 0 where nothing asks for any
 * @param article which norm asks for them; {@link Bilingual#NONE} where it is our own default
 */
public record NoticePeriod(int days, Bilingual article) {
    public static final NoticePeriod NONE = new NoticePeriod(0, Bilingual.NONE);

    /** What the stage of a template asks for, or the rule that the matter is decided by: the longer of both. */
    public static NoticePeriod of(Stage stage, Rule rule) {
        var byStage = new NoticePeriod(stage.minDays(), stage.article());
        return byStage.longer(new NoticePeriod(rule.terms().noticeDays(), rule.source()));
    }

    /** The longest of them. */
    public static NoticePeriod longest(Collection<NoticePeriod> periods) {
        return periods.stream().reduce(NONE, NoticePeriod::longer);
    }

    private NoticePeriod longer(NoticePeriod other) {
        return other.days > days ? other : this;
    }

    public boolean none() {
        return days == 0;
    }

    /** The first day on which what is announced may be held, when it is announced on that day. */
    public LocalDate earliest(LocalDate announced, Holidays holidays) {
        return none() ? announced : Deadline.earliestAfterNotice(announced, days, holidays);
    }

    /** Refuses an announcement of so many days. */
    public void require(int asked) {
        if (asked < days) {
            throw article.equals(Bilingual.NONE)
                    ? new Refused("rules.refused.days_short", asked, days)
                    : new Refused("rules.refused.days_short.by", asked, days, article);
        }
    }

    /** Refuses what would be held before the announcement has run in full. */
    public void require(LocalDate announced, LocalDate held, Holidays holidays) {
        var earliest = earliest(announced, holidays);
        if (held.isBefore(earliest)) {
            throw article.equals(Bilingual.NONE)
                    ? new Refused("rules.refused.notice_short", days, announced.toString(), earliest.toString())
                    : new Refused(
                            "rules.refused.notice_short.by", days, announced.toString(), earliest.toString(), article);
        }
    }
}
