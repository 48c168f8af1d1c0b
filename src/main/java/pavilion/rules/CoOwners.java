package pavilion.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Several owners of one part are one head with one voter, whom they choose. While they do not agree their ballot rests;
 * if they still do not when the vote closes, it is no ballot, and the part stays in the total.
 *
 * @param owners all of them
 * @param chosen whom each of them named; who named nobody is left out
 */
public record CoOwners(List<String> owners, Map<String, String> chosen) {
    /** What becomes of a ballot cast for the part. */
    public enum Standing {
        COUNTS,
        RESTS,
        INVALID
    }

    public CoOwners {
        owners = List.copyOf(owners);
        chosen = Map.copyOf(chosen);
        if (owners.isEmpty()) {
            throw new Refused("decide.coowners.none");
        }
        for (var each : new TreeSet<>(chosen.keySet())) {
            if (!owners.contains(each)) {
                throw new Refused("decide.coowners.stranger", each);
            }
        }
    }

    /** The one who votes: a single owner, or whom all who spoke have named. */
    public Optional<String> voter() {
        var named = new TreeSet<>(chosen.values());
        if (named.isEmpty() && owners.size() == 1) {
            return Optional.of(owners.getFirst());
        }
        return named.size() == 1 ? Optional.of(named.first()) : Optional.empty();
    }

    public Standing standing(String votedBy, boolean closed) {
        if (voter().isPresent()) {
            return voter().get().equals(votedBy) ? Standing.COUNTS : Standing.INVALID;
        }
        return closed ? Standing.INVALID : Standing.RESTS;
    }
}
