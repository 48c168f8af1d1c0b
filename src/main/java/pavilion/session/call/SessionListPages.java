package pavilion.session.call;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.identity.RoleGrant;
import pavilion.identity.Tokens;
import pavilion.matter.PanelProvider.Panel;
import pavilion.matter.PanelProvider.Region;
import pavilion.rules.Refused;
import pavilion.session.MatterSessionStore;
import pavilion.session.Session;
import pavilion.session.SessionAccess;
import pavilion.session.agenda.Agendas;
import pavilion.text.Phrases;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;
import pavilion.web.SelectOption;

/** The sessions that concern somebody, and calling one for a place. */
public final class SessionListPages {
    private static final int PAST = 40;
    private static final int LINE = 80;
    /** How many days ahead a session stands on the page of the day. */
    private static final int DAYS = 14;

    private final Database db;
    private final Clock clock;
    private final Calls calls;

    public SessionListPages(Database db, Clock clock, Calls calls) {
        this.db = db;
        this.clock = clock;
        this.calls = calls;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/c/:c/sessions", Access.SIGNED_IN, this::list),
                Route.get("/c/:c/sessions/new", SessionAccess.MODERATORS, r -> form(r, null)),
                Route.post(
                        "/c/:c/sessions/new",
                        SessionAccess.MODERATORS,
                        this::call,
                        FormField.choice("where"),
                        CallForm.KIND,
                        CallForm.TITLE,
                        CallForm.STARTS,
                        CallForm.VENUE,
                        FormField.text("agenda", 2_000),
                        FormField.key("key")));
    }

    /**
     * A session in a list.
     *
     * @param near whether it is today or tomorrow
     */
    record Line(Session session, String when, boolean near) {
        String state() {
            return session.adjourned() ? "adjourned" : session.state().key();
        }
    }

    private List<Line> lines(Request request, List<Session> sessions) {
        Phrases phrases = request.phrases();
        Instant now = clock.instant();
        return sessions.stream()
                .map(session -> {
                    Instant at = session.comesAt();
                    boolean near = at != null && !session.ended() && SessionTimes.daysAhead(at, now) <= 1;
                    return new Line(session, SessionTimes.say(phrases, at, now), near);
                })
                .toList();
    }

    private static List<String> paths(CurrentUser user, int community) {
        return user.grants().stream()
                .filter(grant -> grant.community() == community)
                .map(RoleGrant::path)
                .toList();
    }

    private Response list(Request request) {
        int here = request.community().id();
        List<String> paths = paths(request.user(), here);
        if (paths.isEmpty() && request.user().community() != here) {
            throw HttpError.forbidden("matter.stop.community");
        }
        Instant today = SessionTimes.midnight(clock.instant());
        List<Line> ahead = lines(request, CallStore.ahead(db.plain(), here, paths, today));
        Map<String, Object> model = new HashMap<>();
        model.put("running", ahead.stream().filter(l -> l.session().isOpen()).toList());
        model.put("coming", ahead.stream().filter(l -> !l.session().isOpen()).toList());
        model.put("past", lines(request, CallStore.past(db.plain(), here, paths, today, PAST)));
        model.put(
                "calls",
                request.user().has(Role.MODERATOR, here) || request.user().has(Role.COMMITTEE, here));
        return request.page("session/list", model);
    }

    /** On the page of the day: each session that is in progress, the one that comes next, and those that were changed. */
    List<Panel> today(Request request) {
        int here = request.community().id();
        Tx tx = db.plain();
        Instant now = clock.instant();
        List<Line> lines = lines(
                request,
                CallStore.ahead(tx, here, paths(request.user(), here), SessionTimes.midnight(now)).stream()
                        .filter(session -> soon(session, now))
                        .toList());
        List<Panel> panels = new ArrayList<>();
        for (Line line : lines) {
            if (line.session().isOpen()) {
                panels.add(new Panel(Region.ACTION, "session/today-open", open(request, line), matters(tx, line)));
            }
        }
        List<Line> coming =
                lines.stream().filter(line -> !line.session().isOpen()).toList();
        Line next = coming.stream()
                .filter(line -> !line.session().isOff() && line.session().comesAt() != null)
                .findFirst()
                .orElse(null);
        List<Line> told = coming.stream()
                .filter(line -> line == next || changed(line.session()))
                .toList();
        panels.add(new Panel(
                Region.LEAD,
                "session/today",
                Map.of("lines", told, "more", coming.size() - told.size()),
                told.stream().flatMap(line -> matters(tx, line).stream()).collect(Collectors.toSet())));
        return panels;
    }

    /** Whoever has read of it before has to know. */
    private static boolean changed(Session session) {
        return session.progress().moved() || session.isOff() || session.adjourned();
    }

    private static Set<Long> matters(Tx tx, Line line) {
        return MatterSessionStore.of(
                tx, line.session().community(), List.of(line.session().id()));
    }

    private static Map<String, Object> open(Request request, Line line) {
        Session session = line.session();
        return Map.of("session", session, "leads", SessionAccess.moderates(request.user(), session));
    }

    private static boolean soon(Session session, Instant now) {
        Instant at = session.comesAt();
        return at == null || session.isOpen() || SessionTimes.daysAhead(at, now) <= DAYS;
    }

    private List<CallStore.CallingPlace> places(Request request) {
        int here = request.community().id();
        List<String> paths = request.user().grants().stream()
                .filter(grant -> grant.community() == here)
                .filter(grant -> grant.role() == Role.MODERATOR || grant.role() == Role.COMMITTEE)
                .map(RoleGrant::path)
                .toList();
        return CallStore.places(db.plain(), here, paths);
    }

    private Response form(Request request, @Nullable FormData typed) {
        Map<String, Object> model = new HashMap<>();
        String where = typed == null ? request.query("where") : typed.text("where");
        model.put(
                "places",
                places(request).stream()
                        .map(each -> new SelectOption(
                                Long.toString(each.id()),
                                each.name(),
                                Long.toString(each.id()).equals(where)))
                        .toList());
        model.put("kinds", CallForm.kinds(request.phrases(), typed == null ? "" : typed.text("kind")));
        model.put("key", typed == null ? Tokens.token() : typed.text("key"));
        if (typed == null) {
            return request.page("session/new", model);
        }
        model.put("values", typed.values());
        model.put("errors", typed.errors());
        model.put("wrongs", request.phrases().errors(typed.errors()));
        return request.again("session/new", model);
    }

    private Response call(Request request) {
        FormData form = request.form();
        CallStore.CallingPlace place = places(request).stream()
                .filter(each -> Long.toString(each.id()).equals(form.text("where")))
                .findFirst()
                .orElse(null);
        if (place == null) {
            form.wrong("where", "web.form.choose");
        }
        Session.Call call = CallForm.read(form);
        List<String> agenda = agenda(form);
        String key = form.required("key");
        if (!form.good() || place == null) {
            return form(request, form);
        }
        Actor by = Actor.of(request.user(), request.community().id(), place.path());
        try {
            long id = calls.call(request.community().id(), place.id(), call, agenda, key, by);
            return Response.to("/c/" + request.community().code() + "/sessions/" + id + "/agenda");
        } catch (Refused refused) {
            form.wrong("starts", refused.refusal());
            return form(request, form);
        }
    }

    // One item a line.
    private static List<String> agenda(FormData form) {
        List<String> items = form.required("agenda")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (items.size() > Agendas.MOST) {
            form.wrong("agenda", "calling.refused.many", Agendas.MOST);
        }
        if (items.stream().anyMatch(item -> item.codePointCount(0, item.length()) > LINE)) {
            form.wrong("agenda", "calling.refused.line", LINE);
        }
        return items;
    }
}
