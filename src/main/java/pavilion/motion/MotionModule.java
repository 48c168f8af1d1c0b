package pavilion.motion;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.decision.Questions;
import pavilion.identity.CurrentUser;
import pavilion.identity.Tokens;
import pavilion.poll.Poll;
import pavilion.poll.Polls;
import pavilion.poll.Question;
import pavilion.session.AgendaItem;
import pavilion.session.Console;
import pavilion.session.Session;
import pavilion.session.SessionExtension;
import pavilion.session.conduct.SessionModule;
import pavilion.web.Route;

/** Everything about motions in a session, made once; shown on its pages, and told what the votes on them mean. */
public final class MotionModule implements SessionExtension {
    private final Database db;
    private final SessionModule sessions;
    private final MotionDrafting drafting;
    private final Motions motions;

    public MotionModule(Database db, Clock clock, SessionModule sessions, Questions questions, Polls polls) {
        this.db = db;
        this.sessions = sessions;
        this.drafting = new MotionDrafting(sessions.changes(), clock);
        this.motions = new Motions(sessions, questions, clock);
        polls.concludes(Question.Purpose.AMENDMENT, motions);
        polls.concludes(Question.Purpose.PROCEDURE, motions);
    }

    /** @param console where the moderator deals with motions */
    public List<Route> routes(Console console) {
        return new MotionPages(db, sessions.access(), console, drafting, motions).routes();
    }

    @Override
    public Shown shown(Tx tx, Session session, AgendaItem item, List<Poll> polls) {
        List<Motion> motions = MotionStore.ofItem(tx, session, item.id());
        MotionView view = MotionView.of(
                item,
                motions,
                motions.isEmpty() ? Map.of() : MotionStore.texts(tx, session.community(), session.id(), item.id()),
                polls);
        return new Shown(view.personalVersion(), Map.of("motions", view));
    }

    @Override
    public Map<String, Object> mine(Session session, CurrentUser me, boolean voices) {
        return Map.of("mayMove", voices, "motionKey", Tokens.token());
    }
}
