package pavilion.rules;

import java.util.List;

/** Whose parts vote: all, a building, a stairwell of it, or the circle of those who share a cost. Frozen with the roll. */
public record Scope(Kind kind, String building, String stairwell, String circle) {
    /** How far a matter of owners reaches. */
    public enum Kind {
        WHOLE,
        BUILDING,
        STAIRWELL,
        CIRCLE
    }

    public static final Scope WHOLE = new Scope(Kind.WHOLE, "", "", "");

    public static Scope building(String building) {
        return new Scope(Kind.BUILDING, building, "", "");
    }

    public static Scope stairwell(String building, String stairwell) {
        return new Scope(Kind.STAIRWELL, building, stairwell, "");
    }

    public static Scope circle(String circle) {
        return new Scope(Kind.CIRCLE, "", "", circle);
    }

    public boolean holds(OwnedPart part) {
        return switch (kind) {
            case WHOLE -> true;
            case BUILDING -> building.equals(part.place().building());
            case STAIRWELL ->
                building.equals(part.place().building())
                        && stairwell.equals(part.place().stairwell());
            case CIRCLE -> part.place().circles().contains(circle);
        };
    }

    /** Refused where nobody is left: a vote of nobody decides nothing. */
    public List<OwnedPart> of(List<OwnedPart> parts) {
        var within = parts.stream().filter(this::holds).toList();
        if (within.isEmpty()) {
            throw new Refused("decide.scope.empty");
        }
        return within;
    }
}
