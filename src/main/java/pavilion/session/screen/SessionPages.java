package pavilion.session.screen;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pavilion.db.Database;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.identity.Tokens;
import pavilion.live.ChannelKey;
import pavilion.poll.PollPages;
import pavilion.proxy.ProxyLetters;
import pavilion.session.Session;
import pavilion.session.SessionStore;
import pavilion.session.agenda.AttachmentStore;
import pavilion.session.floor.SpeakerTurn;
import pavilion.session.presence.Attendance;
import pavilion.session.presence.CheckInCode;
import pavilion.session.presence.PresenceStore;
import pavilion.web.Access;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** A meeting as the resident sees it on a phone, and as the hall sees it on the wall. */
public final class SessionPages {
    private static final List<Role> VOICES = List.of(Role.HOUSEHOLD_REP, Role.OWNER, Role.RESIDENT_REP, Role.COMMITTEE);

    private final Database db;
    private final SessionReader reader;
    private final Attendance attendance;
    private final CheckInCode code;
    private final Projector wall;
    private final PollPages polls;
    private final ProxyLetters letters;

    public SessionPages(
            Database db,
            SessionReader reader,
            Attendance attendance,
            CheckInCode code,
            Projector wall,
            PollPages polls,
            ProxyLetters letters) {
        this.db = db;
        this.reader = reader;
        this.attendance = attendance;
        this.code = code;
        this.wall = wall;
        this.polls = polls;
        this.letters = letters;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/c/:c/sessions/:id", Access.SIGNED_IN, this::show),
                Route.get("/c/:c/sessions/:id/me", Access.SIGNED_IN, this::me),
                Route.get("/c/:c/sessions/:id/in", Access.ANYONE, this::scanned),
                Route.get("/c/:c/sessions/:id/come", Access.SIGNED_IN, this::atTheDoor),
                Route.post("/c/:c/sessions/:id/check-in", Access.SIGNED_IN, this::checkIn),
                Route.post("/c/:c/sessions/:id/afar", Access.SIGNED_IN, this::fromAfar),
                Route.post("/c/:c/sessions/:id/leave", Access.SIGNED_IN, this::goHome),
                Route.get("/screen/:c/:id", Access.ANYONE, this::wall));
    }

    public SessionView view(Request request) {
        return view(request.here().id(), request.id("id"));
    }

    public SessionView view(int community, long id) {
        return reader.read(db.plain(), community, id);
    }

    public static String url(Request request, Session session) {
        return "/c/" + request.here().code() + "/sessions/" + session.id();
    }

    /** What the room sees of the meeting, for somebody whose place it concerns. */
    public SessionView seen(Request request) {
        SessionView view = reader.known(db.plain(), request.here().id(), request.id("id"));
        requireBelongs(request, view.session());
        return view;
    }

    /** The meeting itself, for somebody whose place it concerns. */
    public Session mine(Request request) {
        Session session = session(request);
        requireBelongs(request, session);
        return session;
    }

    public Session session(Request request) {
        return SessionStore.find(db.plain(), request.here().id(), request.id("id"))
                .orElseThrow(HttpError::notFound);
    }

    private static void requireBelongs(Request request, Session session) {
        if (!request.me().belongs(session.community(), session.placePath())) {
            throw HttpError.forbidden("session.stop.elsewhere");
        }
    }

    private Response show(Request request) {
        CurrentUser me = request.me();
        SessionView view = seen(request);
        Map<String, Object> model = personal(view, me);
        model.put("live", true);
        model.put(
                "channel",
                new ChannelKey(
                        "session", view.session().community(), view.session().id()));
        model.put("moderates", ConsolePages.moderates(me, view.session()));
        model.put(
                "files",
                AttachmentStore.of(
                        db.plain(), view.session().community(), view.session().id()));
        return request.page("session/show", model);
    }

    private Response me(Request request) {
        return request.page("session/me", personal(seen(request), request.me()));
    }

    private Map<String, Object> personal(SessionView view, CurrentUser me) {
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
                        .filter(l -> l.speaker().equals(SpeakerTurn.person(me.person())))
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
    private Response scanned(Request request) {
        Session session = session(request);
        String pass = code.passFor(session, request.query("k"))
                .orElseThrow(() -> HttpError.forbidden("session.refused.door-key"));
        return Response.to(url(request, session) + "/come?pass=" + pass);
    }

    private Response atTheDoor(Request request) {
        SessionView view = seen(request);
        Map<String, Object> model = personal(view, request.me());
        model.put("pass", request.query("pass"));
        return request.page("session/check-in", model);
    }

    private Response checkIn(Request request) {
        Session session = mine(request);
        attendance.checkIn(
                session.community(),
                session.id(),
                request.me().person(),
                request.form().text("pass"));
        return Response.to(url(request, session));
    }

    private Response fromAfar(Request request) {
        Session session = mine(request);
        attendance.fromAfar(session.community(), session.id(), request.me().person());
        return Response.to(url(request, session));
    }

    private Response goHome(Request request) {
        Session session = mine(request);
        attendance.goHome(session.community(), session.id(), request.me().person());
        return Response.to(url(request, session));
    }

    private Response wall(Request request) {
        SessionView view = view(request);
        Session session = view.session();
        String key = wall.screenKey(session.community(), session.id());
        CurrentUser viewer = request.viewer();
        boolean mayShow =
                Tokens.same(key, request.query("key")) || (viewer != null && ConsolePages.moderates(viewer, session));
        if (!mayShow) {
            throw HttpError.forbidden("session.stop.screen");
        }
        Map<String, Object> model = wall.model(view, "/c/" + request.here().code(), request.lang());
        model.put("live", true);
        model.put("channel", new ChannelKey("wall", session.community(), session.id()));
        model.put("screenKey", key);
        return request.page("session/wall", model);
    }
}
