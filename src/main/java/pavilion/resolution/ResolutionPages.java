package pavilion.resolution;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.document.ResolutionPaper;
import pavilion.matter.Matter;
import pavilion.matter.Speech;
import pavilion.matter.Standing;
import pavilion.rules.Refused;
import pavilion.rules.Rule;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Role;
import pavilion.web.Secrets;
import pavilion.web.Stop;
import pavilion.web.Templates;
import pavilion.web.Viewer;
import pavilion.web.Visit;

/** One resolution for anyone: what was decided, by which figures, until when it is posted, and the papers to take along. */
final class ResolutionPages {
    private final ResolutionRoom room;

    ResolutionPages(ResolutionRoom room) {
        this.room = room;
    }

    List<Door> doors() {
        return List.of(
                Door.get("/c/:c/register/:number", Access.ANYONE, this::page),
                Door.get("/c/:c/register/:number/resolution.pdf", Access.ANYONE, this::pdf),
                Door.get("/c/:c/register/:number/matter.json", Access.ANYONE, this::json),
                Door.post(
                        "/c/:c/register/:number/minority",
                        Access.of(Role.COMMITTEE, Role.RECORDER, Role.MODERATOR),
                        this::minority));
    }

    Resolution of(Visit visit) {
        return room.store
                .byNumber(room.db.plain(), visit.here().id(), visit.path("number"))
                .orElseThrow(Stop::notFound);
    }

    Answer page(Visit visit) {
        return visit.page("resolution/resolution", model(visit, of(visit)));
    }

    Map<String, Object> model(Visit visit, Resolution resolution) {
        Speech speech = Speech.of(visit);
        LocalDate today = room.matters.today();
        Map<String, Object> model = new HashMap<>();
        model.put("it", resolution);
        model.put("head", head(resolution));
        model.put("outcome", speech.say("matter.ending." + resolution.kind()));
        model.put("standing", room.standing(speech, resolution));
        model.put("ruleName", speech.in(rule(resolution).name()));
        model.put("ruleSource", speech.in(rule(resolution).source()));
        model.put("bars", Reasoning.bars(speech, resolution.outcome()));
        boolean running = resolution.inForce() && !resolution.noticeUntil().isBefore(today);
        model.put("running", running);
        model.put("daysLeft", today.until(resolution.noticeUntil(), java.time.temporal.ChronoUnit.DAYS));
        model.put("objections", room.objectionLines(visit, speech, resolution));
        model.put("key", Secrets.token());
        model.put("errors", visit.form().errors());
        model.put("values", visit.form().values());
        model.put("kindsOfObjection", room.objectionKinds(speech, visit.form().text("kind")));
        Viewer viewer = visit.viewer();
        if (viewer != null) {
            Matter matter = matter(visit, resolution);
            Standing mine = Standing.of(viewer, matter);
            model.put("mayObject", running && (room.matters.ofOwners(matter) ? mine.owner() : mine.resident()));
            model.put("mayRead", mine.belongs());
            model.put("mayWrite", running && (mine.committee() || mine.recorder() || mine.moderator()));
        }
        return model;
    }

    private Rule rule(Resolution resolution) {
        return room.matters.charter().rule(resolution.community(), resolution.rule());
    }

    /** The newest hash of the matter's chain: what the paper prints and {@code verify --head} finds again. */
    private String head(Resolution resolution) {
        return room.audit.head(room.db.plain(), resolution.community(), "matter/" + resolution.matter());
    }

    private Matter matter(Visit visit, Resolution resolution) {
        return room.matters
                .find(room.db.plain(), visit.here().id(), resolution.matter())
                .orElseThrow(Stop::notFound);
    }

    Answer pdf(Visit visit) {
        Resolution resolution = of(visit);
        Speech speech = Speech.of(visit);
        byte[] pdf =
                room.printing(visit).resolution(paper(visit, speech, resolution), visit.lang(), resolution.postedAt());
        return Answer.bytes("application/pdf", pdf)
                .header("Content-Disposition", "inline; filename=\"" + resolution.number() + ".pdf\"");
    }

    private ResolutionPaper paper(Visit visit, Speech speech, Resolution resolution) {
        Rule rule = rule(resolution);
        String url = room.publicUrl + "/c/" + visit.here().code() + "/register/" + resolution.number();
        LocalDate posted = resolution.postedAt().atZone(Templates.ZONE).toLocalDate();
        return new ResolutionPaper(
                visit.here().name(),
                resolution.placeName(),
                resolution.number(),
                resolution.title(),
                List.of(speech.in(rule.source())),
                paragraphs(speech, resolution),
                Reasoning.sentences(speech, resolution.outcome()),
                resolution.minority(),
                room.objectionSummary(speech, resolution),
                effective(resolution, rule),
                posted,
                resolution.noticeUntil(),
                speech.say("resolution.paper.responsible"),
                speech.say("resolution.paper.object-to", url),
                url,
                head(resolution),
                speech.say("resolution.paper.signed", visit.here().name()),
                posted);
    }

    private static List<String> paragraphs(Speech speech, Resolution resolution) {
        String outcome = speech.say("matter.ending." + resolution.kind());
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

    Answer json(Visit visit) {
        Resolution resolution = of(visit);
        Matter matter = matter(visit, resolution);
        byte[] file = room.evidence
                .export(
                        room.db.plain(),
                        matter,
                        room.matters.rule(matter),
                        room.matters.charter().data(matter.community(), matter.rule()),
                        resolution.poll())
                .write();
        return Answer.file("application/json", resolution.number() + ".json", file);
    }

    Answer minority(Visit visit) {
        Resolution resolution = of(visit);
        Matter seen = matter(visit, resolution);
        var by = room.matterRoom.post(visit, seen, Role.RECORDER, Role.MODERATOR, Role.COMMITTEE);
        Form form = visit.form();
        String text = form.optional("minority", 2000);
        if (!form.good()) {
            throw new Refused(form.errors().values().iterator().next());
        }
        room.db.run(
                tx -> room.resolutions.minority(tx, room.matters.locked(tx, seen.community(), seen.id()), text, by));
        return Answer.to("/c/" + visit.here().code() + "/register/" + resolution.number());
    }
}
