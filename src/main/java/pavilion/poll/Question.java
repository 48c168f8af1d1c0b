package pavilion.poll;

import org.jspecify.annotations.Nullable;
import pavilion.rules.method.OptionSet;

/**
 * What is asked, and what for.
 *
 * @param item the agenda item it is put on, null where there is no session
 * @param subject the amendment or procedural motion it is about, null where the matter itself is decided
 * @param text the motion as it is read out
 * @param optionSet competing plans and how they are counted, null where the answer is yes or no
 * @param byHands answered by raised hands that two people count, not by ballots
 */
public record Question(
        Purpose purpose,
        @Nullable Long item,
        @Nullable Long subject,
        String text,
        @Nullable OptionSet optionSet,
        boolean byHands) {

    /** What a poll is for: only one that decides moves its matter on. */
    public enum Purpose {
        DECIDES,
        AMENDMENT,
        PROCEDURE
    }

    /** Yes or no to a motion, by ballot; the matter is decided by it. */
    public static Question motion(@Nullable Long item, String text) {
        return new Question(Purpose.DECIDES, item, null, text, null, false);
    }

    /** Yes or no on the way to a decision. */
    public static Question about(Purpose purpose, long item, long subject, String text) {
        return new Question(purpose, item, subject, text, null, false);
    }

    /** The same question, answered by a choice among plans. */
    public Question choosing(@Nullable OptionSet plans) {
        return new Question(purpose, item, subject, text, plans, byHands);
    }

    /** The same question, answered by raised hands or by ballots. */
    public Question counted(boolean hands) {
        return new Question(purpose, item, subject, text, optionSet, hands);
    }

    /** Whether yes, no or abstain is written on a ballot. */
    boolean yesOrNoByBallot() {
        return optionSet == null && !byHands;
    }
}
