package pavilion.proposal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pavilion.identity.Tokens;
import pavilion.matter.Matter;
import pavilion.matter.MatterListPages;
import pavilion.matter.MatterModule;
import pavilion.matter.Relation;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** Speaking for, against, or asking; and one level of replies. */
public final class RemarkPages {
    private final MatterModule room;

    public RemarkPages(MatterModule room) {
        this.room = room;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/c/:c/matters/:id/remarks", Access.SIGNED_IN, this::form),
                Route.post("/c/:c/matters/:id/remarks", Access.SIGNED_IN, this::say));
    }

    /** {@code ?to=} names the remark that is replied to. */
    Response form(Request request) {
        Matter matter = room.read(request, room.db.plain());
        return request.page(
                "matter/remark",
                model(request, matter, Map.of("to", request.query("to"), "request_key", Tokens.token())));
    }

    private Map<String, Object> model(Request request, Matter matter, Map<String, String> values) {
        Map<String, Object> model = new HashMap<>();
        model.put("matter", matter);
        model.put("values", values);
        model.put("errors", request.form().errors());
        long to = MatterListPages.number(values.getOrDefault("to", ""));
        room.remarks.of(room.db.plain(), matter).stream()
                .filter(remark -> remark.id() == to && !remark.stub())
                .findFirst()
                .ifPresent(remark -> model.put("quoted", remark.text()));
        return model;
    }

    Response say(Request request) {
        Matter matter = room.read(request, room.db.plain());
        FormData form = request.form();
        long to = MatterListPages.number(form.text("to"));
        String side = to > 0 ? "reply" : form.oneOf("side", Remarks.SIDES);
        String text = form.required("words", 1000);
        String key = form.text("request_key");
        if (key.isEmpty() || key.length() > 64) {
            throw new Refused("web.stop.malformed");
        }
        if (form.good()) {
            Relation relation = room.relation(request, matter);
            room.db.run(tx -> room.remarks.say(
                    tx,
                    matter.community(),
                    matter.id(),
                    to > 0 ? to : null,
                    side,
                    text,
                    key,
                    request.me().person(),
                    relation));
            return Response.to(MatterModule.url(request, matter) + "#talk");
        }
        return request.again("matter/remark", model(request, matter, form.values()));
    }
}
