package pavilion.proxy;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Sha256;

/**
 * A written authorisation with everything that Civil Code Art. 165 asks of it: who holds it, for what, with which powers,
 * how long, signed by whom and when.
 *
 * @param session the one meeting it is for, or null
 * @param matter the one matter it is for, or null
 * @param title of that meeting or matter
 * @param voter household place, person or owner
 * @param label how the roll names the voter
 * @param principal who signed for the voter; null where the roll names nobody
 * @param instruction what the holder must vote; empty: what the holder thinks best
 * @param enteredBy who typed a letter of paper; null where it was granted on the principal's own phone
 * @param endedWhy revoked, came or expired
 */
public record ProxyLetter(
        int community,
        long id,
        @Nullable Long session,
        @Nullable Long matter,
        String title,
        String placePath,
        long voter,
        String label,
        @Nullable Long principal,
        String principalName,
        long holder,
        String holderName,
        String instruction,
        LocalDate from,
        LocalDate to,
        LocalDate signed,
        @Nullable Long enteredBy,
        Instant givenAt,
        @Nullable Instant endedAt,
        @Nullable String endedWhy) {

    boolean onPaper() {
        return enteredBy != null;
    }

    boolean bound() {
        return !instruction.isEmpty();
    }

    boolean inForce(LocalDate day) {
        return endedAt == null && !day.isBefore(from) && !day.isAfter(to);
    }

    /** revoked, came, expired, early or good */
    String state(LocalDate day) {
        if (endedWhy != null) {
            return endedWhy;
        }
        return day.isBefore(from) ? "early" : day.isAfter(to) ? "expired" : "good";
    }

    String chain() {
        return session != null ? "session/" + session : "matter/" + matter;
    }

    /** For the chain, which others may read: the letter's hash, and nobody's name. */
    JsonObject act() {
        String text = String.join(
                "\n",
                principalName,
                label,
                holderName,
                title,
                instruction,
                from.toString(),
                to.toString(),
                signed.toString());
        return new JsonObject()
                .put("letter", id)
                .put("paper", onPaper())
                .put("letter_sha256", Sha256.of(id + "\n" + text));
    }
}
