package pavilion.proposal;

import java.util.List;
import java.util.stream.Stream;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.matter.Matter;
import pavilion.matter.MatterAccess;
import pavilion.matter.MatterModule;
import pavilion.matter.MatterRegistry;
import pavilion.matter.Matters;
import pavilion.web.Route;

/** Everything that happens to a matter before the vote, put together. */
public final class ProposalModule {
    private final Database db;
    private final Matters matters;
    private final MatterAccess access;
    private final Proposals proposals;
    private final Endorsements endorsements;
    private final Triages triages;
    private final Plans plans;
    private final Notices notices;
    private final Remarks remarks;

    public ProposalModule(MatterModule module) {
        this.db = module.db();
        this.matters = module.matters();
        this.access = module.access();
        this.proposals = new Proposals(matters, module.moves(), module.registry());
        this.endorsements = new Endorsements(matters);
        this.triages = new Triages(matters, module.moves());
        this.plans = new Plans(matters);
        this.notices = new Notices(matters, module.electorates());
        this.remarks = new Remarks(matters);
    }

    /** Stages PROPOSE, TRIAGE, PLAN and NOTICE, their documents, and what the matter's page shows of them. */
    public void register(MatterRegistry registry) {
        new ProposalStages(matters, endorsements, triages, plans, notices).register(registry);
        registry.documents("D01", "D02", "D03", "D04");
        registry.panels(new ProposalPanels(db, matters, triages, plans, notices, remarks));
    }

    public Proposals proposals() {
        return proposals;
    }

    public Endorsements endorsements() {
        return endorsements;
    }

    public Triages triages() {
        return triages;
    }

    public Plans plans() {
        return plans;
    }

    public Notices notices() {
        return notices;
    }

    public Remarks remarks() {
        return remarks;
    }

    /** What is put to the vote: the options of the notice. */
    public Plan plan(Tx tx, Matter matter) {
        return plans.of(tx, matter);
    }

    public List<Route> routes() {
        return Stream.of(
                        new ProposalPages(db, access, proposals).routes(),
                        new CorrectionPages(db, access, proposals).routes(),
                        new EndorsementPages(db, access, endorsements).routes(),
                        new TriagePages(db, access, matters, triages).routes(),
                        new PlanPages(db, access, plans).routes(),
                        new NoticePages(db, access, matters, plans, notices).routes(),
                        new RemarkPages(db, access, remarks).routes(),
                        new ModerationPages(db, access, remarks).routes(),
                        new PhotoPages(db, access).routes())
                .flatMap(List::stream)
                .toList();
    }
}
