package pavilion.matter;

import java.time.LocalDate;
import java.util.Optional;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.rules.Refusal;

/** What must be true before a stage can be left. */
public interface StageGuard {
    /** @return why the stage cannot be left yet; empty when it can */
    Optional<Refusal> refusal(Tx tx, Matter matter, Actor by, LocalDate today);
}
