package pavilion.poll;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ballot that was cast and stands, as its voter may see it.
 *
 * @param choice null where the ballot box keeps no choice beside a voter
 * @param at when it was cast by phone; null where it cannot be changed by phone
 */
record StandingBallot(
        long voter,
        String receipt,
        @Nullable String choice,
        @Nullable Instant at) {}
