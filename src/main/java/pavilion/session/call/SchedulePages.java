package pavilion.session.call;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.document.PaperFormat;
import pavilion.document.PaperPrinter;
import pavilion.identity.Actor;
import pavilion.rules.Refused;
import pavilion.session.Session;
import pavilion.session.SessionAccess;
import pavilion.session.SessionStore;
import pavilion.session.agenda.AgendaView;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** A session is moved, adjourned or called off; and its call as a paper for the notice board. */
public final class SchedulePages {
    private static final int REASON = 300;

    private final Database db;
    private final SessionAccess access;
    private final Calls calls;
    private final PaperPrinter printer;
    private final String publicUrl;

    /** @param publicUrl the server's address, for the code on the paper */
    public SchedulePages(Database db, SessionAccess access, Calls calls, PaperPrinter printer, String publicUrl) {
        this.db = db;
        this.access = access;
        this.calls = calls;
        this.printer = printer;
        this.publicUrl = publicUrl;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/c/:c/sessions/:id/schedule", SessionAccess.MODERATORS, r -> show(r, 200, "")),
                Route.post(
                        "/c/:c/sessions/:id/schedule",
                        SessionAccess.MODERATORS,
                        this::move,
                        CallForm.STARTS,
                        CallForm.VENUE,
                        FormField.text("moved-why", REASON)),
                Route.post(
                        "/c/:c/sessions/:id/off",
                        SessionAccess.MODERATORS,
                        this::off,
                        FormField.text("off-reason", REASON)),
                Route.post(
                        "/c/:c/sessions/:id/adjourn",
                        SessionAccess.MODERATORS,
                        this::adjourn,
                        FormField.text("reason", REASON),
                        FormField.date("resumes")),
                Route.get("/c/:c/sessions/:id/call.pdf", Access.SIGNED_IN, this::paper));
    }

    private Response show(Request request, int status, String sentence) {
        Session session = access.moderated(request);
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
        Session session = access.moderated(request);
        FormData form = request.form();
        String venue = form.optional("venue");
        Instant when = session.called() || !form.text("starts").isEmpty() ? CallForm.moment(form, "starts") : null;
        String reason = form.optional("moved-why");
        return act(request, by -> calls.move(session.community(), session.id(), when, venue, reason, by));
    }

    private Response off(Request request) {
        Session session = access.moderated(request);
        String reason = request.form().required("off-reason");
        return act(request, by -> calls.callOff(session.community(), session.id(), reason, by));
    }

    private Response adjourn(Request request) {
        Session session = access.moderated(request);
        FormData form = request.form();
        String reason = form.required("reason");
        @Nullable Instant when = form.text("resumes").isEmpty() ? null : CallForm.moment(form, "resumes");
        return act(request, by -> calls.adjourn(session.community(), session.id(), when, reason, by));
    }

    private Response act(Request request, Consumer<Actor> act) {
        Session session = access.moderated(request);
        if (!request.form().good()) {
            return show(request, 422, "");
        }
        try {
            act.accept(SessionAccess.actor(request, session));
        } catch (Refused refused) {
            return show(request, 409, request.say(refused.refusal()));
        }
        return Response.to(SessionAccess.url(request, session) + "/console");
    }

    private Response paper(Request request) {
        Session session = access.mine(request);
        CallPaper paper = new CallPaper(
                request.lang(),
                request.community().name(),
                session,
                AgendaView.of(SessionStore.items(db.plain(), session.community(), session.id()), session),
                publicUrl + SessionAccess.url(request, session));
        return Response.file(
                PaperFormat.PDF.type(), PaperFormat.PDF.fileName(paper), printer.print(paper, PaperFormat.PDF));
    }
}
