package pavilion.session;

import java.util.List;
import org.junit.jupiter.api.function.Executable;
import pavilion.db.Database;
import pavilion.decision.Questions;
import pavilion.identity.Actor;
import pavilion.matter.SmallCommunity;
import pavilion.poll.Poll;
import pavilion.poll.Polls;
import pavilion.rules.procedure.SpeakingOrder.Side;
import pavilion.session.conduct.SessionModule;
import pavilion.session.conduct.Sessions;
import pavilion.session.floor.FloorView;
import pavilion.session.floor.SpeakerTurn;

/** For tests of other packages: a session that is open, four of six households present, a motion of three lines before it. */
public class OpenSession extends SessionCase implements AutoCloseable {
    private int ballots;

    protected OpenSession() {}

    public static OpenSession open() {
        OpenSession running = new OpenSession();
        running.begin();
        running.sessions.motion(1, running.session, 1, "一层换灯\n二层换灯\n费用各户均摊", MODERATOR);
        return running;
    }

    /** Four of six households are there. */
    protected void begin() {
        start();
        sessions.open(1, session, MODERATOR);
        arrive(1, 2, 3, 4);
    }

    public Session session() {
        return now();
    }

    public AgendaItem item() {
        return SessionChanges.current(db.plain(), now());
    }

    public List<AgendaItem> items() {
        return SessionStore.items(db.plain(), 1, session);
    }

    public void addReport(int ordinal) {
        report(ordinal, "report");
    }

    public void takeOff(long item) {
        agendas.remove(1, session, item, MODERATOR);
    }

    public void leave(int household) {
        attendance.atDesk(1, session, 100 + household, false);
    }

    public void askToSpeak(long person, Side side) {
        speakers.ask(1, session, SpeakerTurn.person(person), "No. " + person, side);
    }

    public int waiting() {
        return FloorView.read(db.plain(), now(), item().id(), village.clock.instant())
                .queue()
                .size();
    }

    /** The poll that is open, closed after so many said yes and so many no. */
    public Poll vote(int yes, int no) {
        Poll poll = openPoll();
        for (int i = 1; i <= yes + no; i++) {
            assisted.cast(poll, 100 + i, i <= yes ? "yes" : "no", "ballot" + ballots++);
        }
        return polls.closing().close(1, poll.id(), null, "moderator", "");
    }

    public Poll openPoll() {
        return polls.ofSession(db.plain(), 1, session).stream()
                .filter(Poll::open)
                .findFirst()
                .orElseThrow();
    }

    public String stage() {
        return village.matterModule
                .matters()
                .find(db.plain(), 1, matter)
                .orElseThrow()
                .stage();
    }

    public SessionModule module() {
        return module;
    }

    public Sessions sessions() {
        return sessions;
    }

    public Questions questions() {
        return questions;
    }

    public Database db() {
        return db;
    }

    public SmallCommunity village() {
        return village;
    }

    public Polls polls() {
        return polls;
    }

    public Actor moderator() {
        return MODERATOR;
    }

    public void refuses(String key, Executable act) {
        refused(key, act);
    }

    @Override
    public void close() {
        stop();
    }
}
