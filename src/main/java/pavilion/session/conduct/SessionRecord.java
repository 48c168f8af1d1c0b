package pavilion.session.conduct;

import java.util.List;
import java.util.Optional;
import pavilion.db.Tx;
import pavilion.poll.Poll;
import pavilion.poll.Polls;
import pavilion.session.AgendaItem;
import pavilion.session.Session;
import pavilion.session.SessionStore;
import pavilion.session.floor.SpeakerTurn;
import pavilion.session.floor.SpeakersList;
import pavilion.session.presence.Attended;
import pavilion.session.presence.PresenceCount;
import pavilion.session.presence.SessionRolls;
import pavilion.session.presence.Sitting;

/**
 * What happened in a session, as the log has it: for the minutes.
 *
 * @param attended voters who were present at some time, in the order in which they first came
 * @param present how many are present for the item under consideration, or were at the close
 * @param turns that were given, in order
 */
public record SessionRecord(
        Session session,
        List<AgendaItem> items,
        List<Attended> attended,
        int present,
        List<Sitting> sittings,
        List<SpeakerTurn> turns,
        List<Poll> polls) {

    public static Optional<SessionRecord> read(Tx tx, Polls polls, int community, long id) {
        return SessionStore.find(tx, community, id)
                .map(session -> new SessionRecord(
                        session,
                        SessionStore.items(tx, community, id),
                        Attended.all(tx, session),
                        PresenceCount.of(tx, session).present(),
                        SessionRolls.sittings(tx, session),
                        SpeakersList.given(tx, session),
                        polls.allOfSession(tx, community, id)));
    }

    /** How many voters were present at the end, on whichever roll. */
    public int atTheEnd() {
        return (int) attended.stream()
                .filter(each -> each.left() == null && each.counted(session))
                .count();
    }
}
