package pavilion.roster;

import io.vertx.ext.web.FileUpload;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import pavilion.db.Database;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Role;
import pavilion.web.Stop;
import pavilion.web.Visit;

/**
 * Taking in and giving out the roll by upload. The first upload is always a dry run; only the same file, chosen again after
 * its report was seen, is taken. Nothing uploaded is kept in between.
 */
public final class ImportPages {
    private static final Access COMMITTEE = Access.of(Role.COMMITTEE);
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv; charset=utf-8";

    private final Database database;
    private final Rolls rolls;
    private final RollPrint print;
    private final PlaceStore places = new PlaceStore();

    public ImportPages(Database database, Rolls rolls, RollPrint print) {
        this.database = database;
        this.rolls = rolls;
        this.print = print;
    }

    public List<Door> doors() {
        return List.of(
                Door.get("/c/:c/desk/import", COMMITTEE, this::ask),
                Door.upload("/c/:c/desk/import", COMMITTEE, this::take),
                Door.get("/c/:c/desk/import/template.csv", COMMITTEE, this::emptyCsv),
                Door.get("/c/:c/desk/import/template.xlsx", COMMITTEE, this::emptyXlsx),
                Door.get("/c/:c/desk/roster.csv", COMMITTEE, this::csv),
                Door.get("/c/:c/desk/roster.xlsx", COMMITTEE, this::xlsx));
    }

    /** The roll is the whole community's; a grid's own committee does not take it in or out. */
    private static void whole(Visit visit) {
        if (!visit.me().has(Role.COMMITTEE, visit.here().id(), visit.here().rootPath())) {
            throw Stop.forbidden("roster.stop.not-your-place");
        }
    }

    private Answer ask(Visit visit) {
        whole(visit);
        return visit.page("roster/import", Map.of());
    }

    private Answer take(Visit visit) {
        whole(visit);
        Map<String, Object> model = new HashMap<>();
        FileUpload upload = visit.uploads().stream().findFirst().orElse(null);
        if (upload == null || upload.size() == 0) {
            visit.form().wrong("file", "roster.import.no-file");
            model.put("errors", visit.form().errors());
            return visit.again("roster/import", model);
        }
        Path file = Path.of(upload.uploadedFileName());
        String hash = sha256(file);
        boolean seen = hash.equals(visit.form().text("seen"));
        try {
            String by = places.personCode(
                    database.plain(), visit.me().community(), visit.me().person());
            RollReport report = rolls.take(visit.here().id(), file, !seen, by, (done, all) -> {});
            model.put("report", report);
            model.put(
                    "flaws",
                    report.flaws().stream()
                            .map(f -> Map.of(
                                    "line", f.line(), "column", f.head(visit.lang()), "reason", visit.say(f.reason())))
                            .toList());
            model.put("seen", report.good() && !report.applied() ? hash : "");
        } catch (Refused no) {
            visit.form().wrong("file", no.refusal());
            model.put("errors", visit.form().errors());
            return visit.again("roster/import", model);
        }
        return visit.page("roster/import", model);
    }

    private Answer emptyCsv(Visit visit) {
        return Answer.file(CSV, "roster-template.csv", RollPrint.emptyCsv(visit.lang()));
    }

    private Answer emptyXlsx(Visit visit) {
        return Answer.file(XLSX, "roster-template.xlsx", RollPrint.emptyXlsx(visit.lang()));
    }

    private Answer csv(Visit visit) {
        whole(visit);
        return Answer.file(CSV, "roster.csv", print.csv(visit.here().id(), "/", visit.lang()));
    }

    private Answer xlsx(Visit visit) {
        whole(visit);
        return Answer.file(XLSX, "roster.xlsx", print.xlsx(visit.here().id(), "/", visit.lang()));
    }

    private static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
