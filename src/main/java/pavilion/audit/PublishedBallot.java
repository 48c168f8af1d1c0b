package pavilion.audit;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Sha256;

/**
 * One ballot as it is published: a receipt or a random number, the choice, and what it weighs. No voter, and no area, which
 * in a house is as good as a name.
 *
 * @param area the {@link AreaCommitment}, null where area does not count
 */
public record PublishedBallot(
        String receipt, String choice, @Nullable String area, long heads) {

    public static PublishedBallot of(String receipt, String choice) {
        return new PublishedBallot(receipt, choice, null, 1);
    }

    /** Sorted by receipt, so that the order tells nothing of who came when. */
    public static List<PublishedBallot> sorted(List<PublishedBallot> ballots) {
        return ballots.stream()
                .sorted(Comparator.comparing(PublishedBallot::receipt))
                .toList();
    }

    /** The seal of a closed box: SHA-256 of the lines {@code receipt:choice:area:heads}, area 0 where there is none. */
    public static String seal(List<PublishedBallot> ballots) {
        return Sha256.of(ballots.stream()
                .map(each -> each.receipt() + ":" + each.choice() + ":" + (each.area() == null ? "0" : each.area())
                        + ":" + each.heads())
                .sorted()
                .collect(Collectors.joining("\n")));
    }
}
