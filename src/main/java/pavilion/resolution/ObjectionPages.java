package pavilion.resolution;

import java.util.List;
import java.util.stream.Stream;
import pavilion.identity.Actor;
import pavilion.identity.Role;
import pavilion.matter.MatterAccess;
import pavilion.matter.Relation;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** Objecting while the notice runs, and answering as somebody who did not decide. */
final class ObjectionPages {
    private static final List<String> GROUNDS =
            Stream.of(Objection.Ground.values()).map(Objection.Ground::key).toList();
    private static final List<String> RULINGS =
            Stream.of(Objection.Ruling.values()).map(Objection.Ruling::key).toList();
    private static final FormField WORDS = FormField.text("words", 2000);

    private final MatterAccess access;
    private final Objections objections;
    private final ResolutionReader reader;

    ObjectionPages(MatterAccess access, Objections objections, ResolutionReader reader) {
        this.access = access;
        this.objections = objections;
        this.reader = reader;
    }

    List<Route> routes() {
        return List.of(
                Route.post(
                        "/c/:c/register/:number/objections",
                        Access.SIGNED_IN,
                        this::object,
                        FormField.choice("kind", GROUNDS.toArray(String[]::new)),
                        WORDS,
                        FormField.key("request_key")),
                Route.post(
                        "/c/:c/register/:number/objections/:id/answer",
                        Access.of(Role.COMMITTEE, Role.SUPERVISION),
                        this::answer,
                        FormField.choice("decision", RULINGS.toArray(String[]::new)),
                        WORDS));
    }

    private Response object(Request request) {
        Resolution resolution = reader.resolution(request);
        Relation relation = Relation.of(request.user(), reader.matter(resolution));
        if (!relation.belongs()) {
            throw HttpError.forbidden("resolution.objection.not-here");
        }
        FormData form = request.form();
        String kind = form.oneOf("kind", GROUNDS);
        String words = form.required("words");
        String key = form.text("request_key");
        if (key.isEmpty() || key.length() > 64) {
            throw new Refused("web.stop.malformed");
        }
        if (!form.good()) {
            return request.again("resolution/resolution", reader.view(request, resolution));
        }
        objections.object(
                resolution.community(),
                resolution.id(),
                new Objections.ObjectionDraft(Objection.Ground.of(kind), words, key),
                request.user().person(),
                relation);
        return back(request, resolution);
    }

    private Response answer(Request request) {
        Resolution resolution = reader.resolution(request);
        Actor by = access.requireRole(request, reader.matter(resolution), Role.SUPERVISION, Role.COMMITTEE);
        FormData form = request.form();
        String ruling = form.oneOf("decision", RULINGS);
        String words = form.required("words");
        if (!form.good()) {
            throw new Refused(form.errors().values().iterator().next());
        }
        objections.answer(resolution.community(), request.id("id"), Objection.Ruling.of(ruling), words, by);
        return back(request, resolution);
    }

    private static Response back(Request request, Resolution resolution) {
        return Response.to("/c/" + request.community().code() + "/register/" + resolution.number() + "#objections");
    }
}
