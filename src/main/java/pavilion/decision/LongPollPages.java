package pavilion.decision;

import java.time.Instant;
import java.util.ArrayList;
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
import pavilion.rules.Refused;
import pavilion.rules.procedure.StageKind;
import pavilion.session.SessionAccess;
import pavilion.session.SessionKind;
import pavilion.session.call.CallForm;
import pavilion.session.call.CallPages;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** A poll over days: opened from the page where a session could be called instead, and cast on the matter's page. */
public final class LongPollPages implements PanelProvider {
    private final Database db;
    private final Matters matters;
    private final Polls polls;
    private final PollPages pollPages;
    private final Questions questions;

    LongPollPages(Database db, Matters matters, Polls polls, PollPages pollPages, Questions questions) {
        this.db = db;
        this.matters = matters;
        this.polls = polls;
        this.pollPages = pollPages;
        this.questions = questions;
    }

    /** @param calls the page on which the form stands */
    List<Route> routes(CallPages calls) {
        return List.of(Route.post(
                "/c/:c/matters/:id/poll",
                SessionAccess.MODERATORS,
                r -> open(r, calls),
                FormField.text("question", 500),
                FormField.date("closes"),
                // Asked for by the other form of that page, which is shown again with this one.
                FormField.choice("kind", SessionKind.keys().toArray(String[]::new))));
    }

    private Response open(Request request, CallPages calls) {
        Matter matter = calls.moderated(request);
        FormData form = request.form();
        String question = form.required("question");
        Instant closes = CallForm.moment(form, "closes");
        if (!form.good()) {
            return calls.again(request, matter, form);
        }
        try {
            questions.openLong(
                    matter.community(), matter.id(), question, closes, Relation.actor(request.user(), matter));
        } catch (Refused refused) {
            form.wrong("closes", refused.refusal());
            return calls.again(request, matter, form);
        }
        return Response.to("/c/" + request.community().code() + "/matters/" + matter.id());
    }

    // Once the matter has left this stage the resolution tells the result; saying it twice would only make the page
    // longer.
    @Override
    public List<Panel> panels(Request request, Matter matter, Relation relation) {
        Poll poll = polls.newestOfMatter(db.plain(), matter.community(), matter.id())
                .orElse(null);
        boolean inSession = poll != null && poll.session() != null;
        List<Panel> panels = new ArrayList<>();
        if (matter.open() && matters.stage(matter).kind() == StageKind.POLL && !inSession) {
            Map<String, Object> model = model(poll, request.userOrNull());
            model.put("matter", matter);
            model.put("moderates", relation.moderates());
            panels.add(new Panel(Region.ACTION, "decision/panel", model));
            panels.add(new Panel(Region.LEAD, "poll/poll", model));
        }
        if (poll != null && matter.open() && matters.stage(matter).kind() == StageKind.COUNT) {
            panels.add(counting(request, matter, relation, poll));
        }
        List<Poll> annulled = polls.annulledOfMatter(db.plain(), matter.community(), matter.id());
        if (!annulled.isEmpty()) {
            panels.add(new Panel(Region.COURSE, "decision/annulled", Map.of("annulled", annulled)));
        }
        return panels;
    }

    // The figures stand on the scrutineers' page; here only what a count is that nobody has signed yet.
    private Panel counting(Request request, Matter matter, Relation relation, Poll poll) {
        CurrentUser user = request.userOrNull();
        boolean watches = user != null
                && (user.has(Role.SCRUTINEER, matter.community()) || user.has(Role.SUPERVISION, matter.community()));
        Map<String, Object> model = new HashMap<>();
        model.put("pollId", poll.id());
        model.put("watches", watches);
        model.put("moderates", relation.moderates());
        polls.closing().signatures().view(db.plain(), poll).ifPresent(view -> model.put("signatures", view));
        return new Panel(Region.ACTION, "decision/count", model);
    }

    private boolean extendable(Poll poll) {
        return poll.open()
                && !poll.over(matters.now())
                && poll.schedule().extendedFrom() == null
                && matters.find(db.plain(), poll.community(), poll.matter())
                        .filter(matter -> matters.stage(matter).extensions() > 0)
                        .isPresent();
    }

    private Map<String, Object> model(@Nullable Poll poll, @Nullable CurrentUser user) {
        Map<String, Object> model = new HashMap<>();
        if (poll != null) {
            model.put("poll", PollView.of(poll));
            model.put("pollId", poll.id());
            model.put("extends", extendable(poll));
            model.put("over", poll.open() && poll.over(matters.now()));
            if (user != null) {
                model.putAll(pollPages.mine(poll, user));
            }
        }
        return model;
    }
}
