package pavilion.matter;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What was done outside the server, as somebody recorded it at a stage.
 *
 * @param day on which it was done
 * @param needless whether it need not be done for this matter; the text says why
 */
public record StageRecord(String stage, LocalDate day, boolean needless, String text, String byPost, Instant at) {}
