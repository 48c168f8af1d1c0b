package pavilion.proposal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pavilion.db.Tx;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.matter.Matter;
import pavilion.matter.MatterLine;
import pavilion.matter.MatterRegistry;
import pavilion.matter.Matters;
import pavilion.matter.PanelProvider.Panel;
import pavilion.matter.PanelProvider.Region;
import pavilion.matter.Relation;
import pavilion.matter.StageFact;
import pavilion.matter.StageFacts;
import pavilion.matter.StageRegistration;
import pavilion.matter.StepStore;
import pavilion.rules.ElectorateKind;
import pavilion.rules.procedure.StageKind;
import pavilion.text.Phrases;
import pavilion.web.Request;

/** The kinds of stages before the vote: what a person can do at each, in lists and on the matter's page. */
final class ProposalStages {
    private final Matters matters;
    private final Endorsements endorsements;
    private final Triages triages;
    private final Plans plans;
    private final Notices notices;

    ProposalStages(Matters matters, Endorsements endorsements, Triages triages, Plans plans, Notices notices) {
        this.matters = matters;
        this.endorsements = endorsements;
        this.triages = triages;
        this.plans = plans;
        this.notices = notices;
    }

    void register(MatterRegistry registry) {
        registry.stage(StageRegistration.of(StageKind.PROPOSE, endorsements, this::endorsable, this::propose)
                .enforcing("endorsed"));
        registry.stage(StageRegistration.of(StageKind.TRIAGE, triages, committees("triage"), this::triage)
                .enforcing("answered"));
        registry.stage(StageRegistration.of(StageKind.PLAN, plans, committees("plan"), this::plan)
                .enforcing(Plans.OPTIONS));
        registry.stage(StageRegistration.of(StageKind.NOTICE, notices, this::posted, this::notice)
                .enforcing(Notices.POSTED, "days", StageRegistration.MIN)
                .resuming(notices::lastDay)
                .endingByTime());
    }

    // Where no notice hangs, those who post it are asked; the others have nothing to speak to yet.
    private Map<Long, StageFact> posted(Tx tx, CurrentUser user, List<MatterLine> lines) {
        Set<Long> hanging = notices.hanging(
                tx,
                lines.getFirst().community(),
                lines.stream().map(MatterLine::id).toList());
        return StageFacts.by(lines, line -> {
            if (hanging.contains(line.id()) || !posts(line)) {
                return StageFact.badge(line.home(user) ? "notice" : "");
            }
            boolean posts = line.served(user, Role.MODERATOR) || line.served(user, Role.COMMITTEE);
            return new StageFact(posts ? "post" : "", null, 0, true);
        });
    }

    private boolean posts(MatterLine line) {
        return matters.book().template(line.template()).stage(line.stage()).requires(Notices.POSTED);
    }

    private static StageFacts committees(String badge) {
        return StageFacts.badge(line -> user -> line.served(user, Role.COMMITTEE) ? badge : "");
    }

    private Map<Long, StageFact> endorsable(Tx tx, CurrentUser user, List<MatterLine> lines) {
        int community = lines.getFirst().community();
        Set<Long> endorsed = EndorsementStore.endorsed(
                tx, community, lines.stream().map(MatterLine::id).toList(), user.person());
        return StageFacts.by(lines, line -> {
            boolean owners = matters.adoptedRules().rule(community, line.rule()).electorate() == ElectorateKind.OWNERS;
            boolean may = owners ? user.has(Role.OWNER, community) : line.home(user);
            return StageFact.badge(
                    may && !endorsed.contains(line.id()) && line.proposer() != user.person() ? "propose" : "");
        });
    }

    private static ProposalActionView doing(ProposalActionView view, boolean may, String deed, Phrases phrases) {
        return may ? view.doing(deed, phrases.say("matter.now." + deed)) : view;
    }

    private static Optional<Panel> panel(ProposalActionView view) {
        return Optional.of(new Panel(Region.ACTION, "proposal/now", view));
    }

    private Optional<Panel> propose(Tx tx, Request request, Matter matter, Relation relation, String waits) {
        Phrases phrases = request.phrases();
        int count = endorsements.count(tx, matter);
        boolean endorsed = endorsements.has(tx, matter, request.user().person());
        boolean returned = StepStore.of(tx, matter.community(), matter.id()).stream()
                .anyMatch(step -> step.move().equals("return"));
        ProposalActionView view = ProposalActionView.waiting(matter, waits)
                .grounded(phrases.say("matter.endorsed", count, matter.threshold()))
                .own(relation.proposer());
        if (relation.proposer() && returned) {
            return panel(doing(view, true, "correct", phrases));
        }
        if (endorsed) {
            return panel(view.withdrawing(phrases.say("matter.now.endorsed")));
        }
        if (!relation.proposer() && (matters.ofOwners(matter) ? relation.owner() : relation.resident())) {
            return panel(doing(view, true, "endorse", phrases));
        }
        return panel(doing(view, relation.committee(), "take-up", phrases));
    }

    private Optional<Panel> triage(Tx tx, Request request, Matter matter, Relation relation, String waits) {
        ProposalActionView view = ProposalActionView.waiting(matter, waits).own(relation.proposer());
        return panel(doing(view, relation.committee(), "triage", request.phrases()));
    }

    private Optional<Panel> plan(Tx tx, Request request, Matter matter, Relation relation, String waits) {
        if (!matters.stage(matter).requires(Plans.OPTIONS)) {
            return Optional.empty();
        }
        boolean ready = Plans.complete(plans.of(tx, matter)).isEmpty();
        ProposalActionView view = ProposalActionView.waiting(matter, waits).editing(relation.committee() && ready);
        return panel(doing(view, relation.committee(), ready ? "advance" : "plan", request.phrases()));
    }

    private Optional<Panel> notice(Tx tx, Request request, Matter matter, Relation relation, String waits) {
        if (!matters.stage(matter).requires(Notices.POSTED)) {
            return Optional.empty();
        }
        boolean posted = notices.current(tx, matter).isPresent();
        ProposalActionView view = ProposalActionView.waiting(matter, waits)
                .editing(relation.moderates() && posted)
                .speaking(posted && !relation.moderates());
        return panel(doing(view, relation.moderates() && !posted, "notice", request.phrases()));
    }
}
