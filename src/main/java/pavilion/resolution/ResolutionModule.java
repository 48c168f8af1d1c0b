package pavilion.resolution;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.document.PaperPrinter;
import pavilion.identity.Actor;
import pavilion.matter.Matter;
import pavilion.matter.MatterAccess;
import pavilion.matter.MatterModule;
import pavilion.matter.MatterRegistry;
import pavilion.matter.Matters;
import pavilion.matter.StageRegistration;
import pavilion.proposal.Notices;
import pavilion.rules.Refusal;
import pavilion.rules.procedure.StageKind;
import pavilion.web.Route;

/** Puts the package together: it writes down what the matter's vote decided and guards the public notice. */
public final class ResolutionModule {
    private final Matters matters;
    private final Resolutions resolutions;
    private final Objections objections;
    private final ResolutionPanels panels;
    private final List<Route> routes;

    /** @param publicUrl how the server is reached, for the address on paper; no slash at its end */
    public ResolutionModule(MatterModule module, Notices notices, PaperPrinter printer, String publicUrl) {
        Database db = module.db();
        MatterAccess access = module.access();
        this.matters = module.matters();
        this.resolutions = new Resolutions(db, matters);
        this.objections = new Objections(db, matters, notices);
        ResolutionReader reader = new ResolutionReader(db, matters);
        this.panels = new ResolutionPanels(db, reader, objections);
        this.routes = Stream.of(
                        new RegisterPages(db, reader).routes(),
                        new ResolutionPages(db, access, matters, resolutions, reader, printer, publicUrl).routes(),
                        new ObjectionPages(access, objections, reader).routes())
                .flatMap(List::stream)
                .toList();
    }

    /** The stage PUBLICITY, its documents, the outcome written down, and what the matter's page shows of it. */
    public void register(MatterRegistry registry) {
        registry.stage(
                StageRegistration.of(StageKind.PUBLICITY, resolutions::refusal, objections::waiting, panels::toPost)
                        .enforcing("days", "objections", StageRegistration.MIN, StageRegistration.MAX)
                        .resuming(resolutions::lastDay)
                        .endingByTime());
        registry.endingHold((tx, matter, by, today) -> ResolutionStore.holds(tx, matter.community(), matter.id())
                ? Optional.of(Refusal.of("resolution.held"))
                : Optional.empty());
        registry.documents("D12", "D13");
        registry.outcomes(resolutions);
        registry.panels(panels);
    }

    /** For the demo: a draft posted at a moment of the past. */
    public void demoPosting(Tx tx, Matter matter, String minority, Actor by) {
        resolutions.post(tx, matter, minority, by);
    }

    /** For the demo: one objection that waits for its answer. */
    public void demoObjection(Tx tx, Matter matter, long person, String text) {
        Objections.ObjectionDraft draft = new Objections.ObjectionDraft(Objection.Ground.PROCEDURE, text, "demo");
        ResolutionStore.ofMatter(tx, matter.community(), matter.id())
                .ifPresent(resolution -> ObjectionStore.add(tx, resolution, person, draft, matters.now()));
    }

    public List<Route> routes() {
        return routes;
    }
}
