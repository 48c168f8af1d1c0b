package pavilion.matter;

import org.jspecify.annotations.Nullable;

/**
 * One voice of an electorate and who casts it.
 *
 * @param voter household place, person or owner
 * @param label how the roll names it
 * @param person who casts it; null where nobody is named yet
 */
public record Seat(long voter, String label, @Nullable Long person, long areaC, int heads) {}
