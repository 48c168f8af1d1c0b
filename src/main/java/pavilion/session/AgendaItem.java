package pavilion.session;

import org.jspecify.annotations.Nullable;

/**
 * One thing on the agenda.
 *
 * @param id stays the same when the order changes; 0 while it is new
 * @param ordinal its place in the order, from 1
 * @param matter null: nothing to decide, such as a report
 * @param minutes how long it is planned to take
 */
public record AgendaItem(long id, int ordinal, @Nullable Long matter, String title, String motion, int minutes) {
    static final int MINUTES = 15;

    static AgendaItem fresh(int ordinal, @Nullable Long matter, String title, String motion) {
        return new AgendaItem(0, ordinal, matter, title, motion, MINUTES);
    }
}
