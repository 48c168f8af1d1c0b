package pavilion.proposal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.identity.Tokens;
import pavilion.matter.Matter;
import pavilion.matter.MatterAccess;
import pavilion.matter.Relation;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.FormNumbers;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** Remarks for, against, or as a question, with one level of replies. */
final class RemarkPages {
    private final Database db;
    private final MatterAccess access;
    private final Remarks remarks;

    RemarkPages(Database db, MatterAccess access, Remarks remarks) {
        this.db = db;
        this.access = access;
        this.remarks = remarks;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/c/:c/matters/:id/remarks", Access.SIGNED_IN, this::form),
                Route.post(
                        "/c/:c/matters/:id/remarks",
                        Access.SIGNED_IN,
                        this::say,
                        FormField.choice("to"),
                        FormField.choice("side", Remarks.SIDES.toArray(String[]::new)),
                        FormField.text("words", 1000),
                        FormField.key("request_key")));
    }

    /** {@code ?to=} names the remark that is replied to. */
    Response form(Request request) {
        Matter matter = access.read(request, db.plain());
        return request.page(
                "proposal/remark",
                view(request, matter, Map.of("to", request.query("to"), "request_key", Tokens.token())));
    }

    /** @param quoted what is replied to; null for a remark of its own */
    record RemarkFormView(
            Matter matter,
            Map<String, String> values,
            Map<String, Refusal> errors,
            @Nullable String quoted) {}

    private RemarkFormView view(Request request, Matter matter, Map<String, String> values) {
        long to = FormNumbers.id(values.getOrDefault("to", ""));
        return new RemarkFormView(
                matter,
                values,
                request.form().errors(),
                remarks.of(db.plain(), matter).stream()
                        .filter(remark -> remark.id() == to && !remark.stub())
                        .findFirst()
                        .map(RemarkStore.Remark::text)
                        .orElse(null));
    }

    Response say(Request request) {
        Matter matter = access.read(request, db.plain());
        FormData form = request.form();
        long to = FormNumbers.id(form.text("to"));
        String side = to > 0 ? "reply" : form.oneOf("side", Remarks.SIDES);
        String text = form.required("words");
        String key = form.text("request_key");
        if (key.isEmpty() || key.length() > 64) {
            throw new Refused("web.stop.malformed");
        }
        if (form.good()) {
            Relation relation = Relation.of(request.user(), matter);
            db.run(tx -> remarks.say(
                    tx,
                    matter.community(),
                    matter.id(),
                    to > 0 ? to : null,
                    side,
                    text,
                    key,
                    request.user().person(),
                    relation));
            return Response.to(MatterAccess.url(request, matter) + "#talk");
        }
        return request.again("proposal/remark", view(request, matter, form.values()));
    }
}
