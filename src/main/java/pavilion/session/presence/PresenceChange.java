package pavilion.session.presence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pavilion.session.Session;

/**
 * A voter came or left, and how many were present afterwards.
 *
 * @param present voters, counted by the rule of the item under consideration now
 */
record PresenceChange(PresenceEvent event, int present) {
    /**
     * @param log in order
     * @return the newest first
     */
    static List<PresenceChange> all(List<PresenceEvent> log, Session session) {
        Set<Long> present = new HashSet<>();
        List<PresenceChange> changes = new ArrayList<>();
        for (PresenceEvent event : log) {
            if (!event.in()) {
                present.remove(event.voter());
            } else if (event.how().counts(session.counting().remote())) {
                present.add(event.voter());
            }
            changes.add(new PresenceChange(event, present.size()));
        }
        Collections.reverse(changes);
        return changes;
    }
}
