package pavilion.matter;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One line of the record: who moved the matter, when and why. */
public record MatterStep(
        int seq,
        @Nullable String fromStage,
        @Nullable String toStage,
        String move,
        @Nullable Long byPerson,
        String byPost,
        String reason,
        Instant at,
        @Nullable LocalDate due) {}
