package pavilion.proposal;

import java.util.ArrayList;
import java.util.List;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.identity.Tokens;
import pavilion.matter.Matter;
import pavilion.matter.Matters;
import pavilion.matter.PanelProvider;
import pavilion.matter.Relation;
import pavilion.proposal.CourseView.TriageView;
import pavilion.rules.procedure.NeverVotable;
import pavilion.text.Phrases;
import pavilion.web.Request;

/** Photos, reply, options, notice and remarks on the matter's page. */
final class ProposalPanels implements PanelProvider {
    private final Database db;
    private final Matters matters;
    private final Triages triages;
    private final Plans plans;
    private final Notices notices;
    private final Remarks remarks;

    ProposalPanels(Database db, Matters matters, Triages triages, Plans plans, Notices notices, Remarks remarks) {
        this.db = db;
        this.matters = matters;
        this.triages = triages;
        this.plans = plans;
        this.notices = notices;
        this.remarks = remarks;
    }

    /** @param pictures those of the proposal, at least one */
    record PhotosView(List<PhotoStore.StoredPhoto> pictures) {}

    /**
     * @param talking whether remarks are taken now
     * @param key of the form, so that a remark sent twice stands once
     */
    record DiscussionView(Matter matter, boolean talking, RemarkThreadsView talk, String key) {}

    @Override
    public List<Panel> panels(Request request, Matter matter, Relation relation) {
        Tx tx = db.plain();
        Phrases phrases = request.phrases();
        List<Panel> panels = new ArrayList<>();
        List<PhotoStore.StoredPhoto> pictures = PhotoStore.of(tx, matter).stream()
                .filter(photo -> photo.task() == null)
                .toList();
        if (!pictures.isEmpty()) {
            panels.add(new Panel(Region.PROBLEM, "proposal/photos", new PhotosView(pictures)));
        }
        Plan plan = plans.of(tx, matter);
        panels.add(new Panel(
                Region.COURSE,
                "proposal/course",
                new CourseView(
                        matter,
                        triages.of(tx, matter)
                                .map(triage -> view(phrases, triage))
                                .orElse(null),
                        plan.options(),
                        plan.stakeholders(),
                        notices.current(tx, matter).orElse(null),
                        matter.suspended() && matters.stage(matter).requires(Notices.POSTED))));
        panels.add(new Panel(
                Region.DISCUSSION,
                "proposal/talk",
                new DiscussionView(
                        matter,
                        remarks.talking(matter),
                        RemarkThreadsView.of(
                                phrases,
                                remarks.of(tx, matter),
                                relation,
                                request.user().person()),
                        Tokens.token())));
        return panels;
    }

    private TriageView view(Phrases phrases, TriageStore.Triage triage) {
        NeverVotable guard = matters.book().neverVotable().stream()
                .filter(entry -> entry.key().equals(triage.guard()))
                .findFirst()
                .orElse(null);
        return new TriageView(
                phrases.say("rules.route." + triage.route()),
                triage.reply(),
                triage.post(),
                triage.at(),
                triage.deadline(),
                guard == null ? null : phrases.in(guard.name()),
                guard == null ? null : phrases.in(guard.reason()),
                guard == null ? null : phrases.in(guard.article()));
    }
}
