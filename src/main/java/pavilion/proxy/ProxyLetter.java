package pavilion.proxy;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Sha256;

/**
 * A written authorisation with everything that Civil Code Art. 165 asks of it: who holds it, for what, with which
 * powers, for how long, signed by whom and when.
 *
 * @param instruction what the holder must vote; empty: what the holder thinks best
 * @param ended null while nothing has ended it
 */
public record ProxyLetter(
        int community,
        long id,
        ProxySubject subject,
        Parties parties,
        String instruction,
        Term term,
        Granted granted,
        @Nullable Ended ended) {

    /**
     * @param voter whose vote it is: household, person or owner
     * @param label how the roll names the voter
     * @param principal who signed for the voter; null where the roll names nobody
     */
    record Parties(
            long voter, String label, @Nullable Long principal, String principalName, long holder, String holderName) {}

    /** @param to last day on which it is valid; null: until its session ends, whenever that is held */
    record Term(LocalDate from, @Nullable LocalDate to, LocalDate signed) {
        Term untilTheEnd() {
            return new Term(from, null, signed);
        }
    }

    /** @param enteredBy who typed in a letter on paper; null where it was granted on the principal's own phone */
    record Granted(@Nullable Long enteredBy, Instant at) {}

    record Ended(Instant at, LetterState why) {}

    public long voter() {
        return parties.voter();
    }

    public String label() {
        return parties.label();
    }

    public long holder() {
        return parties.holder();
    }

    public String holderName() {
        return parties.holderName();
    }

    public boolean grantedBy(long person) {
        return parties.principal() != null && parties.principal() == person;
    }

    boolean onPaper() {
        return granted.enteredBy() != null;
    }

    boolean bound() {
        return !instruction.isEmpty();
    }

    boolean inForce(LocalDate day) {
        return state(day) == LetterState.GOOD;
    }

    LetterState state(LocalDate day) {
        if (ended != null) {
            return ended.why();
        }
        if (day.isBefore(term.from())) {
            return LetterState.EARLY;
        }
        boolean over = term.to() == null ? subject.over() : day.isAfter(term.to());
        return over ? LetterState.EXPIRED : LetterState.GOOD;
    }

    /** For the chain, which others may read: the letter's hash, and nobody's name. */
    JsonObject act() {
        String text = String.join(
                "\n",
                parties.principalName(),
                parties.label(),
                parties.holderName(),
                subject.title(),
                instruction,
                term.from().toString(),
                term.to() == null ? subject.chain() : term.to().toString(),
                term.signed().toString());
        return new JsonObject()
                .put("letter", id)
                .put("paper", onPaper())
                .put("letter_sha256", Sha256.of(id + "\n" + text));
    }
}
