package pavilion.matter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Secrets;
import pavilion.web.Visit;

/** Speaking for, against, or asking; and one level of replies. */
final class RemarkPages {
    private final MatterRoom room;

    RemarkPages(MatterRoom room) {
        this.room = room;
    }

    List<Door> doors() {
        return List.of(
                Door.get("/c/:c/matters/:id/remarks", Access.SIGNED_IN, this::form),
                Door.post("/c/:c/matters/:id/remarks", Access.SIGNED_IN, this::say));
    }

    /** {@code ?to=} names the remark that is replied to. */
    Answer form(Visit visit) {
        Matter matter = room.read(visit, room.db.plain());
        return visit.page(
                "matter/remark", model(visit, matter, Map.of("to", visit.query("to"), "request_key", Secrets.token())));
    }

    private Map<String, Object> model(Visit visit, Matter matter, Map<String, String> values) {
        Map<String, Object> model = new HashMap<>();
        model.put("matter", matter);
        model.put("values", values);
        model.put("errors", visit.form().errors());
        long to = ListPages.number(values.getOrDefault("to", ""));
        room.remarks.of(room.db.plain(), matter).stream()
                .filter(remark -> remark.id() == to && !remark.stub())
                .findFirst()
                .ifPresent(remark -> model.put("quoted", remark.text()));
        return model;
    }

    Answer say(Visit visit) {
        Matter matter = room.read(visit, room.db.plain());
        Form form = visit.form();
        long to = ListPages.number(form.text("to"));
        String side = to > 0 ? "reply" : form.oneOf("side", Remarks.SIDES);
        String text = form.required("words", 1000);
        String key = form.text("request_key");
        if (key.isEmpty() || key.length() > 64) {
            throw new Refused("web.stop.malformed");
        }
        if (form.good()) {
            Standing standing = room.standing(visit, matter);
            room.db.run(tx -> room.remarks.say(
                    tx,
                    matter.community(),
                    matter.id(),
                    to > 0 ? to : null,
                    side,
                    text,
                    key,
                    visit.me().person(),
                    standing));
            return Answer.to(MatterRoom.url(visit, matter) + "#talk");
        }
        return visit.again("matter/remark", model(visit, matter, form.values()));
    }
}
