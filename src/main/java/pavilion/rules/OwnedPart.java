package pavilion.rules;

import java.util.LinkedHashMap;
import java.util.List;

/** An exclusive part of a building as the register has it. Co-owners of one part are one buyer: name them together. */
public record OwnedPart(String code, long areaC, String buyer, State state) {
    public enum State {
        OWNED,
        UNSOLD,
        /** Sold, but not yet handed over: the developer still counts for it. */
        UNDELIVERED
    }

    /**
     * Interpretation on divided ownership of buildings, Art. 8-9: areas are added up; one part is one head; a buyer of
     * several parts is one head; the developer, for all parts unsold or not handed over, is one head.
     */
    public static Electorate owners(List<OwnedPart> parts, String developer) {
        var areas = new LinkedHashMap<String, Long>();
        for (var part : parts) {
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
