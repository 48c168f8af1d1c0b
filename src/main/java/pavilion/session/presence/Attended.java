package pavilion.session.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;
import pavilion.session.Session;

/**
 * One stay of a voter, as the minutes name it: whoever went out and came back has two, as has a household that was
 * represented and then came itself.
 *
 * @param proxy whether through somebody who holds a proxy letter
 * @param holder who held it, empty where nobody did
 * @param left null: until the end
 */
public record Attended(
        long voter,
        String label,
        PresenceSource how,
        boolean proxy,
        String holder,
        Instant came,
        @Nullable Instant left) {

    /** In the order in which they came. */
    public static List<Attended> all(Tx tx, Session session) {
        List<PresenceStore.HeldLetter> letters = PresenceStore.heldLetters(tx, session);
        List<Attended> stays = new ArrayList<>();
        Map<Long, Integer> here = new HashMap<>();
        for (PresenceEvent event : PresenceStore.log(tx, session)) {
            Integer at = here.get(event.voter());
            Attended stay = at == null ? null : stays.get(at);
            // Whoever follows from afar and then comes begins another stay; anything else that is said twice is one.
            boolean other =
                    stay != null && event.in() && stay.how() == PresenceSource.REMOTE && stay.how() != event.how();
            if (stay != null && (other || !event.in())) {
                stays.set(at, stay.until(event.at()));
                here.remove(event.voter());
            }
            if (event.in() && (stay == null || other)) {
                here.put(event.voter(), stays.size());
                stays.add(begun(event, letters));
            }
        }
        return stays;
    }

    private static Attended begun(PresenceEvent event, List<PresenceStore.HeldLetter> letters) {
        String holder = letters.stream()
                .filter(letter -> event.proxy() && letter.voter() == event.voter())
                .filter(letter -> !letter.given().isAfter(event.at()))
                .map(PresenceStore.HeldLetter::holder)
                .reduce("", (before, later) -> later);
        return new Attended(event.voter(), event.label(), event.how(), event.proxy(), holder, event.at(), null);
    }

    private Attended until(Instant end) {
        return new Attended(voter, label, how, proxy, holder, came, end);
    }

    /** Whether this voter counted as present: a remote one only where the rule says so. */
    public boolean counted(Session session) {
        return how.counts(session.counting().remote());
    }
}
