package pavilion.resolution;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.audit.AuditStore;
import pavilion.document.ResolutionPaper;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.identity.Tokens;
import pavilion.matter.Matter;
import pavilion.matter.Relation;
import pavilion.rules.Refused;
import pavilion.rules.Rule;
import pavilion.text.CommunityTime;
import pavilion.text.Phrases;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** One resolution for anyone: what was decided, by which figures, until when it is posted, and the papers to take along. */
final class ResolutionPages {
    private final ResolutionModule room;

    ResolutionPages(ResolutionModule room) {
        this.room = room;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/c/:c/register/:number", Access.ANYONE, this::page),
                Route.get("/c/:c/register/:number/resolution.pdf", Access.ANYONE, this::pdf),
                Route.get("/c/:c/register/:number/matter.json", Access.ANYONE, this::json),
                Route.post(
                        "/c/:c/register/:number/minority",
                        Access.of(Role.COMMITTEE, Role.RECORDER, Role.MODERATOR),
                        this::minority));
    }

    Resolution of(Request request) {
        return ResolutionStore.byNumber(room.db.plain(), request.here().id(), request.path("number"))
                .orElseThrow(HttpError::notFound);
    }

    Response page(Request request) {
        return request.page("resolution/resolution", model(request, of(request)));
    }

    Map<String, Object> model(Request request, Resolution resolution) {
        Phrases phrases = request.phrases();
        LocalDate today = room.matters.today();
        Map<String, Object> model = new HashMap<>();
        model.put("it", resolution);
        model.put("head", head(resolution));
        model.put("outcome", phrases.say("matter.ending." + resolution.kind()));
        model.put("standing", room.standing(phrases, resolution));
        model.put("ruleName", phrases.in(rule(resolution).name()));
        model.put("ruleSource", phrases.in(rule(resolution).source()));
        model.put("bars", Reasoning.bars(phrases, resolution.outcome()));
        boolean running = resolution.inForce() && !resolution.noticeUntil().isBefore(today);
        model.put("running", running);
        model.put("daysLeft", today.until(resolution.noticeUntil(), java.time.temporal.ChronoUnit.DAYS));
        model.put("objections", room.objectionLines(request, phrases, resolution));
        model.put("key", Tokens.token());
        model.put("errors", request.form().errors());
        model.put("values", request.form().values());
        model.put(
                "kindsOfObjection", room.objectionKinds(phrases, request.form().text("kind")));
        CurrentUser viewer = request.viewer();
        if (viewer != null) {
            Matter matter = matter(request, resolution);
            Relation mine = Relation.of(viewer, matter);
            model.put("mayObject", running && (room.matters.ofOwners(matter) ? mine.owner() : mine.resident()));
            model.put("mayRead", mine.belongs());
            model.put("mayWrite", running && (mine.committee() || mine.recorder() || mine.moderator()));
        }
        return model;
    }

    private Rule rule(Resolution resolution) {
        return room.matters.adoptedRules().rule(resolution.community(), resolution.rule());
    }

    /** The newest hash of the matter's chain: what the paper prints and {@code verify --head} finds again. */
    private String head(Resolution resolution) {
        return AuditStore.head(room.db.plain(), resolution.community(), "matter/" + resolution.matter());
    }

    private Matter matter(Request request, Resolution resolution) {
        return room.matters
                .find(room.db.plain(), request.here().id(), resolution.matter())
                .orElseThrow(HttpError::notFound);
    }

    Response pdf(Request request) {
        Resolution resolution = of(request);
        Phrases phrases = request.phrases();
        byte[] pdf = room.printing(request)
                .resolution(paper(request, phrases, resolution), request.lang(), resolution.postedAt());
        return Response.bytes("application/pdf", pdf)
                .header("Content-Disposition", "inline; filename=\"" + resolution.number() + ".pdf\"");
    }

    private ResolutionPaper paper(Request request, Phrases phrases, Resolution resolution) {
        Rule rule = rule(resolution);
        String url = room.publicUrl + "/c/" + request.here().code() + "/register/" + resolution.number();
        LocalDate posted = resolution.postedAt().atZone(CommunityTime.ZONE).toLocalDate();
        return new ResolutionPaper(
                request.here().name(),
                resolution.placeName(),
                resolution.number(),
                resolution.title(),
                List.of(phrases.in(rule.source())),
                paragraphs(phrases, resolution),
                Reasoning.sentences(phrases, resolution.outcome()),
                resolution.minority(),
                room.objectionSummary(phrases, resolution),
                effective(resolution, rule),
                posted,
                resolution.noticeUntil(),
                phrases.say("resolution.paper.responsible"),
                phrases.say("resolution.paper.object-to", url),
                url,
                head(resolution),
                phrases.say("resolution.paper.signed", request.here().name()),
                posted);
    }

    private static List<String> paragraphs(Phrases phrases, Resolution resolution) {
        String outcome = phrases.say("matter.ending." + resolution.kind());
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(outcome), resolution.body().lines())
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static @Nullable LocalDate effective(Resolution resolution, Rule rule) {
        return rule.binding() && resolution.kind().equals("agreed")
                ? resolution.noticeUntil().plusDays(1)
                : null;
    }

    Response json(Request request) {
        Resolution resolution = of(request);
        Matter matter = matter(request, resolution);
        byte[] file = EvidenceStore.export(
                        room.db.plain(),
                        matter,
                        room.matters.rule(matter),
                        room.matters.adoptedRules().data(matter.community(), matter.rule()),
                        resolution.poll())
                .write();
        return Response.file("application/json", resolution.number() + ".json", file);
    }

    Response minority(Request request) {
        Resolution resolution = of(request);
        Matter seen = matter(request, resolution);
        var by = room.access.post(request, seen, Role.RECORDER, Role.MODERATOR, Role.COMMITTEE);
        FormData form = request.form();
        String text = form.optional("minority", 2000);
        if (!form.good()) {
            throw new Refused(form.errors().values().iterator().next());
        }
        room.db.run(
                tx -> room.resolutions.minority(tx, room.matters.locked(tx, seen.community(), seen.id()), text, by));
        return Response.to("/c/" + request.here().code() + "/register/" + resolution.number());
    }
}
