package pavilion.session.screen;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pavilion.db.Database;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.identity.Tokens;
import pavilion.poll.PollPages;
import pavilion.proxy.ProxyLetter;
import pavilion.proxy.ProxyLetters;
import pavilion.session.Session;
import pavilion.session.SessionAccess;
import pavilion.session.SessionExtension;
import pavilion.session.SessionScreen;
import pavilion.session.agenda.Attachments;
import pavilion.session.conduct.SessionModule;
import pavilion.session.floor.SpeakerTurn;
import pavilion.session.presence.Attendance;
import pavilion.session.presence.CheckInCode;
import pavilion.session.presence.PersonalPresence;
import pavilion.session.presence.Presence;
import pavilion.web.Access;
import pavilion.web.FormField;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** A session as people see it on their phones and on the projector, and checking in on the phone. */
final class SessionPages {
    private static final List<Role> VOICES = List.of(Role.HOUSEHOLD_REP, Role.OWNER, Role.RESIDENT_REP, Role.COMMITTEE);

    private final Database db;
    private final SessionAccess access;
    private final SessionReader reader;
    private final SessionExtension extension;
    private final Attendance attendance;
    private final CheckInCode code;
    private final Projector projector;
    private final PollPages polls;
    private final ProxyLetters letters;

    SessionPages(
            Database db,
            SessionModule sessions,
            SessionReader reader,
            SessionExtension extension,
            Projector projector,
            PollPages polls,
            ProxyLetters letters) {
        this.db = db;
        this.access = sessions.access();
        this.attendance = sessions.attendance();
        this.code = sessions.code();
        this.reader = reader;
        this.extension = extension;
        this.projector = projector;
        this.polls = polls;
        this.letters = letters;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/c/:c/sessions/:id", Access.SIGNED_IN, this::show),
                Route.get("/c/:c/sessions/:id/me", Access.SIGNED_IN, this::me),
                Route.get("/c/:c/sessions/:id/in", Access.ANYONE, this::scanned),
                Route.get("/c/:c/sessions/:id/come", Access.SIGNED_IN, this::arrival),
                Route.post("/c/:c/sessions/:id/check-in", Access.SIGNED_IN, this::checkIn, FormField.choice("pass")),
                Route.post("/c/:c/sessions/:id/afar", Access.SIGNED_IN, this::attendRemotely),
                Route.post("/c/:c/sessions/:id/leave", Access.SIGNED_IN, this::leave),
                Route.get("/screen/:c/:id", Access.ANYONE, this::projector));
    }

    /** What everybody sees of the session of the path, for those whom its place concerns. */
    private SessionView seen(Request request) {
        SessionView view = reader.known(db.plain(), request.community().id(), request.id("id"));
        SessionAccess.requireBelongs(request, view.session());
        return view;
    }

    private Response show(Request request) {
        CurrentUser me = request.user();
        SessionView view = seen(request);
        Session session = view.session();
        Map<String, Object> model = personal(view, me);
        model.put("live", true);
        model.put("channel", SessionScreen.PHONE.channel(session.community(), session.id()));
        model.put("unprintable", view.unprintable());
        model.put("moderates", SessionAccess.moderates(me, session));
        model.put("files", Attachments.of(db.plain(), session));
        return request.page("session/show", model);
    }

    private Response me(Request request) {
        return request.page("session/me", personal(seen(request), request.user()));
    }

    private Map<String, Object> personal(SessionView view, CurrentUser me) {
        Map<String, Object> model = new HashMap<>(view.model());
        Session session = view.session();
        boolean voice = VOICES.stream().anyMatch(role -> me.has(role, session.community()));
        List<ProxyLetter> mine =
                session.ended() ? List.of() : letters.of(db.plain(), session.community(), session.id(), me.person());
        List<ProxyLetter> held =
                mine.stream().filter(each -> each.holder() == me.person()).toList();
        boolean holds = !held.isEmpty();
        model.put("brings", held);
        model.put(
                "entrusted",
                mine.stream().filter(each -> each.grantedBy(me.person())).toList());
        PersonalPresence presence = voice || holds
                ? PersonalPresence.of(db.plain(), session, me.person(), me.household())
                : PersonalPresence.NONE;
        model.put("onRoll", holds || (voice && presence.listed()));
        model.put("votes", view.agenda().lines().stream().anyMatch(line -> line.matterId() != null));
        model.put("here", presence.here());
        model.put("remotely", presence.remote());
        model.put("request", view.floor().waiting(SpeakerTurn.person(me.person())));
        model.putAll(extension.mine(session, me, presence.voices()));
        if (view.poll() != null) {
            model.putAll(polls.mine(view.poll().poll(), me));
        }
        return model;
    }

    private static CheckInCode.Holder holder(Request request) {
        CurrentUser user = request.userOrNull();
        return new CheckInCode.Holder(user == null ? 0 : user.person(), request.guest());
    }

    // Signing in may take longer than a code lives; the pass that it is exchanged for lives long enough.
    private Response scanned(Request request) {
        Session session = access.session(request);
        String pass = code.passFor(session, request.query("k"), holder(request))
                .orElseThrow(() -> HttpError.forbidden("session.refused.door-key"));
        return Response.to(SessionAccess.url(request, session) + "/come?pass=" + pass);
    }

    private Response arrival(Request request) {
        SessionView view = seen(request);
        String pass = request.query("pass");
        if (!code.admits(view.session(), pass, holder(request))) {
            throw HttpError.forbidden("session.refused.door-key");
        }
        Map<String, Object> model = personal(view, request.user());
        model.put("pass", pass);
        Set<Long> here = Presence.of(db.plain(), view.session()).letters().keySet();
        boolean waiting = model.get("brings") instanceof List<?> held
                && held.stream().anyMatch(each -> each instanceof ProxyLetter letter && !here.contains(letter.voter()));
        boolean onSite = Boolean.TRUE.equals(model.get("here")) && !Boolean.TRUE.equals(model.get("remotely"));
        model.put("checkedIn", onSite && !waiting);
        model.put("ask", onSite ? "proxy.check-in.what" : "session.check-in.what");
        return request.page("session/check-in", model);
    }

    private Response checkIn(Request request) {
        Session session = access.mine(request);
        attendance.checkIn(
                session.community(),
                session.id(),
                holder(request),
                request.form().text("pass"));
        return Response.to(SessionAccess.url(request, session));
    }

    private Response attendRemotely(Request request) {
        Session session = access.mine(request);
        attendance.attendRemotely(
                session.community(), session.id(), request.user().person());
        return Response.to(SessionAccess.url(request, session));
    }

    private Response leave(Request request) {
        Session session = access.mine(request);
        attendance.leave(session.community(), session.id(), request.user().person());
        return Response.to(SessionAccess.url(request, session));
    }

    private Response projector(Request request) {
        SessionView view = reader.read(db.plain(), request.community().id(), request.id("id"));
        Session session = view.session();
        String key = projector.key(session.community(), session.id());
        CurrentUser user = request.userOrNull();
        boolean mayShow =
                Tokens.same(key, request.query("key")) || (user != null && SessionAccess.moderates(user, session));
        if (!mayShow) {
            throw HttpError.forbidden("session.stop.screen");
        }
        Map<String, Object> model =
                projector.model(view, "/c/" + request.community().code(), request.lang());
        model.put("live", true);
        model.put("channel", SessionScreen.PROJECTOR.channel(session.community(), session.id()));
        model.put("screenKey", key);
        return request.page("session/wall", model);
    }
}
