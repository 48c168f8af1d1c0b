package pavilion.rules;

/** One voice on a frozen roll: who, how many heads it counts, and with how much area in 0.01 m² (0 where area does not count). */
public record Entitlement(String voter, long areaC, int heads) {
    public Entitlement {
        if (voter.isBlank() || voter.indexOf('\n') >= 0 || voter.indexOf('\t') >= 0) {
            throw new Refused("rules.roll.voter", voter);
        }
        if (areaC < 0) {
            throw new Refused("rules.roll.area", voter, areaC);
        }
        if (heads < 1) {
            throw new Refused("rules.roll.heads", voter, heads);
        }
    }

    public static Entitlement one(String voter) {
        return new Entitlement(voter, 0, 1);
    }
}
