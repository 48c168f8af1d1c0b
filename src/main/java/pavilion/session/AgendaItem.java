package pavilion.session;

import org.jspecify.annotations.Nullable;

/**
 * One item of an agenda.
 *
 * @param id stays the same when the order changes; 0 while it is new
 * @param ordinal its place in the order, from 1
 * @param matter null: nothing to decide, such as a report
 * @param minutes how long it is planned to take
 * @param debate how far its debate is
 */
public record AgendaItem(
        long id, int ordinal, @Nullable Long matter, String title, String motion, int minutes, Debate debate) {
    private static final int MINUTES = 15;

    /**
     * How far the debate on an item is.
     *
     * @param version of the motion's text, from 1
     * @param floorClosed nobody asks to speak to it any more
     * @param ending how it ended without a decision, otherwise null
     * @param unsettled amendments and questions of procedure that come before the vote on the motion
     */
    public record Debate(
            int version, boolean floorClosed, @Nullable ItemEnding ending, int unsettled) {
        /** Nothing stands before the vote on the motion. */
        public boolean ready() {
            return ending == null && unsettled == 0;
        }
    }

    /** A new item of the usual length. */
    public static AgendaItem fresh(int ordinal, @Nullable Long matter, String title, String motion) {
        return new AgendaItem(0, ordinal, matter, title, motion, MINUTES, new Debate(1, false, null, 0));
    }

    public AgendaItem lasting(int planned) {
        return new AgendaItem(id, ordinal, matter, title, motion, planned, debate);
    }

    /** The same item with other words. */
    public AgendaItem worded(String newTitle, String newMotion, int planned) {
        return new AgendaItem(id, ordinal, matter, newTitle, newMotion, planned, debate);
    }
}
