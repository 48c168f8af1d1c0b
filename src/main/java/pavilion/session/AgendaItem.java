package pavilion.session;

import org.jspecify.annotations.Nullable;

/**
 * One thing on the agenda.
 *
 * @param id stays the same when the order changes; 0 while it is new
 * @param ordinal its place in the order, from 1
 * @param matter null: nothing to decide, such as a report
 * @param minutes how long it is planned to take
 * @param debate how far the room is with it
 */
public record AgendaItem(
        long id, int ordinal, @Nullable Long matter, String title, String motion, int minutes, Debate debate) {
    static final int MINUTES = 15;

    /**
     * How far the room is with an item.
     *
     * @param version of the motion's text
     * @param floorClosed nobody asks to speak to it any more
     * @param ended null, or how it ended without a decision: postponed or referred
     * @param unsettled amendments, and whatever the room is being asked, that come before the vote on the motion
     */
    public record Debate(
            int version, boolean floorClosed, @Nullable String ended, int unsettled) {
        public boolean ready() {
            return ended == null && unsettled == 0;
        }
    }

    public static AgendaItem fresh(int ordinal, @Nullable Long matter, String title, String motion) {
        return new AgendaItem(0, ordinal, matter, title, motion, MINUTES, new Debate(1, false, null, 0));
    }

    public AgendaItem lasting(int planned) {
        return new AgendaItem(id, ordinal, matter, title, motion, planned, debate);
    }
}
