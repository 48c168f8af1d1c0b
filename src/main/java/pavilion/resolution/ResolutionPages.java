package pavilion.resolution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import pavilion.db.Database;
import pavilion.document.PaperFormat;
import pavilion.document.PaperPrinter;
import pavilion.identity.Actor;
import pavilion.identity.Role;
import pavilion.matter.Matter;
import pavilion.matter.MatterAccess;
import pavilion.matter.Matters;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.rules.Rule;
import pavilion.text.CommunityTime;
import pavilion.text.Phrases;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** One resolution for anyone: what was decided, by which figures, until when it is posted, and its files. */
final class ResolutionPages {
    private final Database db;
    private final MatterAccess access;
    private final Matters matters;
    private final Resolutions resolutions;
    private final ResolutionReader reader;
    private final PaperPrinter printer;
    private final String publicUrl;

    ResolutionPages(
            Database db,
            MatterAccess access,
            Matters matters,
            Resolutions resolutions,
            ResolutionReader reader,
            PaperPrinter printer,
            String publicUrl) {
        this.db = db;
        this.access = access;
        this.matters = matters;
        this.resolutions = resolutions;
        this.reader = reader;
        this.printer = printer;
        this.publicUrl = publicUrl;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/c/:c/register/:number", Access.ANYONE, this::page),
                Route.get("/c/:c/register/:number/resolution.pdf", Access.ANYONE, this::pdf),
                Route.get("/c/:c/register/:number/matter.json", Access.ANYONE, this::json),
                Route.post(
                        "/c/:c/register/:number/minority",
                        Access.of(Role.COMMITTEE, Role.RECORDER, Role.MODERATOR),
                        this::minority,
                        FormField.text("minority", 2000)));
    }

    private Response page(Request request) {
        return request.page("resolution/resolution", reader.view(request, reader.resolution(request)));
    }

    private Response pdf(Request request) {
        ResolutionPaper paper = paper(request, reader.resolution(request));
        return Response.bytes(PaperFormat.PDF.type(), printer.print(paper, PaperFormat.PDF))
                .header("Content-Disposition", "inline; filename=\"" + PaperFormat.PDF.fileName(paper) + "\"");
    }

    private ResolutionPaper paper(Request request, Resolution resolution) {
        Phrases phrases = request.phrases();
        Rule rule = reader.rule(resolution);
        String community = request.community().name();
        String url = publicUrl + address(request, resolution);
        LocalDate posted = LocalDate.ofInstant(resolution.posting().at(), CommunityTime.ZONE);
        LocalDate until = resolution.posting().until();
        return new ResolutionPaper(
                phrases.lang(),
                resolution.posting().at(),
                resolution.number(),
                resolution.text().title(),
                new ResolutionPaper.Issuer(
                        community,
                        resolution.matter().placeName(),
                        phrases.say("resolution.paper.signed", community),
                        posted),
                new ResolutionPaper.Statement(
                        List.of(phrases.in(rule.source())),
                        paragraphs(phrases, resolution),
                        figures(phrases, resolution),
                        resolution.text().minority(),
                        reader.objectionSummary(phrases, resolution)),
                new ResolutionPaper.Effect(
                        rule.binding() && resolution.agreed() ? until.plusDays(1) : null,
                        phrases.say("resolution.paper.responsible")),
                new ResolutionPaper.NoticePeriod(posted, until, phrases.say("resolution.paper.object-to", url)),
                new ResolutionPaper.Check(url, reader.head(resolution)));
    }

    private List<String> figures(Phrases phrases, Resolution resolution) {
        List<String> figures = new ArrayList<>(
                Reasoning.sentences(phrases, resolution.verdict().outcome()));
        Refusal ways = reader.ways(resolution);
        if (ways != null) {
            figures.add(phrases.say(ways));
        }
        return figures;
    }

    private static List<String> paragraphs(Phrases phrases, Resolution resolution) {
        return Stream.concat(
                        Stream.of(ResolutionReader.outcome(phrases, resolution)),
                        resolution.text().body().lines())
                .filter(line -> !line.isBlank())
                .toList();
    }

    private Response json(Request request) {
        Resolution resolution = reader.resolution(request);
        return Response.file(
                "application/json",
                resolution.number() + ".json",
                reader.evidence(resolution).write());
    }

    private Response minority(Request request) {
        Resolution resolution = reader.resolution(request);
        Matter matter = reader.matter(resolution);
        Actor by = access.requireRole(request, matter, Role.RECORDER, Role.MODERATOR, Role.COMMITTEE);
        FormData form = request.form();
        String text = form.optional("minority");
        if (!form.good()) {
            throw new Refused(form.errors().values().iterator().next());
        }
        resolutions.minority(matter.community(), matter.id(), text, by);
        return Response.to(address(request, resolution));
    }

    private static String address(Request request, Resolution resolution) {
        return "/c/" + request.community().code() + "/register/" + resolution.number();
    }
}
