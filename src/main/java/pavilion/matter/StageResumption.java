package pavilion.matter;

import java.time.LocalDate;
import java.util.Optional;
import pavilion.db.Tx;
import pavilion.identity.Actor;

/** What becomes of the days of a stage when a suspended matter goes on. */
public interface StageResumption {
    /** The usual days of the stage, from today. */
    StageResumption ANEW = (tx, matter, by) -> Optional.empty();

    /**
     * @param matter open again, at its stage
     * @return the last day of what hangs there; empty where the usual days of the stage count anew
     */
    Optional<LocalDate> lastDay(Tx tx, Matter matter, Actor by);
}
