package pavilion.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.matter.Matter;

/**
 * What the committee answered, listed and announced, on the matter's page. Null or empty: not yet.
 *
 * @param interrupted whether the notice does not run while the matter is suspended: its last day is not known
 */
record CourseView(
        Matter matter,
        @Nullable TriageView triage,
        List<Plan.Option> ways,
        List<Plan.Stakeholder> concerned,
        NoticeStore.@Nullable Notice notice,
        boolean interrupted) {

    /** The first characters of the notice's hash, enough to compare by eye. */
    String noticeMark() {
        return notice == null ? "" : notice.sha256().substring(0, 8);
    }

    /** The three {@code guard} sentences are null where nothing in the matter is kept from the vote. */
    record TriageView(
            String route,
            String reply,
            String post,
            Instant at,
            LocalDate deadline,
            @Nullable String guardName,
            @Nullable String guardReason,
            @Nullable String guardArticle) {}
}
