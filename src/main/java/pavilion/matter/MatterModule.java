package pavilion.matter;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.electorate.Electorates;
import pavilion.identity.Actor;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.identity.RoleGrant;
import pavilion.matter.MatterListStore.Sight;
import pavilion.proposal.Endorsements;
import pavilion.proposal.ModerationPages;
import pavilion.proposal.NoticePages;
import pavilion.proposal.NoticeStore;
import pavilion.proposal.Notices;
import pavilion.proposal.PhotoPages;
import pavilion.proposal.Plan;
import pavilion.proposal.PlanPages;
import pavilion.proposal.Plans;
import pavilion.proposal.ProposalPages;
import pavilion.proposal.Proposals;
import pavilion.proposal.RemarkPages;
import pavilion.proposal.Remarks;
import pavilion.proposal.TriagePages;
import pavilion.proposal.Triages;
import pavilion.rulebook.RuleBook;
import pavilion.rules.procedure.StageKind;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Route;

/** The room put together: its services for other rooms, its doors for the listing, and who may read what. */
public final class MatterModule {
    public final Database db;
    public final Matters matters;
    final StageTimeline course;
    final Electorates electorates = new Electorates();
    public final Proposals proposals;
    final Endorsements endorsements;
    public final Triages triages;
    public final Plans plans;
    public final Notices notices;
    public final Remarks remarks;
    final List<PanelProvider> panels = new ArrayList<>();

    public MatterModule(Database db, RuleBook book, Clock clock) {
        this.db = db;
        this.matters = new Matters(db, book, clock);
        this.course = new StageTimeline(matters);
        this.proposals = new Proposals(matters);
        this.endorsements = new Endorsements(matters);
        this.triages = new Triages(matters);
        this.plans = new Plans(matters);
        this.notices = new Notices(matters, electorates);
        this.remarks = new Remarks(matters);
        matters.gate(StageKind.PROPOSE, endorsements);
        matters.gate(StageKind.TRIAGE, triages);
        matters.gate(StageKind.PLAN, plans);
        matters.gate(StageKind.NOTICE, notices);
    }

    public Matters matters() {
        return matters;
    }

    public Electorates electorates() {
        return electorates;
    }

    public StageTimeline course() {
        return course;
    }

    /** What is put to the vote: the options of the notice. */
    public Plan plan(Tx tx, Matter matter) {
        return plans.of(tx, matter);
    }

    /** The hash of the notice in force, which a poll and a resolution name. */
    public Optional<String> noticeHash(Tx tx, Matter matter) {
        return notices.current(tx, matter).map(NoticeStore.Notice::sha256);
    }

    /** Another room's part of a matter's page. */
    public void show(PanelProvider more) {
        panels.add(more);
    }

    /** The matter of the path, if this person may read it; otherwise a sentence and no data. */
    public Matter read(Request request, Tx tx) {
        return read(request, tx, request.id("id"));
    }

    public Matter read(Request request, Tx tx, long id) {
        CurrentUser viewer = request.me();
        Matter matter = matters.find(tx, request.here().id(), id).orElseThrow(HttpError::notFound);
        Relation relation = Relation.of(viewer, matter);
        if (!relation.belongs()) {
            throw HttpError.forbidden("matter.stop.elsewhere");
        }
        if (matters.ofOwners(matter) && tenantOnly(tx, viewer, matter.community()) && !serves(viewer, matter)) {
            throw HttpError.forbidden("matter.owners-only");
        }
        return matter;
    }

    private static boolean serves(CurrentUser viewer, Matter matter) {
        return !Relation.actor(viewer, matter).post().equals("resident");
    }

    private boolean tenantOnly(Tx tx, CurrentUser viewer, int community) {
        return viewer.community() == community
                && !viewer.has(Role.OWNER, community)
                && MatterPeopleStore.byId(tx, community, viewer.person())
                        .map(MatterPeopleStore.Person::tenant)
                        .orElse(false);
    }

    public Relation relation(Request request, Matter matter) {
        return Relation.of(request.me(), matter);
    }

    /** @throws HttpError 403 with a sentence if the person does not hold any of these posts where the matter is */
    public Actor post(Request request, Matter matter, Role... roles) {
        CurrentUser viewer = request.me();
        return Stream.of(roles)
                .filter(role -> viewer.has(role, matter.community(), matter.placePath()))
                .findFirst()
                .map(role -> Actor.as(viewer, role))
                .orElseThrow(() -> HttpError.forbidden("web.stop.role"));
    }

    /** Where this person lives and serves here. Who does so only in another community is told that, and sees nothing. */
    public List<String> paths(Request request) {
        CurrentUser viewer = request.me();
        int community = request.here().id();
        List<String> paths = new ArrayList<>();
        for (RoleGrant grant : viewer.grants()) {
            if (grant.community() == community) {
                paths.add(grant.path());
            }
        }
        if (viewer.community() == community && viewer.household() != 0) {
            paths.add(viewer.householdPath());
        }
        if (paths.isEmpty() && viewer.community() != community) {
            throw HttpError.forbidden("matter.stop.community");
        }
        return paths;
    }

    Sight sight(Request request, Tx tx) {
        CurrentUser viewer = request.me();
        int community = request.here().id();
        List<String> paths = paths(request);
        List<String> hidden = holdsNoPost(viewer, community) && tenantOnly(tx, viewer, community)
                ? matters.book().templates().values().stream()
                        .filter(t -> matters.book().catalogue().rule(t.ruleId()).electorate()
                                == pavilion.rules.ElectorateKind.OWNERS)
                        .map(pavilion.rules.procedure.Template::id)
                        .toList()
                : List.of();
        return new Sight(viewer.person(), paths.toArray(String[]::new), hidden.toArray(String[]::new));
    }

    private static boolean holdsNoPost(CurrentUser viewer, int community) {
        return viewer.roles(community).stream()
                .allMatch(role -> role == Role.RESIDENT || role == Role.HOUSEHOLD_REP || role == Role.RESIDENT_REP);
    }

    public static String url(Request request, Matter matter) {
        return "/c/" + request.here().code() + "/matters/" + matter.id();
    }

    /** What the demo's papers say by themselves, in the language of its MatterPeopleStore. */
    public String demoWord(String key, Object... args) {
        return new pavilion.text.Messages().say("zh", key, args);
    }

    public String postName() {
        return demoWord("matter.demo.post");
    }

    public List<Route> routes() {
        return Stream.of(
                        new MatterListPages(this).routes(),
                        new ProposalPages(this).routes(),
                        new MatterPages(this).routes(),
                        new TriagePages(this).routes(),
                        new PlanPages(this).routes(),
                        new NoticePages(this).routes(),
                        new RemarkPages(this).routes(),
                        new ModerationPages(this).routes(),
                        new PhotoPages(this).routes(),
                        new MatterBoardPages(this).routes())
                .flatMap(List::stream)
                .toList();
    }
}
