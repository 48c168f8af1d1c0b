package pavilion.matter;

import java.time.Instant;
import java.util.Optional;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.rules.procedure.Ending;

/** Writes down what a vote decided; people post it. There is exactly one, registered at start. */
public interface OutcomeHandler {
    /** As a draft: counting publishes nothing. */
    void draft(Tx tx, Matter matter, VoteResult conclusion);

    /** The vote is void: takes back what was posted, with the reason; it stays in the register, marked. A draft is dropped. */
    void annulled(Tx tx, Matter matter, Actor by, String reason, Instant at);

    /** How a matter whose notice is over ends, where there is nothing to carry out. */
    Optional<Ending> afterNotice(Tx tx, Matter matter);
}
