package pavilion.proposal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.identity.Role;
import pavilion.matter.Matter;
import pavilion.matter.MatterModule;
import pavilion.rules.Refused;
import pavilion.text.Phrases;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** The announcement before the meeting: posted once, and every change is said to start the clock anew. */
public final class NoticePages {
    private final MatterModule room;

    public NoticePages(MatterModule room) {
        this.room = room;
    }

    public List<Route> routes() {
        Access posts = Access.of(Role.COMMITTEE, Role.MODERATOR);
        return List.of(
                Route.get("/c/:c/matters/:id/notice", posts, this::form),
                Route.post("/c/:c/matters/:id/notice", posts, this::post),
                Route.get("/c/:c/matters/:id/notices", Access.SIGNED_IN, this::versions));
    }

    Response form(Request request) {
        Tx tx = room.db.plain();
        Matter matter = room.read(request, tx);
        room.post(request, matter, Role.COMMITTEE, Role.MODERATOR);
        Map<String, String> values = new HashMap<>();
        values.put("days", Integer.toString(room.matters.stage(matter).defaultDays()));
        room.notices.current(tx, matter).ifPresent(notice -> values.put("body", notice.body()));
        return request.page("matter/notice", model(request, tx, matter, values));
    }

    private Map<String, Object> model(Request request, Tx tx, Matter matter, Map<String, String> values) {
        Phrases phrases = request.phrases();
        Map<String, Object> model = new HashMap<>();
        model.put("matter", matter);
        model.put("values", values);
        model.put("errors", request.form().errors());
        model.put("wrongs", phrases.errors(request.form().errors()));
        model.put("ways", room.plans.of(tx, matter).options());
        model.put("again", room.notices.current(tx, matter).isPresent());
        model.put("least", room.matters.stage(matter).minDays());
        model.put("basis", phrases.in(room.matters.stage(matter).article()));
        model.put("ruleName", phrases.in(room.matters.rule(matter).name()));
        return model;
    }

    Response post(Request request) {
        Tx plain = room.db.plain();
        Matter matter = room.read(request, plain);
        Actor by = room.post(request, matter, Role.COMMITTEE, Role.MODERATOR);
        FormData form = request.form();
        String body = form.required("body", 8000);
        int days = (int) form.number("days", n -> n >= 1 && n <= 90, "matter.form.days");
        if (form.good()) {
            try {
                room.db.run(tx -> room.notices.post(tx, matter.community(), matter.id(), body, days, by));
                return Response.to(MatterModule.url(request, matter));
            } catch (Refused refused) {
                form.wrong("days", refused.refusal());
            }
        }
        return request.again("matter/notice", model(request, plain, matter, form.values()));
    }

    Response versions(Request request) {
        Tx tx = room.db.plain();
        Matter matter = room.read(request, tx);
        return request.page("matter/notices", Map.of("matter", matter, "versions", room.notices.all(tx, matter)));
    }
}
