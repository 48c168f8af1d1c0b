package pavilion.session.conduct;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;
import pavilion.poll.Poll;
import pavilion.poll.Polls;
import pavilion.session.AgendaItem;
import pavilion.session.Session;
import pavilion.session.SessionStore;
import pavilion.session.floor.SpeakerTurn;
import pavilion.session.floor.SpeakerTurnStore;
import pavilion.session.presence.PresenceStore;
import pavilion.session.presence.SessionRollStore;

/** What happened in a meeting, as the log has it: for the minutes, and for whoever reads them. */
public record SessionRecord(
        Session session,
        List<AgendaItem> items,
        List<Attended> attended,
        int present,
        List<Sitting> sittings,
        List<SpeakerTurn> turns,
        List<Poll> polls) {

    /**
     * One voice that was there.
     *
     * @param proxy whether through somebody who held a letter
     * @param left null: until the end
     */
    public record Attended(
            long voter,
            String label,
            String how,
            boolean proxy,
            Instant came,
            @Nullable Instant left) {}

    /**
     * From an opening to the adjournment or the close.
     *
     * @param present at its end, where that was written down
     * @param reason why it went on another day
     */
    public record Sitting(
            Instant opened,
            @Nullable Instant ended,
            @Nullable Integer present,
            String reason) {}

    public static Optional<SessionRecord> read(Tx tx, Polls polling, int community, long id) {
        return SessionStore.find(tx, community, id)
                .map(session -> new SessionRecord(
                        session,
                        SessionStore.items(tx, community, id),
                        attended(PresenceStore.log(tx, session)),
                        PresenceStore.count(tx, community, id),
                        SessionRollStore.sittings(tx, community, id),
                        SpeakerTurnStore.given(tx, community, id),
                        polling.allOfSession(tx, community, id)));
    }

    // Somebody who went out and came back was there from the first coming to the last going.
    private static List<Attended> attended(List<PresenceStore.Event> events) {
        Map<Long, Attended> all = new LinkedHashMap<>();
        for (PresenceStore.Event event : events) {
            Attended before = all.get(event.voter());
            boolean in = event.way().equals("in");
            all.put(
                    event.voter(),
                    new Attended(
                            event.voter(),
                            event.label(),
                            before == null || (in && !present(before.how(), false)) ? event.how() : before.how(),
                            before == null ? event.proxy() : before.proxy() && event.proxy(),
                            before == null ? event.at() : before.came(),
                            in ? null : event.at()));
        }
        return new ArrayList<>(all.values());
    }

    /** Whether this voice counted as present: from afar only where the rule says so. */
    public boolean counted(Attended each) {
        return present(each.how(), session.remote());
    }

    private static boolean present(String how, boolean remote) {
        return remote || !how.equals("remote");
    }

    /** How many voices were there at the end, on whichever roll. */
    public int atTheEnd() {
        return (int) attended.stream()
                .filter(each -> each.left() == null && counted(each))
                .count();
    }

    /** The voices that this person has there now, or had when it closed. */
    public static List<Long> voices(Tx tx, Session session, long person) {
        return PresenceStore.voices(tx, session, person);
    }
}
