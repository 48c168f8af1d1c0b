package pavilion.electorate;

import org.jspecify.annotations.Nullable;

/**
 * One voice of an electorate and who casts it.
 *
 * @param voter household place, person or owner
 * @param label how the roll names it
 * @param person who casts it; null where nobody is named yet
 */
public record Voter(long voter, String label, @Nullable Long person, long areaC, int heads) {

    /** "2-502" finds what the roll calls building 1, stair 2, 502: the numbers are what people say at the door. */
    public static boolean named(String label, String asked) {
        String numbers = asked.replaceAll("\\D", "");
        return label.contains(asked)
                || (!numbers.isEmpty() && label.replaceAll("\\D", "").contains(numbers));
    }
}
