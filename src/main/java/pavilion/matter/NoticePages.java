package pavilion.matter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pavilion.db.Tx;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Role;
import pavilion.web.Visit;

/** The announcement before the meeting: posted once, and every change is said to start the clock anew. */
final class NoticePages {
    private final MatterRoom room;

    NoticePages(MatterRoom room) {
        this.room = room;
    }

    List<Door> doors() {
        Access posts = Access.of(Role.COMMITTEE, Role.MODERATOR);
        return List.of(
                Door.get("/c/:c/matters/:id/notice", posts, this::form),
                Door.post("/c/:c/matters/:id/notice", posts, this::post),
                Door.get("/c/:c/matters/:id/notices", Access.SIGNED_IN, this::versions));
    }

    Answer form(Visit visit) {
        Tx tx = room.db.plain();
        Matter matter = room.read(visit, tx);
        room.post(visit, matter, Role.COMMITTEE, Role.MODERATOR);
        Map<String, String> values = new HashMap<>();
        values.put("days", Integer.toString(room.matters.stage(matter).defaultDays()));
        room.notices.current(tx, matter).ifPresent(notice -> values.put("body", notice.body()));
        return visit.page("matter/notice", model(visit, tx, matter, values));
    }

    private Map<String, Object> model(Visit visit, Tx tx, Matter matter, Map<String, String> values) {
        Speech speech = Speech.of(visit);
        Map<String, Object> model = new HashMap<>();
        model.put("matter", matter);
        model.put("values", values);
        model.put("errors", visit.form().errors());
        model.put("wrongs", speech.errors(visit.form().errors()));
        model.put("ways", room.plans.of(tx, matter).options());
        model.put("again", room.notices.current(tx, matter).isPresent());
        model.put("least", room.matters.stage(matter).minDays());
        model.put("basis", speech.in(room.matters.stage(matter).article()));
        model.put("ruleName", speech.in(room.matters.rule(matter).name()));
        return model;
    }

    Answer post(Visit visit) {
        Tx plain = room.db.plain();
        Matter matter = room.read(visit, plain);
        Actor by = room.post(visit, matter, Role.COMMITTEE, Role.MODERATOR);
        Form form = visit.form();
        String body = form.required("body", 8000);
        int days = (int) form.number("days", n -> n >= 1 && n <= 90, "matter.form.days");
        if (form.good()) {
            try {
                room.db.run(tx -> room.notices.post(tx, matter.community(), matter.id(), body, days, by));
                return Answer.to(MatterRoom.url(visit, matter));
            } catch (Refused refused) {
                form.wrong("days", refused.refusal());
            }
        }
        return visit.again("matter/notice", model(visit, plain, matter, form.values()));
    }

    Answer versions(Visit visit) {
        Tx tx = room.db.plain();
        Matter matter = room.read(visit, tx);
        return visit.page("matter/notices", Map.of("matter", matter, "versions", room.notices.all(tx, matter)));
    }
}
