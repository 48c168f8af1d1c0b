package pavilion.proposal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.identity.Role;
import pavilion.matter.Matter;
import pavilion.matter.MatterAccess;
import pavilion.matter.Matters;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.text.Phrases;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** The notice before the vote. Whoever changes it is told that its days start anew. */
final class NoticePages {
    private static final int LONGEST = 90;

    private final Database db;
    private final MatterAccess access;
    private final Matters matters;
    private final Plans plans;
    private final Notices notices;

    NoticePages(Database db, MatterAccess access, Matters matters, Plans plans, Notices notices) {
        this.db = db;
        this.access = access;
        this.matters = matters;
        this.plans = plans;
        this.notices = notices;
    }

    List<Route> routes() {
        Access posts = Access.of(Role.COMMITTEE, Role.MODERATOR);
        return List.of(
                Route.get("/c/:c/matters/:id/notice", posts, this::form),
                Route.post(
                        "/c/:c/matters/:id/notice",
                        posts,
                        this::post,
                        FormField.text("body", 8000),
                        FormField.number("days")),
                Route.get("/c/:c/matters/:id/notices", Access.SIGNED_IN, this::versions));
    }

    Response form(Request request) {
        Tx tx = db.plain();
        Matter matter = access.read(request, tx);
        access.requireRole(request, matter, Role.COMMITTEE, Role.MODERATOR);
        Map<String, String> values = new HashMap<>();
        int usual = matters.stage(matter).defaultDays();
        values.put(
                "days", Integer.toString(Math.max(usual, notices.period(matter).days())));
        notices.current(tx, matter).ifPresent(notice -> values.put("body", notice.body()));
        return request.page("proposal/notice", view(request, tx, matter, values));
    }

    /**
     * The form of the notice.
     *
     * @param again whether one is posted already, so that sending starts the days anew
     * @param least days at least, as {@code basis} says
     * @param calendar a sentence where the days of rest of the year in which it ends are not published yet; otherwise empty
     */
    record NoticeFormView(
            Matter matter,
            Map<String, String> values,
            Map<String, Refusal> errors,
            List<Map<String, String>> wrongs,
            List<Plan.Option> ways,
            boolean again,
            int least,
            String basis,
            String calendar,
            String ruleName) {}

    private NoticeFormView view(Request request, Tx tx, Matter matter, Map<String, String> values) {
        Phrases phrases = request.phrases();
        Map<String, Refusal> errors = request.form().errors();
        return new NoticeFormView(
                matter,
                values,
                errors,
                phrases.errors(errors),
                plans.of(tx, matter).options(),
                notices.current(tx, matter).isPresent(),
                notices.period(matter).days(),
                phrases.in(notices.period(matter).article()),
                phrases.calendar(matters.book().holidays(), matters.today().plusDays(LONGEST)),
                phrases.in(matters.rule(matter).name()));
    }

    Response post(Request request) {
        Tx plain = db.plain();
        Matter matter = access.read(request, plain);
        Actor by = access.requireRole(request, matter, Role.COMMITTEE, Role.MODERATOR);
        FormData form = request.form();
        String body = form.required("body");
        int days = (int) form.number("days", n -> n >= 1 && n <= LONGEST, "matter.form.days");
        if (form.good()) {
            try {
                db.run(tx -> notices.post(tx, matter.community(), matter.id(), body, days, by));
                return Response.to(MatterAccess.url(request, matter));
            } catch (Refused refused) {
                form.wrong("days", refused.refusal());
            }
        }
        return request.again("proposal/notice", view(request, plain, matter, form.values()));
    }

    record NoticesView(Matter matter, List<NoticeStore.Notice> versions) {}

    Response versions(Request request) {
        Tx tx = db.plain();
        Matter matter = access.read(request, tx);
        return request.page("proposal/notices", new NoticesView(matter, notices.all(tx, matter)));
    }
}
