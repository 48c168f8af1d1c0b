package pavilion.roster;

import io.vertx.ext.web.FileUpload;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import pavilion.db.Database;
import pavilion.identity.Role;
import pavilion.identity.UserCache;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.FormField;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/**
 * Importing and exporting the roll. An upload is always a dry run; after its report was shown, that very file is imported without
 * being chosen again ({@link RollUploads}).
 */
public final class RollPages {
    private static final Access COMMITTEE = Access.of(Role.COMMITTEE);
    /** Characters of a fingerprint as hexadecimal digits. */
    private static final int SHA256 = 64;

    private static final int LONGEST_NAME = 40;

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv; charset=utf-8";

    private final Database database;
    private final Rolls rolls;
    private final RollExport print;
    private final UserCache users;
    private final FirstSteps firstSteps;
    private final RollUploads uploads = new RollUploads();

    public RollPages(Database database, Rolls rolls, RollExport print, UserCache users, FirstSteps firstSteps) {
        this.firstSteps = firstSteps;
        this.database = database;
        this.rolls = rolls;
        this.print = print;
        this.users = users;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/c/:c/desk/import", COMMITTEE, this::ask),
                Route.upload(
                        "/c/:c/desk/import",
                        COMMITTEE,
                        this::take,
                        FormField.file("file"),
                        FormField.text("seen", SHA256),
                        FormField.text("courtyard", LONGEST_NAME),
                        FormField.choice("act", "try", "take")),
                Route.get("/c/:c/desk/import/template.csv", COMMITTEE, this::emptyCsv),
                Route.get("/c/:c/desk/import/template.xlsx", COMMITTEE, this::emptyXlsx),
                Route.get("/c/:c/desk/roster.csv", COMMITTEE, this::csv),
                Route.get("/c/:c/desk/roster.xlsx", COMMITTEE, this::xlsx));
    }

    /** The roll is the whole community's: somebody who looks after a part of it neither imports nor exports it. */
    private static void requireWholeCommunity(Request request) {
        if (!request.user()
                .has(
                        Role.COMMITTEE,
                        request.community().id(),
                        request.community().rootPath())) {
            throw HttpError.forbidden("roster.stop.not-your-place");
        }
    }

    private Response ask(Request request) {
        requireWholeCommunity(request);
        return request.page("roster/import", ImportView.empty(courtyards(request)));
    }

    private Response take(Request request) {
        requireWholeCommunity(request);
        FileUpload upload =
                request.uploads().stream().filter(u -> u.size() > 0).findFirst().orElse(null);
        String key = request.community().id() + "/" + request.user().person();
        String seen = request.form().text("seen");
        String courtyard = RollText.name(request.form().text("courtyard"));
        if (upload == null && seen.isEmpty()) {
            boolean empty = !request.uploads().isEmpty()
                    && !request.uploads().getFirst().fileName().isEmpty();
            return again(request, Refusal.of(empty ? "roster.roll.nothing" : "roster.import.no-file"), "", "");
        }
        if (upload != null) {
            Path file = Path.of(upload.uploadedFileName());
            String hash = uploads.keep(key, file);
            return told(request, file, courtyard, hash, false);
        }
        Path file = uploads.take(key, seen);
        if (file == null) {
            return again(request, Refusal.of("roster.import.gone"), "", "");
        }
        try {
            return told(
                    request, file, courtyard, seen, request.form().text("act").equals("take"));
        } finally {
            RollUploads.delete(file);
        }
    }

    private Response told(Request request, Path file, String courtyard, String hash, boolean forGood) {
        int community = request.community().id();
        try {
            String by = PlaceStore.personCode(
                    database.plain(), request.user().community(), request.user().person());
            RollReport report = rolls.take(community, file, courtyard, !forGood, by, (done, all) -> {});
            if (report.applied()) {
                users.changedIn(community);
                uploads.forget(community + "/" + request.user().person());
            }
            List<ImportView.Flaw> flaws = report.flaws().stream()
                    .map(f -> new ImportView.Flaw(f.cell(), f.head(request.lang()), request.say(f.reason())))
                    .toList();
            List<String> notes = report.notes().stream().map(request::say).toList();
            String next = report.good() && !report.applied() ? hash : "";
            List<FirstSteps.Step> steps = report.applied()
                    ? firstSteps
                            .of(request)
                            .map(FirstSteps.FirstStepsView::steps)
                            .orElse(List.of())
                    : List.of();
            return request.page(
                    "roster/import",
                    new ImportView(report, flaws, notes, next, courtyard, false, courtyards(request), Map.of(), steps));
        } catch (Refused no) {
            return again(request, no.refusal(), hash, courtyard);
        }
    }

    /** The same page with what is wrong; the file need not be chosen again where only its courtyard is missing. */
    private Response again(Request request, Refusal refusal, String hash, String courtyard) {
        boolean asks = refusal.key().equals("roster.roll.no-courtyard");
        request.form().wrong(asks ? "courtyard" : "file", refusal);
        return request.again(
                "roster/import",
                new ImportView(
                        null,
                        List.of(),
                        List.of(),
                        asks ? hash : "",
                        courtyard,
                        asks,
                        courtyards(request),
                        request.form().errors(),
                        List.of()));
    }

    private List<String> courtyards(Request request) {
        return PlaceStore.ofKind(database.plain(), request.community().id(), "courtyard", "/").stream()
                .map(Place::name)
                .toList();
    }

    private Response emptyCsv(Request request) {
        return Response.file(CSV, "roster-template.csv", RollTemplate.csv(request.lang()));
    }

    private Response emptyXlsx(Request request) {
        return Response.file(XLSX, "roster-template.xlsx", RollTemplate.xlsx(request.lang()));
    }

    private Response csv(Request request) {
        requireWholeCommunity(request);
        return Response.file(CSV, "roster.csv", print.csv(request.community().id(), "/", request.lang()));
    }

    private Response xlsx(Request request) {
        requireWholeCommunity(request);
        return Response.file(XLSX, "roster.xlsx", print.xlsx(request.community().id(), "/", request.lang()));
    }
}
