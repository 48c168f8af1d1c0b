package pavilion.resolution;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pavilion.poll.Annulment;
import pavilion.rules.procedure.Ending;

/**
 * What was decided, or honestly not decided, as it was posted.
 *
 * @param number under which it stands in the register, such as {@code R-2026-001}
 * @param withdrawal null while it is in force
 */
public record Resolution(
        int community,
        long id,
        String number,
        MatterRef matter,
        ResolutionText text,
        Verdict verdict,
        Posting posting,
        @Nullable Withdrawal withdrawal) {

    /**
     * The matter it decides.
     *
     * @param rule key of the rule it was decided by
     */
    public record MatterRef(long id, String placeName, String placePath, String rule) {}

    /** @param minority what those who did not agree wanted to have printed beside it, empty if nothing */
    public record ResolutionText(String title, String body, String minority) {}

    /**
     * @param ending AGREED, NO_AGREEMENT or NOT_QUORATE
     * @param outcome as it was stored when the poll closed; null where no poll was held, as is {@code poll}
     */
    public record Verdict(
            Ending ending,
            @Nullable JsonObject outcome,
            @Nullable Long poll) {}

    /**
     * @param until last full day of the public notice
     * @param sha256 hash of the content that was posted
     */
    public record Posting(Instant at, LocalDate until, String sha256) {}

    /**
     * That it was taken back.
     *
     * @param cause why, as the database keeps it and messages name it
     * @param post by which post
     */
    public record Withdrawal(Cause cause, Instant at, String post, String reason) {
        /** That its poll is void; null where an objection was upheld. */
        public @Nullable Annulment annulment() {
            return cause == Cause.VOID ? new Annulment(reason, at, post) : null;
        }
    }

    /** Why a resolution was taken back. */
    public enum Cause {
        OBJECTION,
        VOID;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** That its poll was made void; null where it was not. */
    public @Nullable Annulment annulment() {
        return withdrawal == null ? null : withdrawal.annulment();
    }

    public boolean inForce() {
        return withdrawal == null;
    }

    /** In force, and its public notice is not over on this day. */
    boolean onNotice(LocalDate day) {
        return inForce() && !posting.until().isBefore(day);
    }

    public boolean agreed() {
        return verdict.ending() == Ending.AGREED;
    }

    /** As the database keeps it and messages name it. */
    public String kind() {
        return kind(verdict.ending());
    }

    static String kind(Ending ending) {
        return ending.name().toLowerCase(Locale.ROOT);
    }
}
