package pavilion.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pavilion.db.Database;
import pavilion.document.Qr;
import pavilion.matter.Matters;
import pavilion.poll.PollPages;
import pavilion.poll.Polling;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Front;
import pavilion.web.Live;
import pavilion.web.LiveSource;
import pavilion.web.Role;
import pavilion.web.Secrets;
import pavilion.web.Stop;
import pavilion.web.Viewer;
import pavilion.web.Visit;

/** A meeting as the resident sees it on a phone, and as the hall sees it on the wall. */
public final class SessionPages {
    private final Database db;
    private final Matters matters;
    private final Polling polling;
    private final Sessions sessions;
    private final PollPages polls;
    private final Secrets secrets;
    private final String publicUrl;

    /** @param publicUrl how phones reach the house, for the code on the wall */
    public SessionPages(
            Database db,
            Matters matters,
            Polling polling,
            Sessions sessions,
            PollPages polls,
            Secrets secrets,
            String publicUrl) {
        this.db = db;
        this.matters = matters;
        this.polling = polling;
        this.sessions = sessions;
        this.polls = polls;
        this.secrets = secrets;
        this.publicUrl = publicUrl;
    }

    public List<Door> doors() {
        return List.of(
                Door.get("/c/:c/sessions/:id", Access.SIGNED_IN, this::show),
                Door.get("/c/:c/sessions/:id/me", Access.SIGNED_IN, this::mine),
                Door.get("/c/:c/sessions/:id/in", Access.SIGNED_IN, this::atTheDoor),
                Door.post("/c/:c/sessions/:id/check-in", Access.SIGNED_IN, this::checkIn),
                Door.get("/screen/:c/:id", Access.ANYONE, this::wall));
    }

    /** What the room hears: of the phones and the console, or of the wall. */
    public LiveSource source(Front front, boolean wall) {
        return new SessionRoom(db, matters, polling, front.templates(), front.communities(), front.secrets(), wall);
    }

    SessionView view(Visit visit) {
        return SessionView.read(db.plain(), polling, matters, visit.here().id(), visit.id("id"));
    }

    private SessionView mine(Visit visit, Viewer me) {
        SessionView view = view(visit);
        if (!me.belongs(visit.here().id(), view.session().placePath())) {
            throw Stop.forbidden("session.stop.elsewhere");
        }
        return view;
    }

    private Answer show(Visit visit) {
        Viewer me = visit.me();
        SessionView view = mine(visit, me);
        Map<String, Object> model = personal(view, me);
        model.put("live", true);
        model.put(
                "room",
                Live.room("session", view.session().community(), view.session().id()));
        model.put("moderates", ConsolePages.moderates(me, view.session()));
        return visit.page("session/show", model);
    }

    private Answer mine(Visit visit) {
        Viewer me = visit.me();
        return visit.page("session/me", personal(mine(visit, me), me));
    }

    private Map<String, Object> personal(SessionView view, Viewer me) {
        Map<String, Object> model = new HashMap<>(view.model());
        Session session = view.session();
        boolean onRoll = me.has(Role.HOUSEHOLD_REP, session.community()) || me.has(Role.OWNER, session.community());
        boolean present = onRoll
                && SessionStore.isPresent(db.plain(), session.community(), session.id(), me.person(), me.household());
        model.put("onRoll", onRoll);
        model.put("here", present);
        if (view.newestPoll() != null) {
            model.putAll(polls.mine(view.newestPoll(), me));
        }
        return model;
    }

    private Answer atTheDoor(Visit visit) {
        SessionView view = mine(visit, visit.me());
        Map<String, Object> model = personal(view, visit.me());
        model.put("k", visit.query("k"));
        return visit.page("session/check-in", model);
    }

    private Answer checkIn(Visit visit) {
        SessionView view = mine(visit, visit.me());
        sessions.checkIn(
                visit.here().id(),
                view.session().id(),
                visit.me().person(),
                visit.form().text("k"));
        return Answer.to(
                "/c/" + visit.here().code() + "/sessions/" + view.session().id());
    }

    private Answer wall(Visit visit) {
        SessionView view = view(visit);
        Session session = view.session();
        String key = SessionRoom.screenKey(secrets, session.community(), session.id());
        Viewer viewer = visit.viewer();
        boolean mayShow =
                Secrets.same(key, visit.query("key")) || (viewer != null && ConsolePages.moderates(viewer, session));
        if (!mayShow) {
            throw Stop.forbidden("session.stop.screen");
        }
        Map<String, Object> model = new HashMap<>(view.model());
        model.put("live", true);
        model.put("room", Live.room("wall", session.community(), session.id()));
        model.put("screenKey", key);
        String house = publicUrl.isEmpty() ? "http://" + visit.headers().get("Host") : publicUrl;
        String in = house + "/c/" + visit.here().code() + "/sessions/" + session.id() + "/in?k=" + session.doorKey();
        model.put("qr", Qr.svg(in, visit.say(pavilion.rules.Refusal.of("session.wall.qr"))));
        return visit.page("session/wall", model);
    }
}
