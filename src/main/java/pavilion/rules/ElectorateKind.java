package pavilion.rules;

/** The bodies that may decide: four rolls of a city community that are never one list, then the narrower ones. */
public enum ElectorateKind {
    HOUSEHOLD_REPS,
    ADULTS,
    RESIDENT_REPS,
    /** Resident representatives and the members of the committee together: their meeting (2025 law, Art. 28). */
    REPS_MEETING,
    /** Representatives of the residents' groups, under the old law only. */
    GROUP_REPS,
    OWNERS,
    OWNERS_COMMITTEE,
    VILLAGERS,
    VILLAGE_REPS,
    PARTY_MEMBERS
}
