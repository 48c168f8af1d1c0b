package pavilion.minutes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.document.Paper;
import pavilion.minutes.HandCount.AgreedHands;
import pavilion.rules.Refusal;

/**
 * Submitted minutes to be printed (D05, D06, D10), with the attendance on a sheet of its own.
 *
 * @param session id of the session
 * @param community name of the community
 * @param corrections what those present wanted otherwise, with the answers
 * @param hands what two people counted of raised hands; null where nobody raised one
 * @param additions what was added after the approval, oldest first
 */
record MinutesPaper(
        String lang,
        long session,
        String community,
        Minutes minutes,
        MinutesView text,
        List<MinutesStore.Correction> corrections,
        List<MinutesStore.Addition> additions,
        @Nullable AgreedHands hands)
        implements Paper {
    @Override
    public String template() {
        return "document/minutes";
    }

    @Override
    public Instant made() {
        return minutes.requireSubmission().at();
    }

    @Override
    public String fileName() {
        return "minutes-" + session;
    }

    @Override
    public Refusal title() {
        return Refusal.of("document.minutes.title", text.title());
    }
}
