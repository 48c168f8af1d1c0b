package pavilion.poll;

/**
 * What the intake needs of a poll without a query: nothing in it changes after the poll was opened.
 *
 * @param poll as it was when it was read; its state and turnout may be older than the ballots
 * @param binding whether its rule gives a binding decision
 */
record KnownPoll(Poll poll, boolean binding) {
    private static final int CHECKED_IN_PERSON = 2;

    /** Whether a voter of this level has to be checked in person before casting a ballot. */
    boolean needsCheck(int level) {
        return binding && level < CHECKED_IN_PERSON;
    }
}
