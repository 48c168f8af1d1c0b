package pavilion.resolution;

import java.util.List;
import pavilion.identity.Role;
import pavilion.matter.Matter;
import pavilion.matter.Relation;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** Objecting while the notice runs, and answering as somebody who did not decide. */
final class ObjectionPages {
    private final ResolutionModule room;
    private final ResolutionPages pages;

    ObjectionPages(ResolutionModule room, ResolutionPages pages) {
        this.room = room;
        this.pages = pages;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/c/:c/register/:number/objections", Access.SIGNED_IN, this::object),
                Route.post(
                        "/c/:c/register/:number/objections/:id/answer",
                        Access.of(Role.COMMITTEE, Role.SUPERVISION),
                        this::answer));
    }

    Response object(Request request) {
        Resolution resolution = pages.of(request);
        int here = request.here().id();
        Matter matter =
                room.matters.find(room.db.plain(), here, resolution.matter()).orElseThrow(HttpError::notFound);
        Relation mine = Relation.of(request.me(), matter);
        if (!mine.belongs()) {
            throw HttpError.forbidden("resolution.objection.not-here");
        }
        FormData form = request.form();
        String kind = form.oneOf("kind", Objections.KINDS);
        String words = form.required("words", 2000);
        String key = form.text("request_key");
        if (key.isEmpty() || key.length() > 64) {
            throw new Refused("web.stop.malformed");
        }
        if (!form.good()) {
            return request.again("resolution/resolution", pages.model(request, resolution));
        }
        room.db.run(tx -> room.objections.object(
                tx, here, resolution.id(), kind, words, key, request.me().person(), mine));
        return back(request, resolution);
    }

    Response answer(Request request) {
        Resolution resolution = pages.of(request);
        int here = request.here().id();
        Matter matter =
                room.matters.find(room.db.plain(), here, resolution.matter()).orElseThrow(HttpError::notFound);
        var by = room.access.post(request, matter, Role.SUPERVISION, Role.COMMITTEE);
        FormData form = request.form();
        String decision = form.oneOf("decision", List.of("upheld", "rejected"));
        String words = form.required("words", 2000);
        if (!form.good()) {
            throw new Refused(form.errors().values().iterator().next());
        }
        room.db.run(tx -> room.objections.answer(tx, here, request.id("id"), decision, words, by));
        return back(request, resolution);
    }

    private static Response back(Request request, Resolution resolution) {
        return Response.to("/c/" + request.here().code() + "/register/" + resolution.number() + "#objections");
    }
}
