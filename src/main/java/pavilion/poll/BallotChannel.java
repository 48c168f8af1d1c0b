package pavilion.poll;

/** How a ballot came in. */
enum BallotChannel {
    /** Cast by the voter on a phone or in any other browser. */
    PHONE("phone"),
    /** Given by name to the recorder of a session, by somebody without a phone. */
    HALL("hall"),
    /** Returned on paper and typed in. */
    PAPER("paper");

    private final String stored;

    BallotChannel(String stored) {
        this.stored = stored;
    }

    /** As the column {@code ballot.channel} has it. */
    String stored() {
        return stored;
    }
}
