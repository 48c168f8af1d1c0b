package pavilion.resolution;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import pavilion.db.Database;
import pavilion.document.PaperFormat;
import pavilion.document.PaperPrinter;
import pavilion.identity.Actor;
import pavilion.identity.Role;
import pavilion.matter.Conclusion;
import pavilion.matter.Matter;
import pavilion.matter.MatterAccess;
import pavilion.matter.Matters;
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
                Route.get("/c/:c/matters/:id/matter.json", Access.SIGNED_IN, this::ofMatter),
                Route.post(
                        "/c/:c/matters/:id/resolution",
                        Access.of(Role.COMMITTEE, Role.MODERATOR),
                        this::post,
                        FormField.text("minority", 2000)),
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
        Conclusion conclusion = reader.conclusion(resolution);
        String community = request.community().name();
        String place = resolution.matter().placeName();
        String url = publicUrl + address(request, resolution);
        LocalDate posted = LocalDate.ofInstant(resolution.posting().at(), CommunityTime.ZONE);
        LocalDate until = resolution.posting().until();
        VoteView vote = reader.vote(phrases, resolution);
        Resolution.Withdrawal withdrawal = resolution.withdrawal();
        return new ResolutionPaper(
                phrases.lang(),
                resolution.posting().at(),
                resolution.number(),
                resolution.text().title(),
                conclusion,
                new ResolutionPaper.Issuer(
                        community, place, phrases.say(conclusion.signed(), community, place), posted),
                new ResolutionPaper.Statement(
                        reader.outcome(phrases, resolution),
                        phrases.in(rule.source()),
                        resolution
                                .text()
                                .body()
                                .lines()
                                .filter(line -> !line.isBlank())
                                .toList(),
                        Stream.concat(vote.held().stream(), vote.reasons().stream())
                                .toList(),
                        resolution.text().minority(),
                        reader.objectionSummary(phrases, resolution)),
                new ResolutionPaper.Effect(reader.holdsFrom(resolution), phrases.say(conclusion.responsible())),
                new ResolutionPaper.NoticePeriod(posted, until, phrases.say("resolution.paper.object-to", url)),
                new ResolutionPaper.Check(url, reader.head(resolution)),
                withdrawal == null
                        ? null
                        : new ResolutionPaper.Revocation(
                                reader.standing(phrases, resolution),
                                LocalDate.ofInstant(withdrawal.at(), CommunityTime.ZONE),
                                withdrawal.reason()));
    }

    private Response json(Request request) {
        Resolution resolution = reader.resolution(request);
        return Response.file(
                "application/json",
                resolution.number() + ".json",
                reader.evidence(resolution.community(), resolution.matter().id())
                        .write());
    }

    private Response post(Request request) {
        Matter matter = access.read(request, db.plain());
        Actor by = access.requireRole(request, matter, Role.COMMITTEE, Role.MODERATOR);
        FormData form = request.form();
        String minority = form.optional("minority");
        if (!form.good()) {
            throw new Refused(form.errors().values().iterator().next());
        }
        resolutions.post(matter.community(), matter.id(), minority, by);
        return Response.to(MatterAccess.url(request, matter) + "#resolution");
    }

    /** Of any matter, for whoever may read it: those that came to no resolution, too. */
    private Response ofMatter(Request request) {
        Matter matter = access.read(request, db.plain());
        return Response.file(
                "application/json",
                matter.number() + ".json",
                reader.evidence(matter.community(), matter.id()).write());
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
