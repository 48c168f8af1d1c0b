package pavilion.account;

import java.time.Instant;

/**
 * An invitation as it is printed. The code is shown this once; the database keeps only its hash.
 *
 * @param household code of the household; empty for somebody without one
 * @param until when it expires
 */
public record Invitation(String code, String name, String household, Instant until) {}
