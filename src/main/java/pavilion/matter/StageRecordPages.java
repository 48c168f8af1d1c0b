package pavilion.matter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.identity.Role;
import pavilion.rules.Refused;
import pavilion.rules.procedure.RequiredRecord;
import pavilion.rules.procedure.Stage;
import pavilion.text.Phrases;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** The form for what a stage wants recorded, and what was recorded, on the matter's page. */
final class StageRecordPages implements PanelProvider {
    private static final String FORM = "matter/record";

    private final Database db;
    private final Matters matters;
    private final MatterAccess access;
    private final StageRecords records;

    StageRecordPages(Database db, Matters matters, MatterAccess access) {
        this.db = db;
        this.matters = matters;
        this.access = access;
        this.records = new StageRecords(matters);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/c/:c/matters/:id/record", Access.of(Role.COMMITTEE), this::form),
                Route.post(
                        "/c/:c/matters/:id/record",
                        Access.of(Role.COMMITTEE),
                        this::add,
                        FormField.date("day"),
                        FormField.text("text", 1000),
                        FormField.checkbox("needless")));
    }

    /**
     * The form.
     *
     * @param what is to be recorded
     * @param unless when it is not needed; empty where it always is
     */
    record RecordFormView(
            Matter matter, String what, String unless, Map<String, String> values, List<Map<String, String>> wrongs) {}

    private Response form(Request request) {
        Matter matter = access.read(request, db.plain());
        access.requireRole(request, matter, Role.COMMITTEE);
        StageRecords.require(matters.stage(matter));
        return request.page(
                FORM, view(request, matter, Map.of("day", matters.today().toString())));
    }

    private RecordFormView view(Request request, Matter matter, Map<String, String> values) {
        Phrases phrases = request.phrases();
        RequiredRecord asked = matters.stage(matter).recorded();
        return new RecordFormView(
                matter,
                phrases.in(asked.what()),
                phrases.in(asked.unless()),
                values,
                phrases.errors(request.form().errors()));
    }

    private Response add(Request request) {
        Matter matter = access.read(request, db.plain());
        Actor by = access.requireRole(request, matter, Role.COMMITTEE);
        FormData form = request.form();
        LocalDate day = day(form);
        String text = form.required("text");
        boolean needless = form.checked("needless");
        if (form.good()) {
            try {
                db.run(tx -> records.add(tx, matter.community(), matter.id(), day, needless, text, by));
                return Response.to(MatterAccess.url(request, matter));
            } catch (Refused refused) {
                form.wrong("day", refused.refusal());
            }
        }
        return request.again(FORM, view(request, matter, form.values()));
    }

    private static LocalDate day(FormData form) {
        try {
            return LocalDate.parse(form.text("day"));
        } catch (DateTimeException e) {
            form.wrong("day", "matter.record.day");
            return LocalDate.EPOCH;
        }
    }

    /** @param asked what is to be recorded; {@code advances} whether nothing holds the matter at its stage any more */
    record RecordNowView(Matter matter, String asked, boolean advances) {}

    /** @param name of the stage; {@code unless} why it was not needed, or empty */
    record RecordLine(String name, LocalDate day, String unless, String text, String post) {}

    record RecordsView(List<RecordLine> lines) {}

    @Override
    public List<Panel> panels(Request request, Matter matter, Relation relation) {
        Tx tx = db.plain();
        List<Panel> panels = new ArrayList<>();
        Stage stage = matters.stage(matter);
        if (matter.open() && relation.committee() && stage.requires(Stage.RECORD)) {
            boolean made = StageRecordStore.here(tx, matter).isPresent();
            boolean alone = stage.requires().size() == 1;
            boolean free =
                    made && alone && StageRecords.refusal(tx, matters, matter).isEmpty();
            if (!made || free) {
                String asked = request.phrases().in(stage.recorded().what());
                panels.add(new Panel(Region.ACTION, "matter/record-now", new RecordNowView(matter, asked, free)));
            }
        }
        List<RecordLine> lines = StageRecordStore.of(tx, matter).stream()
                .map(made -> line(request.phrases(), matter, made))
                .toList();
        if (!lines.isEmpty()) {
            panels.add(new Panel(Region.COURSE, "matter/records", new RecordsView(lines)));
        }
        return panels;
    }

    // A matter that went over to another template keeps records of the one it came from.
    private RecordLine line(Phrases phrases, Matter matter, StageRecord made) {
        Stage stage = matters.template(matter).stages().stream()
                .filter(each -> each.key().equals(made.stage()))
                .findFirst()
                .orElseGet(() -> matters.stage(matter));
        return new RecordLine(
                phrases.in(stage.name()),
                made.day(),
                made.needless() ? phrases.in(stage.recorded().unless()) : "",
                made.text(),
                phrases.post(made.byPost()));
    }
}
