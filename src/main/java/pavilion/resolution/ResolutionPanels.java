package pavilion.resolution;

import java.util.List;
import pavilion.db.Database;
import pavilion.matter.Matter;
import pavilion.matter.PanelProvider;
import pavilion.matter.Relation;
import pavilion.text.Phrases;
import pavilion.web.Request;

/** The resolution on the page of its matter, and the objections that wait for this person there. */
final class ResolutionPanels implements PanelProvider {
    private final Database db;
    private final ResolutionReader reader;
    private final Objections objections;

    ResolutionPanels(Database db, ResolutionReader reader, Objections objections) {
        this.db = db;
        this.reader = reader;
        this.objections = objections;
    }

    record ResolutionPanelView(
            Resolution resolution, String outcome, String standing, List<Reasoning.ReasoningBar> bars) {}

    /** @param waiting how many objections wait for this person's answer */
    record ObjectionNowView(String number, int waiting) {}

    @Override
    public List<Panel> panels(Request request, Matter matter, Relation relation) {
        return ResolutionStore.ofMatter(db.plain(), matter.community(), matter.id())
                .map(resolution -> panels(request, matter, resolution))
                .orElse(List.of());
    }

    private List<Panel> panels(Request request, Matter matter, Resolution resolution) {
        Phrases phrases = request.phrases();
        Panel panel = new Panel(
                Region.COURSE,
                "resolution/panel",
                new ResolutionPanelView(
                        resolution,
                        ResolutionReader.outcome(phrases, resolution),
                        reader.standing(phrases, resolution),
                        Reasoning.bars(phrases, resolution.verdict().outcome())));
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
