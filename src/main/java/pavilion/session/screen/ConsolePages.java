package pavilion.session.screen;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pavilion.db.Database;
import pavilion.identity.Actor;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.identity.Tokens;
import pavilion.live.ChannelKey;
import pavilion.live.Channels;
import pavilion.matter.MatterModule;
import pavilion.poll.Poll;
import pavilion.poll.PollAccess;
import pavilion.poll.Polls;
import pavilion.proposal.Plan;
import pavilion.proposal.ProposalModule;
import pavilion.rules.Refused;
import pavilion.rules.method.Method;
import pavilion.session.Session;
import pavilion.session.conduct.Sessions;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** The moderator's console. Every button is a form of its own; a second tap does nothing twice. */
public final class ConsolePages {
    private static final int MOTION = 2_000;
    public static final Access MODERATORS = Access.of(Role.MODERATOR, Role.COMMITTEE);

    private final Database db;
    private final ProposalModule proposals;
    private final Sessions sessions;
    private final SessionPages pages;
    private final Polls polls;
    private final PollAccess desk;
    private final Projector wall;

    public ConsolePages(
            Database db,
            ProposalModule proposals,
            Sessions sessions,
            SessionPages pages,
            Polls polls,
            PollAccess desk,
            Projector wall) {
        this.db = db;
        this.proposals = proposals;
        this.sessions = sessions;
        this.pages = pages;
        this.polls = polls;
        this.desk = desk;
        this.wall = wall;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/c/:c/sessions/:id/console", MODERATORS, this::console),
                Route.get("/c/:c/sessions/:id/controls", MODERATORS, this::controls),
                Route.post(
                        "/c/:c/sessions/:id/open",
                        MODERATORS,
                        v -> act(v, (s, by) -> sessions.open(s.community(), s.id(), by))),
                Route.post(
                        "/c/:c/sessions/:id/pause",
                        MODERATORS,
                        v -> act(v, (s, by) -> sessions.pause(s.community(), s.id(), by))),
                Route.post(
                        "/c/:c/sessions/:id/close",
                        MODERATORS,
                        v -> act(v, (s, by) -> sessions.close(s.community(), s.id(), by))),
                Route.post(
                        "/c/:c/sessions/:id/next",
                        MODERATORS,
                        v -> act(v, (s, by) -> sessions.next(s.community(), s.id(), from(v), by))),
                Route.post("/c/:c/sessions/:id/motion", MODERATORS, this::motion),
                Route.post("/c/:c/polls/:id/close", MODERATORS, this::closePoll),
                Route.post("/c/:c/polls/:id/void", MODERATORS, this::voidPoll));
    }

    public static boolean moderates(CurrentUser viewer, Session session) {
        return viewer.has(Role.MODERATOR, session.community(), session.placePath())
                || viewer.has(Role.COMMITTEE, session.community(), session.placePath());
    }

    public static void requireModerator(Request request, Session session) {
        if (!moderates(request.me(), session)) {
            throw HttpError.forbidden("session.stop.moderator");
        }
    }

    private static int from(Request request) {
        return (int) request.form().number("from", n -> n > 0 && n < 1000, "web.form.choose");
    }

    private Response console(Request request) {
        SessionView view = pages.view(request);
        requireModerator(request, view.session());
        return request.page("session/console", model(view, ""));
    }

    private Response controls(Request request) {
        SessionView view = pages.view(request);
        requireModerator(request, view.session());
        return request.page("session/controls", model(view, ""));
    }

    private Map<String, Object> model(SessionView view, String sentence) {
        Map<String, Object> model = new HashMap<>(view.model());
        Session session = view.session();
        model.put("live", true);
        model.put("channel", new ChannelKey("console", session.community(), session.id()));
        model.put("screenKey", wall.screenKey(session.community(), session.id()));
        model.put("sentence", sentence);
        model.put("motionKey", Tokens.token());
        if (view.matter() != null && view.newestPoll() == null) {
            model.put("methods", Arrays.stream(Method.values()).map(Method::id).toList());
            model.put(
                    "plans",
                    proposals.plan(db.plain(), view.matter()).options().stream()
                            .map(Plan.Option::title)
                            .collect(Collectors.joining("\n")));
        }
        return model;
    }

    public interface Act {
        void on(Session session, Actor by);
    }

    public Response act(Request request, Act act) {
        SessionView view = pages.view(request);
        requireModerator(request, view.session());
        try {
            act.on(
                    view.session(),
                    Actor.of(
                            request.me(),
                            view.session().community(),
                            view.session().placePath()));
        } catch (Refused refused) {
            return refused(request, pages.view(request), refused);
        }
        return back(request, view.session());
    }

    // The console again, with the sentence and what was typed.
    private Response refused(Request request, SessionView view, Refused refused) {
        Map<String, Object> model = model(view, request.say(refused.refusal()));
        model.put("values", request.form().values());
        return request.page(409, "session/console", model);
    }

    private static Response back(Request request, Session session) {
        return Response.to("/c/" + request.here().code() + "/sessions/" + session.id() + "/console");
    }

    private Response motion(Request request) {
        FormData form = request.form();
        String motion = form.required("motion", MOTION);
        int ordinal = from(request);
        if (!form.good()) {
            SessionView view = pages.view(request);
            requireModerator(request, view.session());
            Map<String, Object> model = model(view, "");
            model.put("values", form.values());
            model.put("errors", form.errors());
            return request.again("session/console", model);
        }
        return act(request, (s, by) -> sessions.motion(s.community(), s.id(), ordinal, motion, by));
    }

    private Response closePoll(Request request) {
        FormData form = request.form();
        String minority = form.optional("minority", 2000);
        if (!form.good()) {
            throw new Refused(form.errors().get("minority"));
        }
        return onPoll(
                request,
                (poll, by) -> polls.closing().close(poll.community(), poll.id(), by.person(), by.post(), minority));
    }

    private Response voidPoll(Request request) {
        String reason = request.form().required("reason", 300);
        if (reason.isEmpty()) {
            throw new Refused("session.refused.reason");
        }
        return onPoll(request, (poll, by) -> {
            if (poll.closed() && poll.session() != null) {
                polls.closing()
                        .annul(
                                poll.community(),
                                poll.id(),
                                tx -> Sessions.requireOpen(Sessions.locked(tx, poll.community(), poll.session())),
                                by.person(),
                                by.post(),
                                reason);
            } else {
                polls.closing().cancel(poll.community(), poll.id(), by.post(), reason);
            }
        });
    }

    public interface PollAct {
        void on(Poll poll, Actor by);
    }

    public Response onPoll(Request request, PollAct act) {
        Poll poll = desk.poll(request, Role.MODERATOR, Role.COMMITTEE);
        String at = "/c/" + request.here().code();
        if (poll.session() == null) {
            act.on(poll, desk.actor(request, poll));
            return Response.to(at + "/matters/" + poll.matter());
        }
        try {
            act.on(poll, desk.actor(request, poll));
        } catch (Refused refused) {
            SessionView view = pages.view(poll.community(), poll.session());
            return refused(request, view, refused);
        }
        return Response.to(at + "/sessions/" + poll.session() + "/console");
    }
}
