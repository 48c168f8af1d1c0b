package pavilion.session.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pavilion.db.Database;
import pavilion.identity.Tokens;
import pavilion.proposal.Plan;
import pavilion.proposal.ProposalModule;
import pavilion.rules.Refused;
import pavilion.rules.method.Method;
import pavilion.session.AgendaItem;
import pavilion.session.Console;
import pavilion.session.Session;
import pavilion.session.SessionAccess;
import pavilion.session.SessionScreen;
import pavilion.session.agenda.AgendaStore;
import pavilion.session.conduct.SessionModule;
import pavilion.session.conduct.Sessions;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** The moderator's console. Every button is a form of its own; a second tap does nothing twice. */
final class ConsolePages implements Console {
    /** The item that was in hand when the page was made. */
    private static final FormField FROM = FormField.number("from");

    private final Database db;
    private final ProposalModule proposals;
    private final SessionAccess access;
    private final Sessions sessions;
    private final SessionReader reader;
    private final Projector projector;

    ConsolePages(
            Database db, ProposalModule proposals, SessionModule sessions, SessionReader reader, Projector projector) {
        this.db = db;
        this.proposals = proposals;
        this.access = sessions.access();
        this.sessions = sessions.sessions();
        this.reader = reader;
        this.projector = projector;
    }

    List<Route> routes() {
        String path = "/c/:c/sessions/:id";
        return List.of(
                Route.get(path + "/console", SessionAccess.MODERATORS, r -> show(r, "session/console")),
                Route.get(path + "/controls", SessionAccess.MODERATORS, r -> show(r, "session/controls")),
                Route.post(
                        path + "/open",
                        SessionAccess.MODERATORS,
                        r -> act(r, (s, by) -> sessions.open(s.community(), s.id(), by))),
                Route.post(
                        path + "/pause",
                        SessionAccess.MODERATORS,
                        r -> act(r, (s, by) -> sessions.pause(s.community(), s.id(), by))),
                Route.post(
                        path + "/close",
                        SessionAccess.MODERATORS,
                        r -> act(r, (s, by) -> sessions.close(s.community(), s.id(), by))),
                Route.post(
                        path + "/next",
                        SessionAccess.MODERATORS,
                        r -> act(r, (s, by) -> sessions.next(s.community(), s.id(), from(r), by)),
                        FROM),
                Route.post(
                        path + "/motion",
                        SessionAccess.MODERATORS,
                        this::motion,
                        FROM,
                        FormField.text("motion", 2_000)));
    }

    private static int from(Request request) {
        return (int) request.form().number("from", n -> n > 0 && n < 1000, "web.form.choose");
    }

    private Response show(Request request, String template) {
        return request.page(template, model(view(access.moderated(request)), ""));
    }

    private SessionView view(Session session) {
        return reader.read(db.plain(), session.community(), session.id());
    }

    private Map<String, Object> model(SessionView view, String sentence) {
        Map<String, Object> model = new HashMap<>(view.model());
        Session session = view.session();
        model.put("live", true);
        model.put("channel", SessionScreen.CONSOLE.channel(session.community(), session.id()));
        model.put("screenKey", projector.key(session.community(), session.id()));
        model.put("sentence", sentence);
        model.put("unprintable", view.unprintable());
        model.put("motionKey", Tokens.token());
        if (view.matter() != null && view.poll() == null) {
            model.put("methods", Arrays.stream(Method.values()).map(Method::id).toList());
            model.put("plans", plans(session, view));
        }
        return model;
    }

    /** The plans of the matter, a line each; a motion that was amended stands in place of the plan that it was. */
    private String plans(Session session, SessionView view) {
        AgendaItem item = view.current();
        String motion = oneLine(item.motion());
        Set<String> wordings = AgendaStore.texts(db.plain(), session, item.id()).stream()
                .map(ConsolePages::oneLine)
                .collect(Collectors.toSet());
        List<String> plans = proposals.plan(db.plain(), view.matter()).options().stream()
                .map(Plan.Option::title)
                .map(title -> wordings.contains(oneLine(title)) ? motion : title)
                .collect(Collectors.toCollection(ArrayList::new));
        if (wordings.size() > 1 && !plans.contains(motion)) {
            plans.add(motion);
        }
        return String.join("\n", plans);
    }

    /** A plan is one line of the form. */
    private static String oneLine(String motion) {
        return motion.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    @Override
    public Response act(Request request, Act act) {
        Session session = access.moderated(request);
        try {
            act.on(session, SessionAccess.actor(request, session));
        } catch (Refused refused) {
            return refused(request, session.community(), session.id(), refused);
        }
        return Response.to(SessionAccess.url(request, session) + "/console");
    }

    @Override
    public Response refused(Request request, int community, long session, Refused refused) {
        SessionView view = reader.read(db.plain(), community, session);
        Map<String, Object> model = model(view, request.say(refused.refusal()));
        model.put("values", request.form().values());
        return request.page(409, "session/console", model);
    }

    private Response motion(Request request) {
        FormData form = request.form();
        String motion = form.required("motion");
        int ordinal = from(request);
        if (!form.good()) {
            Map<String, Object> model = model(view(access.moderated(request)), "");
            model.put("values", form.values());
            model.put("errors", form.errors());
            return request.again("session/console", model);
        }
        return act(request, (s, by) -> sessions.motion(s.community(), s.id(), ordinal, motion, by));
    }
}
