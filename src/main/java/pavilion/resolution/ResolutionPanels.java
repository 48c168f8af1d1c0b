package pavilion.resolution;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.identity.CurrentUser;
import pavilion.matter.Conclusion;
import pavilion.matter.Matter;
import pavilion.matter.PanelProvider;
import pavilion.matter.Relation;
import pavilion.text.Phrases;
import pavilion.web.Request;

/** The resolution on the page of its matter, and the objections that wait for this person there. */
final class ResolutionPanels implements PanelProvider {
    private static final Duration TOLD = Duration.ofDays(14);
    private final Database db;
    private final ResolutionReader reader;
    private final Objections objections;

    ResolutionPanels(Database db, ResolutionReader reader, Objections objections) {
        this.db = db;
        this.reader = reader;
        this.objections = objections;
    }

    record ResolutionPanelView(
            Resolution resolution,
            Conclusion conclusion,
            String outcome,
            String standing,
            List<Reasoning.ReasoningBar> bars) {}

    /** What is posted when this person posts it. */
    record DraftPanelView(long matter, ResolutionDraft draft, Conclusion conclusion, String title, VoteView vote) {}

    /** @param waiting how many objections wait for this person's answer */
    record ObjectionNowView(String number, int waiting) {}

    /** The draft, for those who post it. */
    Optional<Panel> toPost(Tx tx, Request request, Matter matter, Relation relation, String waits) {
        if (!relation.moderates()) {
            return Optional.empty();
        }
        Phrases phrases = request.phrases();
        return ResolutionStore.draftOf(tx, matter.community(), matter.id()).map(draft -> {
            Conclusion conclusion = reader.conclusion(matter, draft);
            return new Panel(
                    Region.ACTION,
                    "resolution/draft",
                    new DraftPanelView(
                            matter.id(),
                            draft,
                            conclusion,
                            phrases.say(conclusion.title(), draft.text().title()),
                            reader.vote(phrases, matter.community(), draft.verdict())));
        });
    }

    /** Whoever objected is told of the answer for two weeks. */
    @Override
    public List<Panel> today(Request request) {
        CurrentUser me = request.user();
        List<ObjectionStore.Answered> answered = ObjectionStore.answered(
                db.plain(), me.community(), me.person(), objections.now().minus(TOLD));
        boolean here = me.community() == request.community().id() && !answered.isEmpty();
        return here ? List.of(new Panel(Region.LEAD, "resolution/answered", Map.of("answered", answered))) : List.of();
    }

    @Override
    public List<Panel> panels(Request request, Matter matter, Relation relation) {
        return ResolutionStore.ofMatter(db.plain(), matter.community(), matter.id())
                .map(resolution -> Stream.concat(panels(request, matter, resolution).stream(), Stream.of(file(matter)))
                        .toList())
                .orElse(List.of(file(matter)));
    }

    /** Whoever reads the matter may take it along. */
    private static Panel file(Matter matter) {
        return new Panel(Region.DISCUSSION, "resolution/file", matter);
    }

    private List<Panel> panels(Request request, Matter matter, Resolution resolution) {
        Phrases phrases = request.phrases();
        Panel panel = new Panel(
                Region.COURSE,
                "resolution/panel",
                new ResolutionPanelView(
                        resolution,
                        reader.conclusion(resolution),
                        reader.outcome(phrases, resolution),
                        reader.standing(phrases, resolution),
                        reader.vote(phrases, resolution).bars()));
        int waiting = waiting(request, matter, resolution);
        return waiting == 0
                ? List.of(panel)
                : List.of(
                        new Panel(Region.ACTION, "resolution/now", new ObjectionNowView(resolution.number(), waiting)),
                        panel);
    }

    private int waiting(Request request, Matter matter, Resolution resolution) {
        boolean asked =
                matter.open() && resolution.inForce() && ResolutionReader.mayAnswer(request.userOrNull(), resolution);
        return asked
                ? objections.forMe(
                        db.plain(), matter, resolution, request.user().person())
                : 0;
    }
}
