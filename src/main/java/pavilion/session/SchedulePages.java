package pavilion.session;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.document.Printing;
import pavilion.document.Qr;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Visit;

/** Another hour or venue, another day, or not at all; and the call as a paper for the notice board. */
final class SchedulePages {
    private final SessionPages pages;
    private final AgendaPages agenda;
    private final Calls calls;
    private final String publicUrl;

    SchedulePages(SessionPages pages, AgendaPages agenda, Calls calls, String publicUrl) {
        this.pages = pages;
        this.agenda = agenda;
        this.calls = calls;
        this.publicUrl = publicUrl;
    }

    List<Door> doors() {
        return List.of(
                Door.get("/c/:c/sessions/:id/schedule", ConsolePages.MODERATORS, v -> show(v, 200, "")),
                Door.post("/c/:c/sessions/:id/schedule", ConsolePages.MODERATORS, this::move),
                Door.post("/c/:c/sessions/:id/off", ConsolePages.MODERATORS, this::off),
                Door.post("/c/:c/sessions/:id/adjourn", ConsolePages.MODERATORS, this::adjourn),
                Door.get("/c/:c/sessions/:id/call.pdf", Access.SIGNED_IN, this::paper));
    }

    private Answer show(Visit visit, int status, String sentence) {
        Session session = agenda.session(visit);
        Form form = visit.form();
        Instant at = session.comesAt();
        Map<String, Object> model = new HashMap<>();
        model.put("session", session);
        model.put("starts", at == null ? "" : CallForm.field(at));
        model.put("values", form.values());
        model.put("errors", form.errors());
        model.put("sentence", sentence);
        return visit.page(status, "session/schedule", model);
    }

    private Answer move(Visit visit) {
        Session session = agenda.session(visit);
        Form form = visit.form();
        String venue = form.optional("venue", 60);
        Instant when = session.called() || !form.text("starts").isEmpty() ? CallForm.moment(form, "starts") : null;
        return act(visit, by -> calls.move(session.community(), session.id(), when, venue, by));
    }

    private Answer off(Visit visit) {
        Session session = agenda.session(visit);
        String reason = visit.form().required("off-reason", 300);
        return act(visit, by -> calls.callOff(session.community(), session.id(), reason, by));
    }

    private Answer adjourn(Visit visit) {
        Session session = agenda.session(visit);
        Form form = visit.form();
        String reason = form.required("reason", 300);
        @Nullable Instant when = form.text("resumes").isEmpty() ? null : CallForm.moment(form, "resumes");
        return act(visit, by -> calls.adjourn(session.community(), session.id(), when, reason, by));
    }

    private Answer act(Visit visit, AgendaPages.Act act) {
        Session session = agenda.session(visit);
        if (!visit.form().good()) {
            return show(visit, 422, "");
        }
        try {
            act.on(AgendaPages.actor(visit, session));
        } catch (Refused refused) {
            return show(visit, 409, visit.say(refused.refusal()));
        }
        return Answer.to(SessionPages.url(visit, session) + "/console");
    }

    private Answer paper(Visit visit) {
        SessionView view = pages.seen(visit);
        Session session = view.session();
        String url = publicUrl + SessionPages.url(visit, session);
        Map<String, Object> model = new HashMap<>(view.model());
        model.put("communityName", visit.here().name());
        model.put("comesAt", session.comesAt());
        model.put("url", url);
        model.put("qr", Qr.pngData(url));
        Printing printing = new Printing(visit.front().templates()::paper);
        return Answer.file(
                "application/pdf",
                "call-" + session.id() + ".pdf",
                printing.call(model, visit.lang(), session.startsAt()));
    }
}
