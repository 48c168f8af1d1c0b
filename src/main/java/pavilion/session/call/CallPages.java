package pavilion.session.call;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.matter.Matter;
import pavilion.matter.Matters;
import pavilion.matter.PanelProvider;
import pavilion.matter.Relation;
import pavilion.poll.Polls;
import pavilion.proposal.Plan;
import pavilion.proposal.ProposalModule;
import pavilion.rules.Refused;
import pavilion.rules.procedure.NoticePeriod;
import pavilion.rules.procedure.PollLength;
import pavilion.rules.procedure.StageKind;
import pavilion.session.CallNotice;
import pavilion.session.Session;
import pavilion.session.SessionAccess;
import pavilion.session.SessionKind;
import pavilion.session.SessionStore;
import pavilion.text.Phrases;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** Calling a session from a matter's page, and what that page and the page of the day show of sessions. */
public final class CallPages implements PanelProvider {
    private final Database db;
    private final Matters matters;
    private final ProposalModule proposals;
    private final Polls polls;
    private final Calls calls;
    private final SessionListPages lists;
    private final CallNotice notice;

    public CallPages(
            Database db, Matters matters, ProposalModule proposals, Polls polls, Calls calls, SessionListPages lists) {
        this.db = db;
        this.matters = matters;
        this.proposals = proposals;
        this.polls = polls;
        this.calls = calls;
        this.lists = lists;
        this.notice = new CallNotice(matters);
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/c/:c/matters/:id/call", SessionAccess.MODERATORS, this::form),
                Route.post(
                        "/c/:c/matters/:id/session",
                        SessionAccess.MODERATORS,
                        this::call,
                        CallForm.KIND,
                        CallForm.TITLE,
                        CallForm.STARTS,
                        CallForm.VENUE,
                        FormField.text("motion", 500)));
    }

    /**
     * The matter of the path, for those who moderate it.
     *
     * @throws HttpError 404 where there is none, 403 for everybody else
     */
    public Matter moderated(Request request) {
        Matter matter = matters.find(db.plain(), request.community().id(), request.id("id"))
                .orElseThrow(HttpError::notFound);
        if (!Relation.of(request.user(), matter).moderates()) {
            throw HttpError.forbidden("session.stop.moderator");
        }
        return matter;
    }

    private Response form(Request request) {
        Matter matter = moderated(request);
        if (!matters.stage(matter).kind().decides()) {
            throw new Refused("matter.stage.not-now", matters.stage(matter).glyph());
        }
        return request.page("session/call", model(request, matter, null));
    }

    /** The page again, with what was typed and what is wrong with it: a call or a poll over days. */
    public Response again(Request request, Matter matter, FormData form) {
        return request.again("session/call", model(request, matter, form));
    }

    private Map<String, Object> model(Request request, Matter matter, @Nullable FormData form) {
        Map<String, Object> model = new HashMap<>();
        // The form of a poll over days has no kind.
        String typed = form == null ? "" : form.values().getOrDefault("kind", "");
        String kind = SessionKind.of(typed).isPresent()
                ? typed
                : SessionKind.usual(matters.rule(matter).electorate()).key();
        model.put("kind", kind);
        model.put("kinds", CallForm.kinds(request.phrases(), kind));
        model.put("matter", matter);
        model.put("options", proposals(matter));
        boolean session = matters.stage(matter).kind() == StageKind.SESSION;
        model.put("session", session);
        model.put("heading", session ? "session.call" : "session.poll.long");
        model.put("least", least(request.phrases(), matter));
        model.put("lengths", lengths(request.phrases(), matter));
        if (form != null) {
            model.put("values", form.values());
            model.put("errors", form.errors());
        }
        return model;
    }

    private String least(Phrases phrases, Matter matter) {
        NoticePeriod period = notice.of(matter);
        String earliest = notice.earliest(matter).toString();
        return period.none() ? "" : phrases.say("session.starts.least", period.days(), period.article(), earliest);
    }

    private String lengths(Phrases phrases, Matter matter) {
        Optional<PollLength> length = matters.template(matter)
                .first(StageKind.POLL)
                .map(stage ->
                        PollLength.of(stage, matters.today(), matters.book().holidays()));
        return length.map(each -> Stream.of(
                                each.stage().minDays() == 0
                                        ? ""
                                        : phrases.say(
                                                "session.closes.least",
                                                each.earliest().toString()),
                                each.limited()
                                        ? phrases.say(
                                                "session.closes.most",
                                                each.latest().toString())
                                        : "")
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(" · ")))
                .orElse("");
    }

    private List<String> proposals(Matter matter) {
        return proposals.plan(db.plain(), matter).options().stream()
                .filter(option -> !option.asIs())
                .map(Plan.Option::title)
                .toList();
    }

    private Response call(Request request) {
        Matter matter = moderated(request);
        FormData form = request.form();
        Session.Call call = CallForm.read(form);
        String motion = form.optional("motion");
        if (form.good()) {
            try {
                long id = calls.call(
                        matter.community(), matter.id(), call, motion, Relation.actor(request.user(), matter));
                return Response.to(SessionAccess.url(request, id) + "/console");
            } catch (Refused refused) {
                form.wrong("starts", refused.refusal());
            }
        }
        return again(request, matter, form);
    }

    @Override
    public List<Panel> today(Request request) {
        return lists.today(request);
    }

    @Override
    public List<Panel> panels(Request request, Matter matter, Relation relation) {
        if (!matter.open() || !heldInSession(matter)) {
            return List.of();
        }
        Map<String, Object> model = new HashMap<>();
        model.put("matter", matter);
        model.put("moderates", relation.moderates());
        SessionStore.ofMatter(db.plain(), matter.community(), matter.id())
                .ifPresent(session -> model.put("session", session));
        return List.of(new Panel(Region.ACTION, "session/panel-now", model));
    }

    private boolean heldInSession(Matter matter) {
        StageKind kind = matters.stage(matter).kind();
        return kind == StageKind.SESSION
                || kind == StageKind.POLL
                        && polls.newestOfMatter(db.plain(), matter.community(), matter.id())
                                .filter(poll -> poll.session() != null)
                                .isPresent();
    }
}
