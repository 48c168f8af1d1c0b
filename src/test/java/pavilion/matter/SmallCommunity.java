package pavilion.matter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.decision.DecisionStages;
import pavilion.document.PaperPrinter;
import pavilion.identity.Actor;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.identity.RoleGrant;
import pavilion.proposal.NoticeStore;
import pavilion.proposal.Plan;
import pavilion.proposal.ProposalDraft;
import pavilion.proposal.ProposalModule;
import pavilion.proposal.Triages;
import pavilion.resolution.ResolutionModule;
import pavilion.rulebook.RuleBook;
import pavilion.rules.procedure.DecisionRoute;
import pavilion.task.TaskModule;
import pavilion.text.Messages;
import pavilion.web.Route;
import pavilion.web.Templates;

/** Two small courtyards with named people, and a clock that can be moved. */
public final class SmallCommunity {
    /** Read once: it does not change. */
    public static final RuleBook RULES = RuleBook.load();

    public static final int HERE = 1;
    public static final long ROOT = 10;
    public static final long YARD = 20;
    public static final long OTHER = 30;
    public static final String ROOT_PATH = "/10/";
    public static final String YARD_PATH = "/10/20/";
    /** Households of the yard have places 101 to 106, their people 201 to 206; the other yard has 131 and 231. */
    public static final long CLERK = 290;

    public static final long MODERATOR = 291;
    public static final long SUPERVISOR = 292;
    public static final long STRANGER = 231;
    public static final long CHILD = 250;

    /** Moves forward when told to. */
    public static final class Turned extends Clock {
        private Instant now = Instant.parse("2026-03-02T02:00:00Z");

        public void to(LocalDate day) {
            now = day.atTime(10, 0).toInstant(ZoneOffset.ofHours(8));
        }

        public void forward(Duration time) {
            now = now.plus(time);
        }

        /** Where something ends at a moment, that moment comes. */
        public void reach(@Nullable Instant end) {
            now = end == null || end.isBefore(now) ? now : end;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    public final Database db;
    public final Turned clock = new Turned();
    public final MatterModule matterModule;
    public final ProposalModule proposals;
    public final ResolutionModule resolutions;
    public final TaskModule tasks;

    public SmallCommunity(Database db) {
        this(db, RULES);
    }

    public SmallCommunity(Database db, RuleBook book) {
        this.db = db;
        this.matterModule = new MatterModule(db, book, clock);
        this.proposals = new ProposalModule(matterModule);
        Templates templates = new Templates(new Messages());
        PaperPrinter printer = new PaperPrinter(templates::paper);
        this.resolutions = new ResolutionModule(matterModule, proposals.notices(), printer, "http://localhost:8080");
        this.tasks = new TaskModule(matterModule);
        proposals.register(matterModule.registry());
        DecisionStages.register(matterModule.registry());
        resolutions.register(matterModule.registry());
        tasks.register(matterModule.registry());
        matterModule.freeze();
    }

    /** Of the matter and of all that happens to it but the session. */
    public List<Route> routes() {
        return Stream.of(proposals.routes(), matterModule.routes(), resolutions.routes(), tasks.routes())
                .flatMap(List::stream)
                .toList();
    }

    /** The moderator posts what was counted. */
    public Matter post(long matter) {
        db.run(tx -> resolutions.demoPosting(
                tx, matters().locked(tx, 1, matter), "少数户担心车位不够。", new Actor(MODERATOR, "moderator")));
        return matter(matter);
    }

    public Matters matters() {
        return matterModule.matters();
    }

    public static void fill(Database db) {
        Tx tx = db.plain();
        tx.run("insert into area values (1, null, 'district', '区'), (2, 1, 'street', '街')");
        tx.run("insert into community values (1, 'heping', '和平路社区', 2)");
        place(tx, ROOT, null, "community", "HP", ROOT_PATH);
        place(tx, YARD, ROOT, "courtyard", "HP-017", YARD_PATH);
        place(tx, OTHER, ROOT, "courtyard", "HP-018", "/10/30/");
        tx.run("insert into owner (community, id, name, kind, voter) values (1, 501, 'o1', 'person', null)");
        for (int i = 1; i <= 6; i++) {
            place(tx, 100 + i, YARD, "household", "HP-017-" + i, YARD_PATH + (100 + i) + "/");
            person(tx, 200 + i, 100 + i, "居民" + i, true, i == 6);
            role(tx, 200 + i, "household_rep", 100 + i);
            tx.run(
                    "insert into unit (community, place, code, kind, area_c, owner) values (1, $1, $2, 'dwelling', 5000, $3)",
                    100L + i,
                    "U" + i,
                    i <= 2 ? 501L : null);
        }
        place(tx, 131, OTHER, "household", "HP-018-1", "/10/30/131/");
        person(tx, STRANGER, 131, "外院", true, false);
        person(tx, CLERK, null, "经办", true, false);
        person(tx, MODERATOR, null, "主持", true, false);
        person(tx, SUPERVISOR, null, "监督", true, false);
        person(tx, CHILD, 101, "小孩", false, false);
        tx.run("update owner set voter = 201 where community = 1 and id = 501");
        role(tx, 201, "owner", 101);
        role(tx, CLERK, "committee", ROOT);
        role(tx, MODERATOR, "moderator", ROOT);
        role(tx, SUPERVISOR, "supervision", ROOT);
    }

    private static void place(Tx tx, long id, Long parent, String kind, String code, String path) {
        tx.run(
                "insert into place (community, id, parent, kind, code, name, path) values (1, $1, $2, $3, $4, $4, $5)",
                id,
                parent,
                kind,
                code,
                path);
    }

    private static void person(Tx tx, long id, Integer household, String name, boolean adult, boolean tenant) {
        tx.run(
                "insert into person (community, id, household, name, code, adult, tenant) values (1, $1, $2, $3, $4, $5, $6)",
                id,
                household == null ? null : household.longValue(),
                name,
                "P" + id,
                adult,
                tenant);
    }

    private static void role(Tx tx, long person, String role, long place) {
        tx.run("insert into role values (1, 1, $1, $2, $3, '2026-01-01', null)", person, role, place);
    }

    /** As the roster would recognise them. */
    public CurrentUser viewer(long person) {
        record Home(Long household, String path) {}
        Home home = db.plain()
                .first(row -> new Home(row.getLong("household"), row.getString("path")), """
                        select n.household, h.path from person n
                        left join place h on h.community = n.community and h.id = n.household
                        where n.community = 1 and n.id = $1
                        """, person)
                .orElseThrow();
        List<RoleGrant> grants = new ArrayList<>(db.plain()
                .list(
                        row -> new RoleGrant(
                                Role.of(row.getString("role")), 1, row.getLong("place"), row.getString("path")),
                        """
                        select r.role, r.place, p.path from role r join place p on p.community = r.community and p.id = r.place
                        where r.home = 1 and r.person = $1
                        """,
                        person));
        boolean lives = home.household() != null;
        return new CurrentUser(
                1, person, "P" + person, lives ? home.household() : 0, lives ? home.path() : "", 1, grants);
    }

    public Relation relation(long person, Matter matter) {
        return Relation.of(viewer(person), matter);
    }

    public Actor clerk() {
        return new Actor(CLERK, "committee");
    }

    public Matter matter(long id) {
        return matters().find(db.plain(), HERE, id).orElseThrow();
    }

    public Matter propose(String title, String key) {
        ProposalDraft draft = new ProposalDraft(YARD, title, "夜里车停在通道上，救护车进不来。", "", 20, true, List.of(), key);
        return db.transact(tx -> proposals.proposals().open(tx, HERE, "T1", draft, 201, new Actor(201L, "resident")))
                .matter();
    }

    public Matter endorse(Matter matter, long person) {
        return db.transact(
                tx -> proposals.endorsements().endorse(tx, HERE, matter.id(), person, relation(person, matter)));
    }

    /** Proposed and endorsed: it stands at triage. */
    public Matter triaged(String title, String key) {
        Matter matter = propose(title, key);
        endorse(matter, 202);
        endorse(matter, 203);
        return endorse(matter, 204);
    }

    public Matter routed(Matter matter, DecisionRoute route, String rule) {
        return routed(matter, route, rule, "");
    }

    public Matter routed(Matter matter, DecisionRoute route, String rule, String own) {
        var answer = new Triages.Answer(route, "", false, rule, own, "由本院各户商量。", "居委会议事岗", LocalDate.of(2026, 12, 1));
        return db.transact(tx -> proposals.triages().decide(tx, HERE, matter.id(), answer, clerk()));
    }

    public void plan(Matter matter) {
        db.run(tx -> proposals
                .plans()
                .write(
                        tx,
                        HERE,
                        matter.id(),
                        List.of(
                                new Plan.Option(1, "维持现状", "", "", true),
                                new Plan.Option(2, "划线并错时停放", "三千元", "少两个车位", false)),
                        List.of(new Plan.Stakeholder(1, "各户代表", "vote"), new Plan.Stakeholder(2, "商户", "speak")),
                        clerk()));
    }

    public Matter advance(Matter matter) {
        return db.transact(tx -> matters().advance(tx, matters().locked(tx, HERE, matter.id()), clerk(), ""));
    }

    /** Somebody records what the stage wants recorded. */
    public void record(Matter matter, LocalDate day, boolean needless) {
        db.run(tx -> new StageRecords(matters()).add(tx, HERE, matter.id(), day, needless, "卷宗第三页", clerk()));
    }

    public NoticeStore.Notice notice(Matter matter, int days) {
        return db.transact(tx -> proposals.notices().post(tx, HERE, matter.id(), "定于周六上午在院内开会。", days, clerk()));
    }

    /** At notice with the notice posted. */
    public Matter announced(String title, String key) {
        Matter matter = routed(triaged(title, key), DecisionRoute.COURTYARD, "");
        plan(matter);
        Matter at = advance(matter);
        notice(at, 7);
        return matter(at.id());
    }

    /** The notice has run out and the session can be held. */
    public Matter readyToMeet(String title, String key) {
        Matter matter = announced(title, key);
        clock.to(matter.stageDue().plusDays(1));
        matterModule.advanceDue();
        return matter(matter.id());
    }
}
