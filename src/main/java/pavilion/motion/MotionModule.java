package pavilion.motion;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.identity.CurrentUser;
import pavilion.identity.Tokens;
import pavilion.poll.Poll;
import pavilion.poll.Polls;
import pavilion.poll.Question;
import pavilion.session.AgendaItem;
import pavilion.session.Session;
import pavilion.session.SessionExtension;
import pavilion.session.conduct.SessionModule;
import pavilion.web.Route;

/** Everything about motions in a meeting, made once: shown beside the meeting, and told what the votes on them mean. */
public final class MotionModule implements SessionExtension {
    private final MotionPages pages;

    public MotionModule(Database db, Clock clock, SessionModule meetings, Polls polling) {
        Motions motions = new Motions(meetings.sessions(), meetings.questions(), clock);
        this.pages = new MotionPages(db, meetings, new MotionDrafting(meetings.sessions(), clock), motions);
        polling.concludes(Question.Purpose.AMENDMENT, motions);
        polling.concludes(Question.Purpose.PROCEDURE, motions);
        meetings.show(this);
    }

    public List<Route> routes() {
        return pages.routes();
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
    public Map<String, Object> mine(Session session, CurrentUser me, boolean voices) {
        return Map.of("mayMove", voices, "motionKey", Tokens.token());
    }
}
