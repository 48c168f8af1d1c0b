package pavilion.errand;

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
import pavilion.matter.Actor;
import pavilion.matter.Draft;
import pavilion.matter.Matter;
import pavilion.matter.MatterRoom;
import pavilion.matter.Standing;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Role;
import pavilion.web.Visit;

/** Listing, taking, proving, dropping tasks; and rating what came of it. The forms stand on the matter's own page. */
final class ErrandPages {
    private final ErrandRoom room;

    ErrandPages(ErrandRoom room) {
        this.room = room;
    }

    List<Door> doors() {
        String base = "/c/:c/matters/:id/errands";
        return List.of(
                Door.post(base, Access.of(Role.COMMITTEE), this::add),
                Door.post(base + "/:errand/claim", Access.SIGNED_IN, this::claim),
                Door.upload(base + "/:errand/report", Access.SIGNED_IN, this::report),
                Door.post(base + "/:errand/drop", Access.of(Role.COMMITTEE), this::drop),
                Door.post("/c/:c/matters/:id/rating", Access.SIGNED_IN, this::rate));
    }

    private static Answer back(Visit visit, Matter matter, String part) {
        return Answer.to(MatterRoom.url(visit, matter) + part);
    }

    private static void good(Form form) {
        if (!form.good()) {
            throw new Refused(form.errors().values().iterator().next());
        }
    }

    Answer add(Visit visit) {
        Matter matter = room.matterRoom.read(visit, room.db.plain());
        Actor by = room.matterRoom.post(visit, matter, Role.COMMITTEE);
        Form form = visit.form();
        String title = form.required("title", 120);
        LocalDate due = day(form);
        good(form);
        room.db.run(tx -> room.errands.add(tx, matter.community(), matter.id(), title, due, by));
        return back(visit, matter, "#work");
    }

    private static @Nullable LocalDate day(Form form) {
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

    Answer claim(Visit visit) {
        Matter matter = room.matterRoom.read(visit, room.db.plain());
        Standing mine = room.matterRoom.standing(visit, matter);
        room.db.run(tx -> room.errands.claim(
                tx,
                matter.community(),
                matter.id(),
                visit.id("errand"),
                visit.me().person(),
                visit.me().name(),
                mine));
        return back(visit, matter, "#work");
    }

    /** A photo before or after, a note that it is done, or both. */
    Answer report(Visit visit) {
        Matter matter = room.matterRoom.read(visit, room.db.plain());
        Standing mine = room.matterRoom.standing(visit, matter);
        Actor by = Actor.of(visit.me(), matter);
        boolean desk = mine.committee();
        Form form = visit.form();
        String note = form.optional("note", 1000);
        String kind = Set.of("before", "after").contains(form.text("kind")) ? form.text("kind") : "after";
        good(form);
        List<Draft.Picture> pictures = visit.uploads().stream()
                .filter(file -> file.size() > 0)
                .limit(5)
                .map(ErrandPages::develop)
                .toList();
        boolean done = form.checked("done");
        if (done && note.isEmpty()) {
            throw new Refused("errand.note.required");
        }
        room.db.run(tx -> {
            for (Draft.Picture picture : pictures) {
                room.errands.photo(tx, matter.community(), matter.id(), visit.id("errand"), kind, picture, by, desk);
            }
            if (done) {
                room.errands.done(tx, matter.community(), matter.id(), visit.id("errand"), note, by, desk);
            }
        });
        return back(visit, matter, "#work");
    }

    private static Draft.Picture develop(FileUpload file) {
        try {
            return Draft.Picture.develop(Files.readAllBytes(Path.of(file.uploadedFileName())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer drop(Visit visit) {
        Matter matter = room.matterRoom.read(visit, room.db.plain());
        Actor by = room.matterRoom.post(visit, matter, Role.COMMITTEE);
        String reason = visit.form().required("reason", 1000);
        good(visit.form());
        room.db.run(tx -> room.errands.drop(tx, matter.community(), matter.id(), visit.id("errand"), reason, by));
        return back(visit, matter, "#work");
    }

    Answer rate(Visit visit) {
        Matter matter = room.matterRoom.read(visit, room.db.plain());
        Standing mine = room.matterRoom.standing(visit, matter);
        Form form = visit.form();
        int stars = (int) form.number("stars", n -> n >= 1 && n <= 5, "web.form.choose");
        String note = form.optional("note", 500);
        good(form);
        room.db.run(tx -> room.ratings.rate(
                tx, matter.community(), matter.id(), stars, note, visit.me().person(), mine));
        return back(visit, matter, "#rating");
    }
}
