package pavilion.matter;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pavilion.audit.AuditStore;
import pavilion.catalogue.RuleBook;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.matter.ListStore.Sight;
import pavilion.rules.procedure.StageKind;
import pavilion.web.Door;
import pavilion.web.Grant;
import pavilion.web.Role;
import pavilion.web.Stop;
import pavilion.web.Viewer;
import pavilion.web.Visit;

/** The room put together: its services for other rooms, its doors for the listing, and who may read what. */
public final class MatterRoom {
    final Database db;
    final MatterStore store = new MatterStore();
    final PeopleStore people = new PeopleStore();
    final ListStore lists = new ListStore();
    final PlanStore planStore = new PlanStore();
    final PhotoStore photos = new PhotoStore();
    final Matters matters;
    final Course course;
    final Electorates electorates = new Electorates();
    final Proposals proposals;
    final Endorsements endorsements;
    final Triages triages;
    final Plans plans;
    final Notices notices;
    final Remarks remarks;
    final List<MatterPanels> panels = new ArrayList<>();

    public MatterRoom(Database db, RuleBook book, AuditStore audit, Clock clock) {
        this.db = db;
        this.matters = new Matters(db, book, audit, clock, store);
        this.course = new Course(matters);
        NoticeStore noticeStore = new NoticeStore();
        this.proposals = new Proposals(matters, store, photos);
        this.endorsements = new Endorsements(matters, new EndorsementStore(), people);
        this.triages = new Triages(matters, new TriageStore());
        this.plans = new Plans(matters, planStore, noticeStore);
        this.notices = new Notices(matters, noticeStore, planStore, photos, electorates);
        this.remarks = new Remarks(matters, new RemarkStore());
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

    public Course course() {
        return course;
    }

    public PhotoStore photos() {
        return photos;
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
    public void show(MatterPanels more) {
        panels.add(more);
    }

    /** The matter of the path, if this person may read it; otherwise a sentence and no data. */
    public Matter read(Visit visit, Tx tx) {
        return read(visit, tx, visit.id("id"));
    }

    public Matter read(Visit visit, Tx tx, long id) {
        Viewer viewer = visit.me();
        Matter matter = matters.find(tx, visit.here().id(), id).orElseThrow(Stop::notFound);
        Standing standing = Standing.of(viewer, matter);
        if (!standing.belongs()) {
            throw Stop.forbidden("matter.stop.elsewhere");
        }
        if (matters.ofOwners(matter) && tenantOnly(tx, viewer, matter.community()) && !serves(viewer, matter)) {
            throw Stop.forbidden("matter.owners-only");
        }
        return matter;
    }

    private static boolean serves(Viewer viewer, Matter matter) {
        return !Actor.of(viewer, matter).post().equals("resident");
    }

    private boolean tenantOnly(Tx tx, Viewer viewer, int community) {
        return viewer.community() == community
                && !viewer.has(Role.OWNER, community)
                && people.byId(tx, community, viewer.person())
                        .map(PeopleStore.Person::tenant)
                        .orElse(false);
    }

    public Standing standing(Visit visit, Matter matter) {
        return Standing.of(visit.me(), matter);
    }

    /** @throws Stop 403 with a sentence if the person does not hold any of these posts where the matter is */
    public Actor post(Visit visit, Matter matter, Role... roles) {
        Viewer viewer = visit.me();
        return Stream.of(roles)
                .filter(role -> viewer.has(role, matter.community(), matter.placePath()))
                .findFirst()
                .map(role -> Actor.as(viewer, role))
                .orElseThrow(() -> Stop.forbidden("web.stop.role"));
    }

    /** Where this person lives and serves here. Who does so only in another community is told that, and sees nothing. */
    List<String> paths(Visit visit) {
        Viewer viewer = visit.me();
        int community = visit.here().id();
        List<String> paths = new ArrayList<>();
        for (Grant grant : viewer.grants()) {
            if (grant.community() == community) {
                paths.add(grant.path());
            }
        }
        if (viewer.community() == community && viewer.household() != 0) {
            paths.add(viewer.householdPath());
        }
        if (paths.isEmpty() && viewer.community() != community) {
            throw Stop.forbidden("matter.stop.community");
        }
        return paths;
    }

    Sight sight(Visit visit, Tx tx) {
        Viewer viewer = visit.me();
        int community = visit.here().id();
        List<String> paths = paths(visit);
        List<String> hidden = holdsNoPost(viewer, community) && tenantOnly(tx, viewer, community)
                ? matters.book().templates().values().stream()
                        .filter(t -> matters.book().catalogue().rule(t.ruleId()).electorate()
                                == pavilion.rules.ElectorateKind.OWNERS)
                        .map(pavilion.rules.procedure.Template::id)
                        .toList()
                : List.of();
        return new Sight(viewer.person(), paths.toArray(String[]::new), hidden.toArray(String[]::new));
    }

    private static boolean holdsNoPost(Viewer viewer, int community) {
        return viewer.roles(community).stream()
                .allMatch(role -> role == Role.RESIDENT || role == Role.HOUSEHOLD_REP || role == Role.RESIDENT_REP);
    }

    public static String url(Visit visit, Matter matter) {
        return "/c/" + visit.here().code() + "/matters/" + matter.id();
    }

    /** What the demo's papers say by themselves, in the language of its people. */
    String demoWord(String key, Object... args) {
        return new pavilion.web.Messages().say("zh", key, args);
    }

    String postName() {
        return demoWord("matter.demo.post");
    }

    public List<Door> doors() {
        return Stream.of(
                        new ListPages(this).doors(),
                        new ProposalPages(this).doors(),
                        new MatterPages(this).doors(),
                        new TriagePages(this).doors(),
                        new PlanPages(this).doors(),
                        new NoticePages(this).doors(),
                        new RemarkPages(this).doors(),
                        new ModerationPages(this).doors(),
                        new PhotoPages(this).doors(),
                        new DeskPages(this).doors())
                .flatMap(List::stream)
                .toList();
    }
}
