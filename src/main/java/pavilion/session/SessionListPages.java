package pavilion.session;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.matter.Actor;
import pavilion.matter.MatterPanels.Panel;
import pavilion.matter.Speech;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Grant;
import pavilion.web.Role;
import pavilion.web.Secrets;
import pavilion.web.Stop;
import pavilion.web.Viewer;
import pavilion.web.Visit;

/** The meetings that concern somebody, and calling one for a place. */
final class SessionListPages {
    private static final int PAST = 40;
    private static final int LINE = 80;
    /** On today's page: what is near enough to keep the evening free for. */
    private static final int DAYS = 14;

    private final Database db;
    private final Clock clock;
    private final Calls calls;

    SessionListPages(Database db, Clock clock, Calls calls) {
        this.db = db;
        this.clock = clock;
        this.calls = calls;
    }

    List<Door> doors() {
        return List.of(
                Door.get("/c/:c/sessions", Access.SIGNED_IN, this::list),
                Door.get("/c/:c/sessions/new", ConsolePages.MODERATORS, v -> form(v, null)),
                Door.post("/c/:c/sessions/new", ConsolePages.MODERATORS, this::call));
    }

    /** A meeting as a line of a list. */
    record Line(Session session, String when, boolean near) {
        String state() {
            return session.adjourned() ? "adjourned" : session.state();
        }
    }

    private List<Line> lines(Visit visit, List<Session> sessions) {
        Speech speech = Speech.of(visit);
        Instant now = clock.instant();
        return sessions.stream()
                .map(session -> {
                    Instant at = session.comesAt();
                    boolean near = at != null && !session.ended() && Hours.daysAhead(at, now) <= 1;
                    return new Line(session, Hours.say(speech, at, now), near);
                })
                .toList();
    }

    private static List<String> paths(Viewer viewer, int community) {
        return viewer.grants().stream()
                .filter(grant -> grant.community() == community)
                .map(Grant::path)
                .toList();
    }

    private Answer list(Visit visit) {
        int here = visit.here().id();
        List<String> paths = paths(visit.me(), here);
        if (paths.isEmpty() && visit.me().community() != here) {
            throw Stop.forbidden("matter.stop.community");
        }
        Instant today = Hours.midnight(clock.instant());
        List<Line> ahead = lines(visit, CallStore.ahead(db.plain(), here, paths, today));
        Map<String, Object> model = new HashMap<>();
        model.put("running", ahead.stream().filter(l -> l.session().isOpen()).toList());
        model.put("coming", ahead.stream().filter(l -> !l.session().isOpen()).toList());
        model.put("past", lines(visit, CallStore.past(db.plain(), here, paths, today, PAST)));
        model.put("calls", visit.me().has(Role.MODERATOR, here) || visit.me().has(Role.COMMITTEE, here));
        return visit.page("session/list", model);
    }

    /** What is called, on the page of the day. */
    List<Panel> today(Visit visit) {
        int here = visit.here().id();
        Instant now = clock.instant();
        List<Line> lines =
                lines(visit, CallStore.ahead(db.plain(), here, paths(visit.me(), here), Hours.midnight(now))).stream()
                        .filter(line -> soon(line.session(), now))
                        .toList();
        return List.of(new Panel("now", "session/today", Map.of("lines", lines)));
    }

    private static boolean soon(Session session, Instant now) {
        Instant at = session.comesAt();
        return at == null || session.isOpen() || Hours.daysAhead(at, now) <= DAYS;
    }

    private List<CallStore.Where> places(Visit visit) {
        int here = visit.here().id();
        List<String> paths = visit.me().grants().stream()
                .filter(grant -> grant.community() == here)
                .filter(grant -> grant.role() == Role.MODERATOR || grant.role() == Role.COMMITTEE)
                .map(Grant::path)
                .toList();
        return CallStore.places(db.plain(), here, paths);
    }

    private Answer form(Visit visit, @Nullable Form typed) {
        Map<String, Object> model = new HashMap<>();
        String where = typed == null ? visit.query("where") : typed.text("where");
        model.put(
                "places",
                places(visit).stream()
                        .map(each -> CallForm.choice(
                                Long.toString(each.id()),
                                each.name(),
                                Long.toString(each.id()).equals(where)))
                        .toList());
        model.put("kinds", CallForm.kinds(Speech.of(visit), typed == null ? "" : typed.text("kind")));
        model.put("key", typed == null ? Secrets.token() : typed.text("key"));
        if (typed == null) {
            return visit.page("session/new", model);
        }
        model.put("values", typed.values());
        model.put("errors", typed.errors());
        model.put("wrongs", Speech.of(visit).errors(typed.errors()));
        return visit.again("session/new", model);
    }

    private Answer call(Visit visit) {
        Form form = visit.form();
        CallStore.Where place = places(visit).stream()
                .filter(each -> Long.toString(each.id()).equals(form.text("where")))
                .findFirst()
                .orElse(null);
        if (place == null) {
            form.wrong("where", "web.form.choose");
        }
        Calls.Call call = CallForm.read(form);
        List<String> agenda = agenda(form);
        String key = form.required("key", 64);
        if (!form.good() || place == null) {
            return form(visit, form);
        }
        Actor by = Actor.of(visit.me(), visit.here().id(), place.path());
        try {
            long id = calls.call(visit.here().id(), place.id(), call, agenda, key, by);
            return Answer.to("/c/" + visit.here().code() + "/sessions/" + id + "/agenda");
        } catch (Refused refused) {
            form.wrong("starts", refused.refusal());
            return form(visit, form);
        }
    }

    // One item a line.
    private static List<String> agenda(Form form) {
        List<String> items = form.required("agenda", 2_000)
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
