package pavilion.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pavilion.db.Database;
import pavilion.poll.PollPages;
import pavilion.proxy.Letters;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Live;
import pavilion.web.Role;
import pavilion.web.Secrets;
import pavilion.web.Stop;
import pavilion.web.Viewer;
import pavilion.web.Visit;

/** A meeting as the resident sees it on a phone, and as the hall sees it on the wall. */
final class SessionPages {
    private static final List<Role> VOICES = List.of(Role.HOUSEHOLD_REP, Role.OWNER, Role.RESIDENT_REP, Role.COMMITTEE);

    private final Database db;
    private final SessionReader reader;
    private final Attendance attendance;
    private final HallCode code;
    private final SessionWall wall;
    private final PollPages polls;
    private final Letters letters;

    SessionPages(
            Database db,
            SessionReader reader,
            Attendance attendance,
            HallCode code,
            SessionWall wall,
            PollPages polls,
            Letters letters) {
        this.db = db;
        this.reader = reader;
        this.attendance = attendance;
        this.code = code;
        this.wall = wall;
        this.polls = polls;
        this.letters = letters;
    }

    List<Door> doors() {
        return List.of(
                Door.get("/c/:c/sessions/:id", Access.SIGNED_IN, this::show),
                Door.get("/c/:c/sessions/:id/me", Access.SIGNED_IN, this::me),
                Door.get("/c/:c/sessions/:id/in", Access.ANYONE, this::scanned),
                Door.get("/c/:c/sessions/:id/come", Access.SIGNED_IN, this::atTheDoor),
                Door.post("/c/:c/sessions/:id/check-in", Access.SIGNED_IN, this::checkIn),
                Door.post("/c/:c/sessions/:id/afar", Access.SIGNED_IN, this::fromAfar),
                Door.post("/c/:c/sessions/:id/leave", Access.SIGNED_IN, this::goHome),
                Door.get("/screen/:c/:id", Access.ANYONE, this::wall));
    }

    SessionView view(Visit visit) {
        return view(visit.here().id(), visit.id("id"));
    }

    SessionView view(int community, long id) {
        return reader.read(db.plain(), community, id);
    }

    static String url(Visit visit, Session session) {
        return "/c/" + visit.here().code() + "/sessions/" + session.id();
    }

    /** What the room sees of the meeting, for somebody whose place it concerns. */
    SessionView seen(Visit visit) {
        SessionView view = reader.known(db.plain(), visit.here().id(), visit.id("id"));
        requireBelongs(visit, view.session());
        return view;
    }

    /** The meeting itself, for somebody whose place it concerns. */
    Session mine(Visit visit) {
        Session session = session(visit);
        requireBelongs(visit, session);
        return session;
    }

    Session session(Visit visit) {
        return SessionStore.find(db.plain(), visit.here().id(), visit.id("id")).orElseThrow(Stop::notFound);
    }

    private static void requireBelongs(Visit visit, Session session) {
        if (!visit.me().belongs(session.community(), session.placePath())) {
            throw Stop.forbidden("session.stop.elsewhere");
        }
    }

    private Answer show(Visit visit) {
        Viewer me = visit.me();
        SessionView view = seen(visit);
        Map<String, Object> model = personal(view, me);
        model.put("live", true);
        model.put(
                "room",
                Live.room("session", view.session().community(), view.session().id()));
        model.put("moderates", ConsolePages.moderates(me, view.session()));
        model.put(
                "files",
                AttachmentStore.of(
                        db.plain(), view.session().community(), view.session().id()));
        return visit.page("session/show", model);
    }

    private Answer me(Visit visit) {
        return visit.page("session/me", personal(seen(visit), visit.me()));
    }

    private Map<String, Object> personal(SessionView view, Viewer me) {
        Map<String, Object> model = new HashMap<>(view.model());
        Session session = view.session();
        boolean onRoll = VOICES.stream().anyMatch(role -> me.has(role, session.community()))
                || letters.holds(db.plain(), session.community(), session.id(), me.person());
        PresenceStore.Stands stands = onRoll
                ? PresenceStore.stands(db.plain(), session, me.person(), me.household())
                : PresenceStore.Stands.NOT;
        model.put("onRoll", onRoll);
        model.put("here", stands.here());
        model.put("afar", stands.afar());
        model.put(
                "hand",
                view.floor().queue().stream()
                        .filter(l -> l.speaker().equals(Turn.person(me.person())))
                        .findFirst()
                        .orElse(null));
        model.putAll(reader.beside().mine(session, me, stands.voices()));
        if (view.newestPoll() != null) {
            Map<String, Object> mine = polls.mine(view.newestPoll(), me);
            model.putAll(mine);
            if (mine.get("papers") instanceof List<?> papers && papers.isEmpty()) {
                model.put(
                        "given",
                        letters.used(
                                db.plain(),
                                session.community(),
                                view.newestPoll().id(),
                                me.person()));
            }
        }
        return model;
    }

    // The code is old before many a sign-in is through; the pass that it is changed for is not.
    private Answer scanned(Visit visit) {
        Session session = session(visit);
        String pass =
                code.passFor(session, visit.query("k")).orElseThrow(() -> Stop.forbidden("session.refused.door-key"));
        return Answer.to(url(visit, session) + "/come?pass=" + pass);
    }

    private Answer atTheDoor(Visit visit) {
        SessionView view = seen(visit);
        Map<String, Object> model = personal(view, visit.me());
        model.put("pass", visit.query("pass"));
        return visit.page("session/check-in", model);
    }

    private Answer checkIn(Visit visit) {
        Session session = mine(visit);
        attendance.checkIn(
                session.community(),
                session.id(),
                visit.me().person(),
                visit.form().text("pass"));
        return Answer.to(url(visit, session));
    }

    private Answer fromAfar(Visit visit) {
        Session session = mine(visit);
        attendance.fromAfar(session.community(), session.id(), visit.me().person());
        return Answer.to(url(visit, session));
    }

    private Answer goHome(Visit visit) {
        Session session = mine(visit);
        attendance.goHome(session.community(), session.id(), visit.me().person());
        return Answer.to(url(visit, session));
    }

    private Answer wall(Visit visit) {
        SessionView view = view(visit);
        Session session = view.session();
        String key = wall.screenKey(session.community(), session.id());
        Viewer viewer = visit.viewer();
        boolean mayShow =
                Secrets.same(key, visit.query("key")) || (viewer != null && ConsolePages.moderates(viewer, session));
        if (!mayShow) {
            throw Stop.forbidden("session.stop.screen");
        }
        Map<String, Object> model = wall.model(view, "/c/" + visit.here().code(), visit.lang());
        model.put("live", true);
        model.put("room", Live.room("wall", session.community(), session.id()));
        model.put("screenKey", key);
        return visit.page("session/wall", model);
    }
}
