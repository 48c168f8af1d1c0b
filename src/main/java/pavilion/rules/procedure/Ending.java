package pavilion.rules.procedure;

/** How a matter ends. "No agreement" is an honest end, not a failure. */
public enum Ending {
    AGREED,
    NO_AGREEMENT,
    NOT_QUORATE,
    WITHDRAWN,
    DECLINED,
    DONE,
    REROUTED;

    /** Whether it is the outcome of a vote. */
    public boolean ofVote() {
        return this == AGREED || this == NO_AGREEMENT || this == NOT_QUORATE;
    }

    /** How a vote ends: a majority that too few took part in is none. */
    public static Ending ofVote(boolean passed, boolean quorate) {
        return passed ? AGREED : quorate ? NO_AGREEMENT : NOT_QUORATE;
    }
}
