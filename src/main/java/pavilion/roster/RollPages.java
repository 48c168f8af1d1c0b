package pavilion.roster;

import io.vertx.ext.web.FileUpload;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import pavilion.db.Database;
import pavilion.identity.Role;
import pavilion.identity.UserCache;
import pavilion.rules.Refused;
import pavilion.rules.Sha256;
import pavilion.web.Access;
import pavilion.web.FormField;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/**
 * Importing and exporting the roll. The first upload is always a dry run; only the same file, chosen again after its report
 * was shown, is imported. No upload is kept in between.
 */
public final class RollPages {
    private static final Access COMMITTEE = Access.of(Role.COMMITTEE);
    /** Characters of a fingerprint as hexadecimal digits. */
    private static final int SHA256 = 64;

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv; charset=utf-8";

    private final Database database;
    private final Rolls rolls;
    private final RollExport print;
    private final UserCache users;

    public RollPages(Database database, Rolls rolls, RollExport print, UserCache users) {
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
                        FormField.text("seen", SHA256)),
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
        return request.page("roster/import", ImportView.empty());
    }

    private Response take(Request request) {
        requireWholeCommunity(request);
        FileUpload upload = request.uploads().stream().findFirst().orElse(null);
        if (upload == null || upload.size() == 0) {
            request.form().wrong("file", "roster.import.no-file");
            return request.again(
                    "roster/import", ImportView.refused(request.form().errors()));
        }
        Path file = Path.of(upload.uploadedFileName());
        String hash = sha256(file);
        boolean seen = hash.equals(request.form().text("seen"));
        try {
            String by = PlaceStore.personCode(
                    database.plain(), request.user().community(), request.user().person());
            RollReport report = rolls.take(request.community().id(), file, !seen, by, (done, all) -> {});
            if (report.applied()) {
                users.changedIn(request.community().id());
            }
            List<ImportView.Flaw> flaws = report.flaws().stream()
                    .map(f -> new ImportView.Flaw(f.line(), f.head(request.lang()), request.say(f.reason())))
                    .toList();
            String next = report.good() && !report.applied() ? hash : "";
            return request.page("roster/import", new ImportView(report, flaws, next, Map.of()));
        } catch (Refused no) {
            request.form().wrong("file", no.refusal());
            return request.again(
                    "roster/import", ImportView.refused(request.form().errors()));
        }
    }

    private Response emptyCsv(Request request) {
        return Response.file(CSV, "roster-template.csv", RollExport.emptyCsv(request.lang()));
    }

    private Response emptyXlsx(Request request) {
        return Response.file(XLSX, "roster-template.xlsx", RollExport.emptyXlsx(request.lang()));
    }

    private Response csv(Request request) {
        requireWholeCommunity(request);
        return Response.file(CSV, "roster.csv", print.csv(request.community().id(), "/", request.lang()));
    }

    private Response xlsx(Request request) {
        requireWholeCommunity(request);
        return Response.file(XLSX, "roster.xlsx", print.xlsx(request.community().id(), "/", request.lang()));
    }

    private static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, Sha256.digest())) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
