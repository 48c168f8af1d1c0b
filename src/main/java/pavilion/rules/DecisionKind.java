package pavilion.rules;

/** What a rule gives when it is met: an opinion that somebody else acts on, or a decision, and whose. */
public enum DecisionKind {
    OPINION,
    MEETING,
    REPRESENTATIVES,
    OWNERS;

    /** Residents' Committee Organic Law (2025), Art. 28 and 32; Civil Code, Art. 278. */
    public static DecisionKind of(Rule rule) {
        return switch (rule.electorate()) {
            case OWNERS, OWNERS_COMMITTEE -> OWNERS;
            case RESIDENT_REPS, REPS_MEETING, GROUP_REPS, VILLAGE_REPS -> rule.binding() ? REPRESENTATIVES : OPINION;
            case HOUSEHOLD_REPS, ADULTS, VILLAGERS, PARTY_MEMBERS -> rule.binding() ? MEETING : OPINION;
        };
    }

    public boolean binding() {
        return this != OPINION;
    }
}
