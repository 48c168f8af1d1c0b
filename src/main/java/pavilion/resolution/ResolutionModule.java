package pavilion.resolution;

import java.util.List;
import java.util.stream.Stream;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.document.PaperPrinter;
import pavilion.matter.Matter;
import pavilion.matter.MatterModule;
import pavilion.matter.Matters;
import pavilion.rules.procedure.StageKind;
import pavilion.web.Route;

/** Puts the package together: it writes down what the matter's vote decided and guards the public notice. */
public final class ResolutionModule {
    private final Matters matters;
    private final List<Route> routes;

    /** @param publicUrl how the server is reached, for the address on paper; no slash at its end */
    public ResolutionModule(Database db, MatterModule matterModule, PaperPrinter printer, String publicUrl) {
        this.matters = matterModule.matters();
        Resolutions resolutions = new Resolutions(db, matters);
        Objections objections = new Objections(db, matters);
        ResolutionReader reader = new ResolutionReader(db, matters);
        matters.sequel(resolutions);
        matters.gate(StageKind.PUBLICITY, resolutions::shut);
        matterModule.show(new ResolutionPanels(db, reader, objections));
        this.routes = Stream.of(
                        new RegisterPages(db, reader).routes(),
                        new ResolutionPages(db, matterModule, resolutions, reader, printer, publicUrl).routes(),
                        new ObjectionPages(matterModule, objections, reader).routes())
                .flatMap(List::stream)
                .toList();
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
