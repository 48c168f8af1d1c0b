package pavilion.poll;

import org.jspecify.annotations.Nullable;

/**
 * Who may take part in a poll and how many did.
 *
 * @param electorate voters on the frozen roll
 * @param present voters present when it was opened, null where there is no session
 * @param electorateSha hash of the frozen roll, null before it was opened
 * @param castCount how many took part so far
 * @param gone how many of the present have left since it was opened, or had before it was closed; they stay counted
 */
public record PollTurnout(
        int electorate, @Nullable Integer present, @Nullable String electorateSha, int castCount, int gone) {
    static final PollTurnout NONE = new PollTurnout(0, null, null, 0, 0);

    /** Those who may cast a ballot now: in a session the present, otherwise the whole electorate. */
    public int mayCast() {
        return present != null ? present : electorate;
    }

    public int waiting() {
        return Math.max(0, mayCast() - castCount);
    }
}
