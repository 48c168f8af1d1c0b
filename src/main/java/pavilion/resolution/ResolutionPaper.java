package pavilion.resolution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.document.Paper;
import pavilion.document.Qr;
import pavilion.matter.Conclusion;
import pavilion.rules.Refusal;

/**
 * The announcement of a resolution (D12), laid out after GB/T 9704 without a red head, since a residents' body is no
 * organ of state. Every figure comes as the sentence that was stored with the outcome: nothing is computed twice.
 *
 * @param number such as {@code R-2026-017}
 * @param subject completes the title, such as 关于 subject 的居民会议决定公告
 * @param conclusion what came out: title, addressees, signature and clauses follow from it
 * @param revocation null while it is in force
 */
public record ResolutionPaper(
        String lang,
        Instant made,
        String number,
        String subject,
        Conclusion conclusion,
        Issuer issuer,
        Statement statement,
        Effect effect,
        NoticePeriod notice,
        Check check,
        @Nullable Revocation revocation)
        implements Paper {

    /**
     * Who announces it, and to whom.
     *
     * @param place whose residents it addresses
     * @param signedBy the body that announces it; space for its seal is left above
     */
    public record Issuer(String community, String place, String signedBy, LocalDate signedOn) {}

    /**
     * @param outcome how it came out, in words
     * @param basis the legal basis
     * @param body what was decided, or of what did not pass what was put to the vote; one paragraph each
     * @param figures how it was voted, every figure, and the stored outcome, in sentences
     * @param minority the minority's statement in its own words, or empty
     * @param objections how objections were handled, or empty while none was raised
     */
    public record Statement(
            String outcome,
            String basis,
            List<String> body,
            List<String> figures,
            String minority,
            String objections) {}

    /**
     * @param from the day it takes effect, or null where it is advice only
     * @param responsible the post that sees to it, never a name
     */
    public record Effect(@Nullable LocalDate from, String responsible) {}

    /** @param objectTo where an objection is taken: office, telephone, address of the page */
    public record NoticePeriod(LocalDate from, LocalDate until, String objectTo) {}

    /** @param standing that it is withdrawn and why, in words */
    public record Revocation(String standing, LocalDate on, String reason) {}

    /**
     * @param url where anyone can read it and count again
     * @param chainHead the newest hash of the matter's chain
     */
    public record Check(String url, String chainHead) {
        /** Enough to compare by eye with the register. */
        public String code() {
            return chainHead.substring(0, Math.min(8, chainHead.length()));
        }

        public String qr() {
            return Qr.pngData(url);
        }
    }

    @Override
    public String template() {
        return "document/resolution";
    }

    @Override
    public String fileName() {
        return number;
    }

    @Override
    public Refusal title() {
        return Refusal.of(conclusion.title(), subject);
    }
}
