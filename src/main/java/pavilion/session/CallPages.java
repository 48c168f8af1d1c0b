package pavilion.session;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.matter.Actor;
import pavilion.matter.Matter;
import pavilion.matter.MatterPanels;
import pavilion.matter.MatterRoom;
import pavilion.matter.Matters;
import pavilion.matter.Plan;
import pavilion.matter.Speech;
import pavilion.matter.Standing;
import pavilion.poll.Poll;
import pavilion.poll.PollPages;
import pavilion.poll.PollView;
import pavilion.poll.Polling;
import pavilion.rules.Refused;
import pavilion.rules.procedure.StageKind;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Role;
import pavilion.web.Stop;
import pavilion.web.Viewer;
import pavilion.web.Visit;

/** Calling a meeting, or a poll over days, from the matter's own page; and what that page shows of them. */
final class CallPages implements MatterPanels {
    private final Database db;
    private final Matters matters;
    private final MatterRoom room;
    private final Polling polling;
    private final Calls calls;
    private final SessionListPages lists;
    private final Questions questions;
    private final PollPages polls;

    CallPages(
            Database db,
            MatterRoom room,
            Polling polling,
            Calls calls,
            SessionListPages lists,
            Questions questions,
            PollPages polls) {
        this.db = db;
        this.room = room;
        this.matters = room.matters();
        this.polling = polling;
        this.calls = calls;
        this.lists = lists;
        this.questions = questions;
        this.polls = polls;
    }

    List<Door> doors() {
        Access callers = Access.of(Role.MODERATOR, Role.COMMITTEE);
        return List.of(
                Door.get("/c/:c/matters/:id/call", callers, this::form),
                Door.post("/c/:c/matters/:id/session", callers, this::call),
                Door.post("/c/:c/matters/:id/poll", callers, this::openLongPoll));
    }

    private Matter matter(Visit visit) {
        Matter matter =
                matters.find(db.plain(), visit.here().id(), visit.id("id")).orElseThrow(Stop::notFound);
        if (!Standing.of(visit.me(), matter).moderates()) {
            throw Stop.forbidden("session.stop.moderator");
        }
        return matter;
    }

    private Answer form(Visit visit) {
        return visit.page("session/call", model(visit, matter(visit), null));
    }

    private Map<String, Object> model(Visit visit, Matter matter, @Nullable Form form) {
        Map<String, Object> model = new HashMap<>();
        String kind = form != null && MeetingKind.of(form.text("kind")).isPresent()
                ? form.text("kind")
                : MeetingKind.usual(matters.rule(matter).electorate()).key();
        model.put("kind", kind);
        model.put("kinds", CallForm.kinds(Speech.of(visit), kind));
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
        return room.plan(db.plain(), matter).options().stream()
                .filter(option -> !option.asIs())
                .map(Plan.Option::title)
                .toList();
    }

    private Answer call(Visit visit) {
        Matter matter = matter(visit);
        Form form = visit.form();
        Calls.Call call = CallForm.read(form);
        String motion = form.optional("motion", 500);
        if (form.good()) {
            try {
                long id = calls.call(matter.community(), matter.id(), call, motion, Actor.of(visit.me(), matter));
                return Answer.to("/c/" + visit.here().code() + "/sessions/" + id + "/console");
            } catch (Refused refused) {
                form.wrong("starts", refused.refusal());
            }
        }
        return visit.again("session/call", model(visit, matter, form));
    }

    private Answer openLongPoll(Visit visit) {
        Matter matter = matter(visit);
        Form form = visit.form();
        String question = form.required("question", 500);
        Instant closes = CallForm.moment(form, "closes");
        if (!form.good()) {
            return visit.again("session/call", model(visit, matter, form));
        }
        questions.openLong(matter.community(), matter.id(), question, closes, Actor.of(visit.me(), matter));
        return Answer.to("/c/" + visit.here().code() + "/matters/" + matter.id());
    }

    @Override
    public List<Panel> today(Visit visit) {
        return lists.today(visit);
    }

    @Override
    public List<Panel> panels(Visit visit, Matter matter, Standing standing) {
        StageKind kind = matters.stage(matter).kind();
        Session session = SessionStore.ofMatter(db.plain(), matter.community(), matter.id())
                .orElse(null);
        Poll poll = polling.newestOfMatter(db.plain(), matter.community(), matter.id())
                .orElse(null);
        Map<String, Object> model = new HashMap<>();
        model.put("matter", matter);
        model.put("moderates", standing.moderates());
        if (session != null) {
            model.put("session", session);
        }
        Viewer viewer = visit.viewer();
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
            return List.of(new Panel("now", "session/panel-now", model));
        }
        if (matter.open() && kind == StageKind.POLL) {
            return List.of(new Panel("now", "session/panel-poll", model), new Panel("poll", "poll/poll", model));
        }
        // From here on the resolution tells the result; saying it twice would only make the page longer.
        return List.of();
    }
}
