package pavilion.electorate;

import org.jspecify.annotations.Nullable;

/**
 * One voice of an electorate and who casts it.
 *
 * @param voter household place, person or owner
 * @param label how the roll names it
 * @param person who casts it; null where nobody is named yet
 * @param areaC hundredths of a square metre, 0 where the electorate counts heads alone
 */
public record Voter(long voter, String label, @Nullable Long person, long areaC, int heads) {

    /** The same voice, cast by somebody else: the holder of a proxy letter. */
    public Voter castBy(long other) {
        return new Voter(voter, label, other, areaC, heads);
    }

    /** "2-502" finds what the roll calls building 1, stair 2, 502: people say only the numbers. */
    public static boolean named(String label, String asked) {
        String numbers = asked.replaceAll("\\D", "");
        return label.contains(asked)
                || (!numbers.isEmpty() && label.replaceAll("\\D", "").contains(numbers));
    }
}
