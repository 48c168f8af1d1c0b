package pavilion.proxy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.poll.PollView;
import pavilion.poll.VoterBallot;

/**
 * The ballots of one person, on one page.
 *
 * @param back address of the session or the matter, below that of the community
 * @param open those that can be cast now
 * @param rest those that are cast or cannot be cast
 * @param given names of those who cast this person's ballots by letter
 * @param key what is sent twice under it is cast once
 * @param sums how often each answer was chosen; empty before the page that asks once more
 * @param sentence why what was just sent was refused, empty if it was not
 */
record MultiBallotView(
        PollView poll,
        long pollId,
        String back,
        List<BallotRow> open,
        List<BallotRow> rest,
        List<String> given,
        String key,
        List<ChoiceSum> sums,
        String sentence) {

    /** One answer that can be given to one ballot. */
    record BallotOption(String key, boolean chosen) {}

    /**
     * One ballot.
     *
     * @param holderOf the letter it is cast by, null for the person's own
     * @param choice what was chosen so far, empty where nothing is
     */
    record BallotRow(VoterBallot paper, @Nullable ProxyLetter holderOf, String choice, List<BallotOption> options) {
        boolean waits() {
            return paper.canCast() && !paper.isCast();
        }
    }

    record ChoiceSum(String key, long count) {}

    /** How many ballots will be cast. */
    long count() {
        return sums.stream().mapToLong(ChoiceSum::count).sum();
    }
}
