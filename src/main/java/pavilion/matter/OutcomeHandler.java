package pavilion.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.rules.procedure.Ending;
import pavilion.rules.procedure.Stage;

/** Writes down what a vote decided, and publishes it. There is exactly one, registered at start. */
public interface OutcomeHandler {
    /** @return the last full day of the public notice */
    LocalDate publish(Tx tx, Matter matter, VoteResult conclusion, Stage publicity, Actor by, Instant at);

    /** The vote is void: takes back what was published, with the reason; it stays in the register, marked. */
    void annulled(Tx tx, Matter matter, Actor by, String reason, Instant at);

    /** How a matter whose notice is over ends, where there is nothing to carry out. */
    Optional<Ending> afterNotice(Tx tx, Matter matter);
}
