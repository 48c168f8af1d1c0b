package pavilion.session.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;
import pavilion.session.Session;

/**
 * A voter who was present at some time, as the minutes name them.
 *
 * @param proxy whether only ever through somebody who held a proxy letter
 * @param left null: until the end
 */
public record Attended(
        long voter,
        String label,
        PresenceSource how,
        boolean proxy,
        Instant came,
        @Nullable Instant left) {

    /** In the order in which they first came. */
    public static List<Attended> all(Tx tx, Session session) {
        return all(PresenceStore.log(tx, session));
    }

    // Somebody who went out and came back was present from the first arrival to the last departure.
    private static List<Attended> all(List<PresenceEvent> log) {
        Map<Long, Attended> all = new LinkedHashMap<>();
        for (PresenceEvent event : log) {
            Attended before = all.get(event.voter());
            boolean onSite = before == null || (event.in() && before.how() == PresenceSource.REMOTE);
            all.put(
                    event.voter(),
                    new Attended(
                            event.voter(),
                            event.label(),
                            onSite ? event.how() : before.how(),
                            before == null ? event.proxy() : before.proxy() && event.proxy(),
                            before == null ? event.at() : before.came(),
                            event.in() ? null : event.at()));
        }
        return new ArrayList<>(all.values());
    }

    /** Whether this voter counted as present: a remote one only where the rule says so. */
    public boolean counted(Session session) {
        return how.counts(session.counting().remote());
    }
}
