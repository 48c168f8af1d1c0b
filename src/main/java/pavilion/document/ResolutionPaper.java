package pavilion.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The announcement of a resolution (D12), laid out after GB/T 9704 without a red head, since a residents' body is no
 * organ of state. Every figure comes as the sentence that was stored with the outcome: nothing is computed twice.
 *
 * @param number such as 和平路社区-2026-017
 * @param subject completes the title: 关于 subject 的决议公告
 * @param basis the legal basis, one sentence each
 * @param decision the text of the decision, one paragraph each
 * @param figures the stored outcome in sentences
 * @param minority the minority's statement in its own words, or empty
 * @param objections how objections were handled, or empty while none was raised
 * @param effective the day it takes effect, or null where it is advice only
 * @param responsible the post that sees to it, never a name
 * @param objectTo where an objection is taken: office, telephone, address of the page
 * @param registerUrl where anyone can read and recount it
 * @param chainHead the newest hash of the matter's chain
 * @param signedBy the body that announces it; room for its seal is left over it
 */
public record ResolutionPaper(
        String community,
        String place,
        String number,
        String subject,
        List<String> basis,
        List<String> decision,
        List<String> figures,
        String minority,
        String objections,
        @Nullable LocalDate effective,
        LocalDate noticeFrom,
        LocalDate noticeTo,
        String responsible,
        String objectTo,
        String registerUrl,
        String chainHead,
        String signedBy,
        LocalDate signedOn) {

    /** Enough to compare by eye with the register. */
    public String check() {
        return chainHead.substring(0, Math.min(8, chainHead.length()));
    }

    public String qr() {
        return Qr.pngData(registerUrl);
    }
}
