package pavilion.rules.procedure;

import java.time.LocalDate;
import pavilion.rules.Refused;

/**
 * When a poll over days may close.
 *
 * @param earliest the first day: the least days of its stage have run in full
 * @param latest the last day; {@link LocalDate#MAX} where the stage names none
 */
public record PollLength(Stage stage, LocalDate earliest, LocalDate latest) {
    public static PollLength of(Stage stage, LocalDate opened, Holidays holidays) {
        return new PollLength(
                stage,
                new NoticePeriod(stage.minDays(), stage.article()).earliest(opened, holidays),
                stage.maxDays() == Integer.MAX_VALUE ? LocalDate.MAX : opened.plusDays(stage.maxDays()));
    }

    /** Whether the stage names a last day. */
    public boolean limited() {
        return !latest.equals(LocalDate.MAX);
    }

    /** Refuses a close that is too early or too late. */
    public void require(LocalDate closes) {
        if (closes.isBefore(earliest)) {
            throw new Refused("session.refused.poll-short", stage.minDays(), earliest.toString(), stage.article());
        }
        if (closes.isAfter(latest)) {
            throw new Refused("session.refused.poll-long", stage.maxDays(), latest.toString());
        }
    }
}
