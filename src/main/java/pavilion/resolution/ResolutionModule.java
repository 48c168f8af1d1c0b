package pavilion.resolution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.document.PaperPrinter;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.matter.Matter;
import pavilion.matter.MatterAccess;
import pavilion.matter.MatterModule;
import pavilion.matter.MatterRegistry;
import pavilion.matter.Matters;
import pavilion.matter.PanelProvider;
import pavilion.matter.Relation;
import pavilion.matter.StageAction;
import pavilion.matter.StageRegistration;
import pavilion.proposal.Notices;
import pavilion.rules.procedure.StageKind;
import pavilion.text.Phrases;
import pavilion.web.Request;
import pavilion.web.Route;

/** Resolutions and objections put together. */
public final class ResolutionModule implements PanelProvider {
    final Database db;
    final Matters matters;
    final MatterAccess access;
    final String publicUrl;
    final Resolutions resolutions;
    final Objections objections;

    /** @param publicUrl where this server is reached, for the address on paper; no slash at its end */
    public ResolutionModule(MatterModule module, Notices notices, String publicUrl) {
        this.db = module.db();
        this.matters = module.matters();
        this.access = module.access();
        this.publicUrl = publicUrl;
        this.resolutions = new Resolutions(matters);
        this.objections = new Objections(matters, notices);
    }

    /** The stage PUBLICITY, its documents, the outcome written down, and what the matter's page shows of it. */
    public void register(MatterRegistry registry) {
        registry.stage(
                StageRegistration.of(StageKind.PUBLICITY, resolutions::shut, objections::waiting, StageAction.NONE)
                        .endingByTime());
        registry.documents("D12", "D13");
        registry.outcomes(resolutions);
        registry.panels(this);
    }

    PaperPrinter printing(Request request) {
        return new PaperPrinter(request.webContext().templates()::paper);
    }

    /** Where it stands, in a few words: posted until, in effect, taken back. */
    String standing(Phrases phrases, Resolution resolution) {
        LocalDate today = matters.today();
        if (!resolution.inForce()) {
            return phrases.say("resolution.withdrawn");
        }
        return resolution.noticeUntil().isBefore(today)
                ? phrases.say("resolution.notice.over", phrases.day(resolution.noticeUntil()))
                : phrases.say("resolution.notice.running", phrases.day(resolution.noticeUntil()));
    }

    List<Map<String, Object>> objectionKinds(Phrases phrases, String chosen) {
        return Objections.KINDS.stream()
                .map(kind -> Map.<String, Object>of(
                        "value", kind,
                        "label", phrases.say("resolution.objection." + kind),
                        "checked", kind.equals(chosen)))
                .toList();
    }

    /** Objections are public with their answers; who raised them is not. */
    List<Map<String, Object>> objectionLines(Request request, Phrases phrases, Resolution resolution) {
        boolean answers = answers(request.viewer(), resolution);
        List<Map<String, Object>> lines = new ArrayList<>();
        for (var each : ObjectionStore.of(db.plain(), resolution)) {
            Map<String, Object> line = new HashMap<>();
            line.put("objection", each.id());
            line.put("sort", phrases.say("resolution.objection." + each.kind()));
            line.put("words", each.text());
            line.put("stamp", each.at());
            line.put("answer", each.answer() == null ? "" : each.answer());
            line.put("decided", each.decision() == null ? "" : phrases.say("resolution.answer." + each.decision()));
            line.put("post", each.answeredPost() == null ? "" : phrases.post(each.answeredPost()));
            line.put("mayAnswer", answers && !each.answered());
            lines.add(line);
        }
        return lines;
    }

    private static boolean answers(@Nullable CurrentUser viewer, Resolution resolution) {
        return viewer != null
                && (viewer.has(Role.SUPERVISION, resolution.community(), resolution.placePath())
                        || viewer.has(Role.COMMITTEE, resolution.community(), resolution.placePath()));
    }

    /** For the demo: one objection that waits for its answer. */
    public void demoObjection(pavilion.db.Tx tx, Matter matter, long person, String text) {
        ResolutionStore.ofMatter(tx, matter.community(), matter.id())
                .ifPresent(it -> ObjectionStore.add(tx, it, person, "procedure", text, "demo", matters.now()));
    }

    String objectionSummary(Phrases phrases, Resolution resolution) {
        var all = ObjectionStore.of(db.plain(), resolution);
        long answered = all.stream().filter(ObjectionStore.Objection::answered).count();
        return all.isEmpty() ? "" : phrases.say("resolution.paper.objections", all.size(), answered);
    }

    @Override
    public List<Panel> panels(Request request, Matter matter, Relation relation) {
        var found = ResolutionStore.ofMatter(db.plain(), matter.community(), matter.id());
        if (found.isEmpty()) {
            return List.of();
        }
        Phrases phrases = request.phrases();
        Resolution resolution = found.get();
        Map<String, Object> model = new HashMap<>();
        model.put("it", resolution);
        model.put("outcome", phrases.say("matter.ending." + resolution.kind()));
        model.put("standing", standing(phrases, resolution));
        model.put("bars", Reasoning.bars(phrases, resolution.outcome()));
        Panel panel = new Panel(Region.COURSE, "resolution/panel", model);
        int waiting = matter.open() && resolution.inForce()
                ? objections.forMe(db.plain(), matter, resolution, request.me().person())
                : 0;
        if (waiting == 0 || !answers(request.viewer(), resolution)) {
            return List.of(panel);
        }
        return List.of(
                new Panel(Region.ACTION, "resolution/now", Map.of("number", resolution.number(), "waiting", waiting)),
                panel);
    }

    public List<Route> routes() {
        ResolutionPages pages = new ResolutionPages(this);
        return Stream.of(new RegisterPages(this).routes(), pages.routes(), new ObjectionPages(this, pages).routes())
                .flatMap(List::stream)
                .toList();
    }
}
