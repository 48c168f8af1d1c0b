package pavilion.poll;

/**
 * A ballot on its way in.
 *
 * @param voter on the frozen roll: household place, person or owner
 * @param person who casts it, 0 where the roll names nobody
 * @param choice checked against the question before
 * @param key the form's own key: the same form sent twice is one ballot
 * @param receipt given by the server before it is written
 */
record SubmittedBallot(long voter, long person, String choice, String key, String receipt, BallotChannel channel) {}
