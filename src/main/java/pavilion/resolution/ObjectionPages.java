package pavilion.resolution;

import java.util.List;
import pavilion.matter.Matter;
import pavilion.matter.Standing;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Role;
import pavilion.web.Stop;
import pavilion.web.Visit;

/** Objecting while the notice runs, and answering as somebody who did not decide. */
final class ObjectionPages {
    private final ResolutionRoom room;
    private final ResolutionPages pages;

    ObjectionPages(ResolutionRoom room, ResolutionPages pages) {
        this.room = room;
        this.pages = pages;
    }

    List<Door> doors() {
        return List.of(
                Door.post("/c/:c/register/:number/objections", Access.SIGNED_IN, this::object),
                Door.post(
                        "/c/:c/register/:number/objections/:id/answer",
                        Access.of(Role.COMMITTEE, Role.SUPERVISION),
                        this::answer));
    }

    Answer object(Visit visit) {
        Resolution resolution = pages.of(visit);
        int here = visit.here().id();
        Matter matter =
                room.matters.find(room.db.plain(), here, resolution.matter()).orElseThrow(Stop::notFound);
        Standing mine = Standing.of(visit.me(), matter);
        if (!mine.belongs()) {
            throw Stop.forbidden("resolution.objection.not-here");
        }
        Form form = visit.form();
        String kind = form.oneOf("kind", Objections.KINDS);
        String words = form.required("words", 2000);
        String key = form.text("request_key");
        if (key.isEmpty() || key.length() > 64) {
            throw new Refused("web.stop.malformed");
        }
        if (!form.good()) {
            return visit.again("resolution/resolution", pages.model(visit, resolution));
        }
        room.db.run(tx -> room.objections.object(
                tx, here, resolution.id(), kind, words, key, visit.me().person(), mine));
        return back(visit, resolution);
    }

    Answer answer(Visit visit) {
        Resolution resolution = pages.of(visit);
        int here = visit.here().id();
        Matter matter =
                room.matters.find(room.db.plain(), here, resolution.matter()).orElseThrow(Stop::notFound);
        var by = room.matterRoom.post(visit, matter, Role.SUPERVISION, Role.COMMITTEE);
        Form form = visit.form();
        String decision = form.oneOf("decision", List.of("upheld", "rejected"));
        String words = form.required("words", 2000);
        if (!form.good()) {
            throw new Refused(form.errors().values().iterator().next());
        }
        room.db.run(tx -> room.objections.answer(tx, here, visit.id("id"), decision, words, by));
        return back(visit, resolution);
    }

    private static Answer back(Visit visit, Resolution resolution) {
        return Answer.to("/c/" + visit.here().code() + "/register/" + resolution.number() + "#objections");
    }
}
