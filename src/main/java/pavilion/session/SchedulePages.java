package pavilion.session;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.document.PaperFormat;
import pavilion.document.PaperPrinter;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** Another hour or venue, another day, or not at all; and the call as a paper for the notice board. */
final class SchedulePages {
    private final SessionPages pages;
    private final AgendaPages agenda;
    private final Calls calls;
    private final PaperPrinter printer;
    private final String publicUrl;

    SchedulePages(SessionPages pages, AgendaPages agenda, Calls calls, PaperPrinter printer, String publicUrl) {
        this.pages = pages;
        this.agenda = agenda;
        this.calls = calls;
        this.printer = printer;
        this.publicUrl = publicUrl;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/c/:c/sessions/:id/schedule", ConsolePages.MODERATORS, v -> show(v, 200, "")),
                Route.post("/c/:c/sessions/:id/schedule", ConsolePages.MODERATORS, this::move),
                Route.post("/c/:c/sessions/:id/off", ConsolePages.MODERATORS, this::off),
                Route.post("/c/:c/sessions/:id/adjourn", ConsolePages.MODERATORS, this::adjourn),
                Route.get("/c/:c/sessions/:id/call.pdf", Access.SIGNED_IN, this::paper));
    }

    private Response show(Request request, int status, String sentence) {
        Session session = agenda.session(request);
        FormData form = request.form();
        Instant at = session.comesAt();
        Map<String, Object> model = new HashMap<>();
        model.put("session", session);
        model.put("starts", at == null ? "" : CallForm.field(at));
        model.put("values", form.values());
        model.put("errors", form.errors());
        model.put("sentence", sentence);
        return request.page(status, "session/schedule", model);
    }

    private Response move(Request request) {
        Session session = agenda.session(request);
        FormData form = request.form();
        String venue = form.optional("venue", 60);
        Instant when = session.called() || !form.text("starts").isEmpty() ? CallForm.moment(form, "starts") : null;
        return act(request, by -> calls.move(session.community(), session.id(), when, venue, by));
    }

    private Response off(Request request) {
        Session session = agenda.session(request);
        String reason = request.form().required("off-reason", 300);
        return act(request, by -> calls.callOff(session.community(), session.id(), reason, by));
    }

    private Response adjourn(Request request) {
        Session session = agenda.session(request);
        FormData form = request.form();
        String reason = form.required("reason", 300);
        @Nullable Instant when = form.text("resumes").isEmpty() ? null : CallForm.moment(form, "resumes");
        return act(request, by -> calls.adjourn(session.community(), session.id(), when, reason, by));
    }

    private Response act(Request request, AgendaPages.Act act) {
        Session session = agenda.session(request);
        if (!request.form().good()) {
            return show(request, 422, "");
        }
        try {
            act.on(AgendaPages.actor(request, session));
        } catch (Refused refused) {
            return show(request, 409, request.say(refused.refusal()));
        }
        return Response.to(SessionPages.url(request, session) + "/console");
    }

    private Response paper(Request request) {
        SessionView view = pages.seen(request);
        Session session = view.session();
        CallPaper paper = new CallPaper(
                request.lang(),
                request.here().name(),
                session,
                view.items(),
                publicUrl + SessionPages.url(request, session));
        return Response.file(
                PaperFormat.PDF.type(), PaperFormat.PDF.fileName(paper), printer.print(paper, PaperFormat.PDF));
    }
}
