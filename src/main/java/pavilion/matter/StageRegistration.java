package pavilion.matter;

import java.util.Optional;
import pavilion.rules.Refusal;
import pavilion.rules.procedure.StageKind;

/**
 * Everything a matter needs to know of one kind of stage, said once by the package that knows it.
 *
 * @param guard what must be true before the stage can be left
 * @param facts badge and days of its matters in lists
 * @param action the next action on the matter's page
 * @param endsByTime whether the calendar alone moves a matter on, once the guard lets it
 * @param offered whether matters may be proposed by templates with such a stage
 */
public record StageRegistration(
        StageKind kind, StageGuard guard, StageFacts facts, StageAction action, boolean endsByTime, boolean offered) {

    public static StageRegistration of(StageKind kind, StageGuard guard, StageFacts facts, StageAction action) {
        return new StageRegistration(kind, guard, facts, action, false, true);
    }

    /** A kind that no package carries out yet: nobody can leave it, and no template that names it can be proposed. */
    public static StageRegistration notOffered(StageKind kind) {
        StageGuard shut = (tx, matter, by, today) -> Optional.of(Refusal.of("matter.gate.not-offered"));
        return new StageRegistration(kind, shut, StageFacts.badge(line -> user -> ""), StageAction.NONE, false, false);
    }

    /** The same, for a kind whose stages the calendar ends. */
    public StageRegistration endingByTime() {
        return new StageRegistration(kind, guard, facts, action, true, offered);
    }
}
