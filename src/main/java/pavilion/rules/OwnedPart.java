package pavilion.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * An exclusive part of a building as the register has it. Co-owners of one part are one buyer: name them together. A
 * company is a buyer like any other; who votes for it is its legal representative or agent.
 */
public record OwnedPart(String code, long areaC, String buyer, State state, Use use, Place place) {
    public enum State {
        OWNED,
        UNSOLD,
        /** Sold, but not yet handed over: the developer still counts for it. */
        UNDELIVERED
    }

    /** Interpretation Art. 2: a space can be a part of its own; whether it counts in votes is for the adopted rules. */
    public enum Use {
        ROOM,
        PARKING
    }

    /** Where it lies, and the circles of cost that it shares. */
    public record Place(String building, String stairwell, Set<String> circles) {
        public static final Place UNKNOWN = new Place("", "", Set.of());

        public Place {
            circles = Set.copyOf(circles);
        }
    }

    public OwnedPart(String code, long areaC, String buyer, State state) {
        this(code, areaC, buyer, state, Use.ROOM, Place.UNKNOWN);
    }

    /** All parts but parking spaces, which count only where adopted rules say so. */
    public static Electorate owners(List<OwnedPart> parts, String developer) {
        return owners(parts, developer, Scope.WHOLE, false);
    }

    /**
     * Interpretation on divided ownership of buildings, Art. 8-9: areas are added up; one part is one head; a buyer of
     * several parts is one head; the developer, for all parts unsold or not handed over, is one head.
     */
    public static Electorate owners(List<OwnedPart> parts, String developer, Scope scope, boolean parking) {
        var counted =
                parts.stream().filter(part -> parking || part.use == Use.ROOM).toList();
        var areas = new LinkedHashMap<String, Long>();
        for (var part : scope.of(counted)) {
            if (part.areaC < 1) {
                throw new Refused("rules.roll.area", part.code, part.areaC);
            }
            var voter = part.state == State.OWNED ? part.buyer : developer;
            areas.merge(voter, part.areaC, Math::addExact);
        }
        return new Electorate(
                ElectorateKind.OWNERS,
                areas.entrySet().stream()
                        .map(each -> new Entitlement(each.getKey(), each.getValue(), 1))
                        .toList());
    }
}
