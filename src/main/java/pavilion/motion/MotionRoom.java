package pavilion.motion;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.poll.Ask;
import pavilion.poll.Poll;
import pavilion.poll.Polling;
import pavilion.session.AgendaItem;
import pavilion.session.Beside;
import pavilion.session.MeetingRoom;
import pavilion.session.Session;
import pavilion.web.Door;
import pavilion.web.Secrets;
import pavilion.web.Viewer;

/** Everything about motions in a meeting, made once: shown beside the meeting, and told what the votes on them mean. */
public final class MotionRoom implements Beside {
    private final MotionPages pages;

    public MotionRoom(Database db, Clock clock, MeetingRoom meetings, Polling polling) {
        Motions motions = new Motions(meetings.sessions(), meetings.questions(), clock);
        this.pages = new MotionPages(db, meetings, new Moves(meetings.sessions(), clock), motions);
        polling.concludes(Ask.Purpose.AMENDMENT, motions);
        polling.concludes(Ask.Purpose.PROCEDURE, motions);
        meetings.show(this);
    }

    public List<Door> doors() {
        return pages.doors();
    }

    @Override
    public Shown shown(Tx tx, Session session, AgendaItem item, List<Poll> polls) {
        List<Motion> motions = MotionStore.ofItem(tx, session, item.id());
        MotionView view = MotionView.of(
                item,
                motions,
                motions.isEmpty() ? Map.of() : MotionStore.texts(tx, session.community(), session.id(), item.id()),
                polls);
        return new Shown(view.me(), Map.of("motions", view));
    }

    @Override
    public Map<String, Object> mine(Session session, Viewer me, boolean voices) {
        return Map.of("mayMove", voices, "motionKey", Secrets.token());
    }
}
