package pavilion.matter;

import java.util.Optional;
import java.util.Set;
import pavilion.rules.Refusal;
import pavilion.rules.procedure.StageKind;

/**
 * Everything a matter needs to know of one kind of stage, said once by the package that knows it.
 *
 * @param guard what must be true before the stage can be left
 * @param enforces what of a template's stage it carries out: {@link #MIN}, {@link #MAX}, {@link #EXTENSIONS}, and names of what a stage requires
 * @param facts badge and days of its matters in lists
 * @param action the next action on the matter's page
 * @param resumption what becomes of its days when a suspended matter goes on
 * @param endsByTime whether the calendar alone moves a matter on, once the guard lets it
 * @param offered whether matters may be proposed by templates with such a stage
 */
public record StageRegistration(
        StageKind kind,
        StageGuard guard,
        Set<String> enforces,
        StageFacts facts,
        StageAction action,
        StageResumption resumption,
        boolean endsByTime,
        boolean offered) {
    /** The least days of a stage. */
    public static final String MIN = "min";
    /** The most days of a stage. */
    public static final String MAX = "max";
    /** How often the last moment of a stage may be put off. */
    public static final String EXTENSIONS = "extensions";

    public StageRegistration {
        enforces = Set.copyOf(enforces);
    }

    public static StageRegistration of(StageKind kind, StageGuard guard, StageFacts facts, StageAction action) {
        return new StageRegistration(kind, guard, Set.of(), facts, action, StageResumption.ANEW, false, true);
    }

    /** A kind that no package carries out yet: nobody can leave it, and no template that names it can be proposed. */
    public static StageRegistration notOffered(StageKind kind) {
        StageGuard shut = (tx, matter, by, today) -> Optional.of(Refusal.of("matter.gate.not-offered"));
        StageFacts none = StageFacts.badge(line -> user -> "");
        return new StageRegistration(kind, shut, Set.of(), none, StageAction.NONE, StageResumption.ANEW, false, false);
    }

    /** The same, carrying out these as well. */
    public StageRegistration enforcing(String... names) {
        return new StageRegistration(kind, guard, Set.of(names), facts, action, resumption, endsByTime, offered);
    }

    /** The same, with days of its own after a suspension. */
    public StageRegistration resuming(StageResumption other) {
        return new StageRegistration(kind, guard, enforces, facts, action, other, endsByTime, offered);
    }

    /** The same, for a kind whose stages the calendar ends. */
    public StageRegistration endingByTime() {
        return new StageRegistration(kind, guard, enforces, facts, action, resumption, true, offered);
    }
}
