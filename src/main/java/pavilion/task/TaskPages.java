package pavilion.task;

import io.vertx.ext.web.FileUpload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pavilion.identity.Actor;
import pavilion.identity.Role;
import pavilion.matter.Matter;
import pavilion.matter.MatterModule;
import pavilion.matter.Relation;
import pavilion.proposal.ProposalDraft;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** Listing, taking, proving, dropping tasks; and rating what came of it. The forms stand on the matter's own page. */
final class TaskPages {
    private final TaskModule room;

    TaskPages(TaskModule room) {
        this.room = room;
    }

    List<Route> routes() {
        String base = "/c/:c/matters/:id/errands";
        return List.of(
                Route.post(base, Access.of(Role.COMMITTEE), this::add),
                Route.post(base + "/:errand/claim", Access.SIGNED_IN, this::claim),
                Route.upload(base + "/:errand/report", Access.SIGNED_IN, this::report),
                Route.post(base + "/:errand/drop", Access.of(Role.COMMITTEE), this::drop),
                Route.post("/c/:c/matters/:id/rating", Access.SIGNED_IN, this::rate));
    }

    private static Response back(Request request, Matter matter, String part) {
        return Response.to(MatterModule.url(request, matter) + part);
    }

    private static void good(FormData form) {
        if (!form.good()) {
            throw new Refused(form.errors().values().iterator().next());
        }
    }

    Response add(Request request) {
        Matter matter = room.matterRoom.read(request, room.db.plain());
        Actor by = room.matterRoom.post(request, matter, Role.COMMITTEE);
        FormData form = request.form();
        String title = form.required("title", 120);
        LocalDate due = day(form);
        good(form);
        room.db.run(tx -> room.errands.add(tx, matter.community(), matter.id(), title, due, by));
        return back(request, matter, "#work");
    }

    private static @Nullable LocalDate day(FormData form) {
        if (form.text("due").isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(form.text("due"));
        } catch (DateTimeParseException e) {
            form.wrong("due", "matter.form.day");
            return null;
        }
    }

    Response claim(Request request) {
        Matter matter = room.matterRoom.read(request, room.db.plain());
        Relation mine = room.matterRoom.relation(request, matter);
        room.db.run(tx -> room.errands.claim(
                tx,
                matter.community(),
                matter.id(),
                request.id("errand"),
                request.me().person(),
                request.me().name(),
                mine));
        return back(request, matter, "#work");
    }

    /** A photo before or after, a note that it is done, or both. */
    Response report(Request request) {
        Matter matter = room.matterRoom.read(request, room.db.plain());
        Relation mine = room.matterRoom.relation(request, matter);
        Actor by = Relation.actor(request.me(), matter);
        boolean desk = mine.committee();
        FormData form = request.form();
        String note = form.optional("note", 1000);
        String kind = Set.of("before", "after").contains(form.text("kind")) ? form.text("kind") : "after";
        good(form);
        List<ProposalDraft.Picture> pictures = request.uploads().stream()
                .filter(file -> file.size() > 0)
                .limit(5)
                .map(TaskPages::develop)
                .toList();
        boolean done = form.checked("done");
        if (done && note.isEmpty()) {
            throw new Refused("errand.note.required");
        }
        room.db.run(tx -> {
            for (ProposalDraft.Picture picture : pictures) {
                room.errands.photo(tx, matter.community(), matter.id(), request.id("errand"), kind, picture, by, desk);
            }
            if (done) {
                room.errands.done(tx, matter.community(), matter.id(), request.id("errand"), note, by, desk);
            }
        });
        return back(request, matter, "#work");
    }

    private static ProposalDraft.Picture develop(FileUpload file) {
        try {
            return ProposalDraft.Picture.develop(Files.readAllBytes(Path.of(file.uploadedFileName())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Response drop(Request request) {
        Matter matter = room.matterRoom.read(request, room.db.plain());
        Actor by = room.matterRoom.post(request, matter, Role.COMMITTEE);
        String reason = request.form().required("reason", 1000);
        good(request.form());
        room.db.run(tx -> room.errands.drop(tx, matter.community(), matter.id(), request.id("errand"), reason, by));
        return back(request, matter, "#work");
    }

    Response rate(Request request) {
        Matter matter = room.matterRoom.read(request, room.db.plain());
        Relation mine = room.matterRoom.relation(request, matter);
        FormData form = request.form();
        int stars = (int) form.number("stars", n -> n >= 1 && n <= 5, "web.form.choose");
        String note = form.optional("note", 500);
        good(form);
        room.db.run(tx -> room.ratings.rate(
                tx, matter.community(), matter.id(), stars, note, request.me().person(), mine));
        return back(request, matter, "#rating");
    }
}
