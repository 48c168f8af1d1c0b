package pavilion.session;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.matter.Matter;
import pavilion.matter.Matters;
import pavilion.matter.PanelProvider;
import pavilion.matter.Relation;
import pavilion.poll.Poll;
import pavilion.poll.PollPages;
import pavilion.poll.PollView;
import pavilion.poll.Polls;
import pavilion.proposal.Plan;
import pavilion.proposal.ProposalModule;
import pavilion.rules.Refused;
import pavilion.rules.procedure.StageKind;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** Calling a meeting, or a poll over days, from the matter's own page; and what that page shows of them. */
final class CallPages implements PanelProvider {
    private final Database db;
    private final Matters matters;
    private final ProposalModule proposals;
    private final Polls polling;
    private final Calls calls;
    private final SessionListPages lists;
    private final Questions questions;
    private final PollPages polls;

    CallPages(
            Database db,
            Matters matters,
            ProposalModule proposals,
            Polls polling,
            Calls calls,
            SessionListPages lists,
            Questions questions,
            PollPages polls) {
        this.db = db;
        this.matters = matters;
        this.proposals = proposals;
        this.polling = polling;
        this.calls = calls;
        this.lists = lists;
        this.questions = questions;
        this.polls = polls;
    }

    List<Route> routes() {
        Access callers = Access.of(Role.MODERATOR, Role.COMMITTEE);
        return List.of(
                Route.get("/c/:c/matters/:id/call", callers, this::form),
                Route.post("/c/:c/matters/:id/session", callers, this::call),
                Route.post("/c/:c/matters/:id/poll", callers, this::openLongPoll));
    }

    private Matter matter(Request request) {
        Matter matter =
                matters.find(db.plain(), request.here().id(), request.id("id")).orElseThrow(HttpError::notFound);
        if (!Relation.of(request.me(), matter).moderates()) {
            throw HttpError.forbidden("session.stop.moderator");
        }
        return matter;
    }

    private Response form(Request request) {
        return request.page("session/call", model(request, matter(request), null));
    }

    private Map<String, Object> model(Request request, Matter matter, @Nullable FormData form) {
        Map<String, Object> model = new HashMap<>();
        String kind = form != null && SessionKind.of(form.text("kind")).isPresent()
                ? form.text("kind")
                : SessionKind.usual(matters.rule(matter).electorate()).key();
        model.put("kind", kind);
        model.put("kinds", CallForm.kinds(request.phrases(), kind));
        model.put("matter", matter);
        model.put("options", proposals(matter));
        model.put("session", matters.stage(matter).kind() == StageKind.SESSION);
        if (form != null) {
            model.put("values", form.values());
            model.put("errors", form.errors());
        }
        return model;
    }

    private List<String> proposals(Matter matter) {
        return proposals.plan(db.plain(), matter).options().stream()
                .filter(option -> !option.asIs())
                .map(Plan.Option::title)
                .toList();
    }

    private Response call(Request request) {
        Matter matter = matter(request);
        FormData form = request.form();
        Calls.Call call = CallForm.read(form);
        String motion = form.optional("motion", 500);
        if (form.good()) {
            try {
                long id =
                        calls.call(matter.community(), matter.id(), call, motion, Relation.actor(request.me(), matter));
                return Response.to("/c/" + request.here().code() + "/sessions/" + id + "/console");
            } catch (Refused refused) {
                form.wrong("starts", refused.refusal());
            }
        }
        return request.again("session/call", model(request, matter, form));
    }

    private Response openLongPoll(Request request) {
        Matter matter = matter(request);
        FormData form = request.form();
        String question = form.required("question", 500);
        Instant closes = CallForm.moment(form, "closes");
        if (!form.good()) {
            return request.again("session/call", model(request, matter, form));
        }
        questions.openLong(matter.community(), matter.id(), question, closes, Relation.actor(request.me(), matter));
        return Response.to("/c/" + request.here().code() + "/matters/" + matter.id());
    }

    @Override
    public List<Panel> today(Request request) {
        return lists.today(request);
    }

    @Override
    public List<Panel> panels(Request request, Matter matter, Relation relation) {
        StageKind kind = matters.stage(matter).kind();
        Session session = SessionStore.ofMatter(db.plain(), matter.community(), matter.id())
                .orElse(null);
        Poll poll = polling.newestOfMatter(db.plain(), matter.community(), matter.id())
                .orElse(null);
        Map<String, Object> model = new HashMap<>();
        model.put("matter", matter);
        model.put("moderates", relation.moderates());
        if (session != null) {
            model.put("session", session);
        }
        CurrentUser viewer = request.viewer();
        if (poll != null) {
            model.put("poll", PollView.of(poll));
            model.put("pollId", poll.id());
            if (viewer != null && poll.session() == null) {
                model.putAll(polls.mine(poll, viewer));
            }
        }
        boolean meeting =
                kind == StageKind.SESSION || (kind == StageKind.POLL && poll != null && poll.session() != null);
        if (matter.open() && meeting) {
            return List.of(new Panel(Region.ACTION, "session/panel-now", model));
        }
        if (matter.open() && kind == StageKind.POLL) {
            return List.of(
                    new Panel(Region.ACTION, "session/panel-poll", model), new Panel(Region.LEAD, "poll/poll", model));
        }
        // From here on the resolution tells the result; saying it twice would only make the page longer.
        return List.of();
    }
}
