package pavilion.poll;

import org.jspecify.annotations.Nullable;

/**
 * One line of a poll's frozen electorate.
 *
 * @param voter household place, person or owner
 * @param label how the roll names it
 * @param person who casts it; null where nobody is named yet
 * @param areaC 0.01 square metres
 * @param present whether it may be cast: in a meeting, who was there when the poll was opened
 */
public record PollVoter(long voter, String label, @Nullable Long person, long areaC, int heads, boolean present) {}
