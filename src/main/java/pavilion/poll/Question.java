package pavilion.poll;

import org.jspecify.annotations.Nullable;
import pavilion.rules.method.OptionSet;

/**
 * What is asked, and what for.
 *
 * @param item the agenda item it is put on, null where there is no meeting
 * @param subject the amendment or procedural motion it is about, null where the matter itself is decided
 * @param slate competing plans and how they are counted, null where the answer is yes or no
 * @param byHands answered by raised hands that two people count, not by ballots
 */
public record Question(
        Purpose purpose,
        @Nullable Long item,
        @Nullable Long subject,
        String question,
        @Nullable OptionSet slate,
        boolean byHands) {

    /** What a poll is for: only one that decides moves its matter on. */
    public enum Purpose {
        DECIDES,
        AMENDMENT,
        PROCEDURE
    }

    /** Yes or no to a motion, by ballot; the matter is decided by it. */
    public static Question motion(@Nullable Long item, String question) {
        return new Question(Purpose.DECIDES, item, null, question, null, false);
    }

    /** Yes or no on the way to a decision. */
    public static Question about(Purpose purpose, long item, long subject, String question) {
        return new Question(purpose, item, subject, question, null, false);
    }

    public Question choosing(@Nullable OptionSet plans) {
        return new Question(purpose, item, subject, question, plans, byHands);
    }

    public Question counted(boolean hands) {
        return new Question(purpose, item, subject, question, slate, hands);
    }
}
