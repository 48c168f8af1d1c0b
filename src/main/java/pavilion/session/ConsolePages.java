package pavilion.session;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pavilion.db.Database;
import pavilion.matter.Actor;
import pavilion.matter.MatterRoom;
import pavilion.matter.Plan;
import pavilion.poll.Poll;
import pavilion.poll.Polling;
import pavilion.rules.Refused;
import pavilion.rules.method.Method;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Live;
import pavilion.web.Role;
import pavilion.web.Secrets;
import pavilion.web.Stop;
import pavilion.web.Viewer;
import pavilion.web.Visit;

/** The moderator's console. Every button is a form of its own; a second tap does nothing twice. */
final class ConsolePages {
    private static final int MOTION = 2_000;
    static final Access MODERATORS = Access.of(Role.MODERATOR, Role.COMMITTEE);

    private final Database db;
    private final MatterRoom room;
    private final Sessions sessions;
    private final SessionPages pages;
    private final Polling polling;
    private final PollDesk desk;
    private final SessionWall wall;

    ConsolePages(
            Database db,
            MatterRoom room,
            Sessions sessions,
            SessionPages pages,
            Polling polling,
            PollDesk desk,
            SessionWall wall) {
        this.db = db;
        this.room = room;
        this.sessions = sessions;
        this.pages = pages;
        this.polling = polling;
        this.desk = desk;
        this.wall = wall;
    }

    List<Door> doors() {
        return List.of(
                Door.get("/c/:c/sessions/:id/console", MODERATORS, this::console),
                Door.get("/c/:c/sessions/:id/controls", MODERATORS, this::controls),
                Door.post(
                        "/c/:c/sessions/:id/open",
                        MODERATORS,
                        v -> act(v, (s, by) -> sessions.open(s.community(), s.id(), by))),
                Door.post(
                        "/c/:c/sessions/:id/pause",
                        MODERATORS,
                        v -> act(v, (s, by) -> sessions.pause(s.community(), s.id(), by))),
                Door.post(
                        "/c/:c/sessions/:id/close",
                        MODERATORS,
                        v -> act(v, (s, by) -> sessions.close(s.community(), s.id(), by))),
                Door.post(
                        "/c/:c/sessions/:id/next",
                        MODERATORS,
                        v -> act(v, (s, by) -> sessions.next(s.community(), s.id(), from(v), by))),
                Door.post("/c/:c/sessions/:id/motion", MODERATORS, this::motion),
                Door.post("/c/:c/polls/:id/close", MODERATORS, this::closePoll),
                Door.post("/c/:c/polls/:id/void", MODERATORS, this::voidPoll));
    }

    static boolean moderates(Viewer viewer, Session session) {
        return viewer.has(Role.MODERATOR, session.community(), session.placePath())
                || viewer.has(Role.COMMITTEE, session.community(), session.placePath());
    }

    static void requireModerator(Visit visit, Session session) {
        if (!moderates(visit.me(), session)) {
            throw Stop.forbidden("session.stop.moderator");
        }
    }

    private static int from(Visit visit) {
        return (int) visit.form().number("from", n -> n > 0 && n < 1000, "web.form.choose");
    }

    private Answer console(Visit visit) {
        SessionView view = pages.view(visit);
        requireModerator(visit, view.session());
        return visit.page("session/console", model(view, ""));
    }

    private Answer controls(Visit visit) {
        SessionView view = pages.view(visit);
        requireModerator(visit, view.session());
        return visit.page("session/controls", model(view, ""));
    }

    private Map<String, Object> model(SessionView view, String sentence) {
        Map<String, Object> model = new HashMap<>(view.model());
        Session session = view.session();
        model.put("live", true);
        model.put("room", Live.room("console", session.community(), session.id()));
        model.put("screenKey", wall.screenKey(session.community(), session.id()));
        model.put("sentence", sentence);
        model.put("motionKey", Secrets.token());
        if (view.matter() != null && view.newestPoll() == null) {
            model.put("methods", Arrays.stream(Method.values()).map(Method::id).toList());
            model.put(
                    "plans",
                    room.plan(db.plain(), view.matter()).options().stream()
                            .map(Plan.Option::title)
                            .collect(Collectors.joining("\n")));
        }
        return model;
    }

    interface Act {
        void on(Session session, Actor by);
    }

    Answer act(Visit visit, Act act) {
        SessionView view = pages.view(visit);
        requireModerator(visit, view.session());
        try {
            act.on(
                    view.session(),
                    Actor.of(
                            visit.me(),
                            view.session().community(),
                            view.session().placePath()));
        } catch (Refused refused) {
            return refused(visit, pages.view(visit), refused);
        }
        return back(visit, view.session());
    }

    // The console again, with the sentence and what was typed.
    private Answer refused(Visit visit, SessionView view, Refused refused) {
        Map<String, Object> model = model(view, visit.say(refused.refusal()));
        model.put("values", visit.form().values());
        return visit.page(409, "session/console", model);
    }

    private static Answer back(Visit visit, Session session) {
        return Answer.to("/c/" + visit.here().code() + "/sessions/" + session.id() + "/console");
    }

    private Answer motion(Visit visit) {
        Form form = visit.form();
        String motion = form.required("motion", MOTION);
        int ordinal = from(visit);
        if (!form.good()) {
            SessionView view = pages.view(visit);
            requireModerator(visit, view.session());
            Map<String, Object> model = model(view, "");
            model.put("values", form.values());
            model.put("errors", form.errors());
            return visit.again("session/console", model);
        }
        return act(visit, (s, by) -> sessions.motion(s.community(), s.id(), ordinal, motion, by));
    }

    private Answer closePoll(Visit visit) {
        Form form = visit.form();
        String minority = form.optional("minority", 2000);
        if (!form.good()) {
            throw new Refused(form.errors().get("minority"));
        }
        return onPoll(
                visit,
                (poll, by) -> polling.closing().close(poll.community(), poll.id(), by.person(), by.post(), minority));
    }

    private Answer voidPoll(Visit visit) {
        String reason = visit.form().required("reason", 300);
        if (reason.isEmpty()) {
            throw new Refused("session.refused.reason");
        }
        return onPoll(visit, (poll, by) -> {
            if (poll.closed() && poll.session() != null) {
                polling.closing()
                        .annul(
                                poll.community(),
                                poll.id(),
                                tx -> Sessions.requireOpen(Sessions.locked(tx, poll.community(), poll.session())),
                                by.person(),
                                by.post(),
                                reason);
            } else {
                polling.closing().cancel(poll.community(), poll.id(), by.post(), reason);
            }
        });
    }

    interface PollAct {
        void on(Poll poll, Actor by);
    }

    Answer onPoll(Visit visit, PollAct act) {
        Poll poll = desk.poll(visit, Role.MODERATOR, Role.COMMITTEE);
        String at = "/c/" + visit.here().code();
        if (poll.session() == null) {
            act.on(poll, desk.actor(visit, poll));
            return Answer.to(at + "/matters/" + poll.matter());
        }
        try {
            act.on(poll, desk.actor(visit, poll));
        } catch (Refused refused) {
            SessionView view = pages.view(poll.community(), poll.session());
            return refused(visit, view, refused);
        }
        return Answer.to(at + "/sessions/" + poll.session() + "/console");
    }
}
