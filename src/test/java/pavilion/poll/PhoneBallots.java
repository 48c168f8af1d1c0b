package pavilion.poll;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** For tests of other packages: ballots as phones send them. */
public final class PhoneBallots {
    private PhoneBallots() {}

    public static void cast(Polls polls, Poll poll, long voter, long person, String choice) {
        CastResult result = polls.cast(poll, voter, person, choice, "phone" + voter, BallotChannel.PHONE)
                .await();
        assertTrue(result.stands(), () -> voter + ": " + result);
    }
}
