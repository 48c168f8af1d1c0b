package pavilion.task;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.identity.Actor;
import pavilion.identity.Role;
import pavilion.matter.Matter;
import pavilion.matter.MatterAccess;
import pavilion.matter.Relation;
import pavilion.proposal.ProposalDraft.Picture;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** Listing, taking, reporting and dropping tasks, and rating what came of them. The forms stand on the matter's page. */
final class TaskPages {
    private static final int MOST_PHOTOS = 5;
    private static final String BEFORE = "before";
    private static final String AFTER = "after";
    private final Database db;
    private final MatterAccess access;
    private final Tasks tasks;
    private final Ratings ratings;

    TaskPages(Database db, MatterAccess access, Tasks tasks, Ratings ratings) {
        this.db = db;
        this.access = access;
        this.tasks = tasks;
        this.ratings = ratings;
    }

    List<Route> routes() {
        String base = "/c/:c/matters/:id/errands";
        return List.of(
                Route.post(
                        base,
                        Access.of(Role.COMMITTEE),
                        this::add,
                        FormField.text("title", 120),
                        FormField.date("due")),
                Route.post(base + "/:task/claim", Access.SIGNED_IN, this::claim),
                Route.upload(
                        base + "/:task/report",
                        Access.SIGNED_IN,
                        this::report,
                        FormField.choice("kind", BEFORE, AFTER),
                        FormField.file("photos"),
                        FormField.text("note", 1000),
                        FormField.checkbox("done")),
                Route.post(base + "/:task/drop", Access.of(Role.COMMITTEE), this::drop, FormField.text("reason", 1000)),
                Route.post(
                        "/c/:c/matters/:id/rating",
                        Access.SIGNED_IN,
                        this::rate,
                        FormField.number("stars"),
                        FormField.text("note", 500)));
    }

    private static Response back(Request request, Matter matter, String part) {
        return Response.to(MatterAccess.url(request, matter) + part);
    }

    private static void good(FormData form) {
        if (!form.good()) {
            throw new Refused(form.errors().values().iterator().next());
        }
    }

    Response add(Request request) {
        Matter matter = access.read(request, db.plain());
        Actor by = access.requireRole(request, matter, Role.COMMITTEE);
        FormData form = request.form();
        String title = form.required("title");
        LocalDate due = day(form);
        good(form);
        db.run(tx -> tasks.add(tx, matter.community(), matter.id(), title, due, by));
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
        Matter matter = access.read(request, db.plain());
        Relation relation = Relation.of(request.user(), matter);
        db.run(tx -> tasks.claim(
                tx,
                matter.community(),
                matter.id(),
                request.id("task"),
                request.user().person(),
                request.user().name(),
                relation));
        return back(request, matter, "#work");
    }

    /** A photo before or after, a note that it is done, or both. */
    Response report(Request request) {
        Matter matter = access.read(request, db.plain());
        boolean committee = Relation.of(request.user(), matter).committee();
        Actor by = Relation.actor(request.user(), matter);
        FormData form = request.form();
        String note = form.optional("note");
        String kind = form.text("kind").equals(BEFORE) ? BEFORE : AFTER;
        good(form);
        List<Picture> pictures = request.uploads().stream()
                .filter(file -> file.size() > 0)
                .limit(MOST_PHOTOS)
                .map(file -> Picture.develop(Path.of(file.uploadedFileName())))
                .toList();
        boolean done = form.checked("done");
        if (done && note.isEmpty()) {
            throw new Refused("task.note.required");
        }
        long task = request.id("task");
        db.run(tx -> {
            for (Picture picture : pictures) {
                tasks.photo(tx, matter.community(), matter.id(), task, kind, picture, by, committee);
            }
            if (done) {
                tasks.done(tx, matter.community(), matter.id(), task, note, by, committee);
            }
        });
        return back(request, matter, "#work");
    }

    Response drop(Request request) {
        Matter matter = access.read(request, db.plain());
        Actor by = access.requireRole(request, matter, Role.COMMITTEE);
        String reason = request.form().required("reason");
        good(request.form());
        db.run(tx -> tasks.drop(tx, matter.community(), matter.id(), request.id("task"), reason, by));
        return back(request, matter, "#work");
    }

    Response rate(Request request) {
        Matter matter = access.read(request, db.plain());
        Relation relation = Relation.of(request.user(), matter);
        FormData form = request.form();
        int stars = (int) form.number("stars", n -> n >= 1 && n <= 5, "web.form.choose");
        String note = form.optional("note");
        good(form);
        db.run(tx -> ratings.rate(
                tx, matter.community(), matter.id(), stars, note, request.user().person(), relation));
        return back(request, matter, "#rating");
    }
}
