package pavilion.session.presence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pavilion.session.Session;

/** A coming or a going, and how many voices were there after it; by whoever is on the roll, never by name. */
record PresenceChange(PresenceStore.Event event, int there) {
    /** @param log in order; the newest moment comes first */
    static List<PresenceChange> all(List<PresenceStore.Event> log, Session session) {
        Set<Long> there = new HashSet<>();
        List<PresenceChange> moments = new ArrayList<>();
        for (PresenceStore.Event event : log) {
            boolean counts = session.remote() || !event.how().equals("remote");
            if (event.way().equals("out")) {
                there.remove(event.voter());
            } else if (counts) {
                there.add(event.voter());
            }
            moments.add(new PresenceChange(event, there.size()));
        }
        Collections.reverse(moments);
        return moments;
    }
}
