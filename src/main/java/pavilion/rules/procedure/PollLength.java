package pavilion.rules.procedure;

import java.time.LocalDate;
import java.util.Optional;
import pavilion.rules.Refusal;
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

    /**
     * Why a matter at this stage is not decided in a session: its vote lasts for days, while one in a session is over on the day
     * on which it opens; or the stage decides nothing. Empty where it may be.
     */
    public static Optional<Refusal> notInSession(Stage stage) {
        if (!stage.kind().decides()) {
            return Optional.of(Refusal.of("matter.stage.not-now", stage.glyph()));
        }
        return stage.kind() == StageKind.POLL && stage.minDays() > 0
                ? Optional.of(Refusal.of("session.refused.poll-days", stage.minDays(), stage.article()))
                : Optional.empty();
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
        requireLatest(closes);
    }

    /** Refuses a close that is too late, counted from the day on which the poll was opened. */
    public void requireLatest(LocalDate closes) {
        if (closes.isAfter(latest)) {
            throw new Refused("session.refused.poll-long", stage.maxDays(), latest.toString());
        }
    }
}
