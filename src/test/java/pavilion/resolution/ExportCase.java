package pavilion.resolution;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import pavilion.audit.Export;
import pavilion.audit.VerificationReport;
import pavilion.audit.Verify;
import pavilion.identity.Actor;
import pavilion.matter.Matter;
import pavilion.matter.SmallCommunity;
import pavilion.matter.VoteResult;
import pavilion.poll.PhoneBallots;
import pavilion.poll.Poll;
import pavilion.poll.Question;
import pavilion.rulebook.SampleAdoptedRules;
import pavilion.rules.method.Method;
import pavilion.rules.method.OptionSet;
import pavilion.rules.procedure.DecisionRoute;
import pavilion.rules.procedure.Ending;
import pavilion.session.CallNotice;
import pavilion.session.Session;
import pavilion.session.SessionCase;
import pavilion.session.SessionChanges;
import pavilion.session.SessionKind;
import pavilion.text.CommunityTime;

/** Matters decided in every way there is, and their exports, from a real database. */
abstract class ExportCase extends SessionCase {
    static final Actor SUPERVISOR = new Actor(SmallCommunity.SUPERVISOR, "supervision");
    private int numbers = 1;

    Export export(long id) {
        return db.snapshot(tx -> MatterExports.export(
                tx,
                village.matters().find(tx, 1, id).orElseThrow(),
                village.matters().adoptedRules()));
    }

    VerificationReport check(Export export) {
        return new Verify(SmallCommunity.RULES.catalogue()).check(export.write());
    }

    /** A matter at its session, whose rule somebody chose. */
    long matter(String rule) {
        long id = db.plain()
                .first(row -> row.getLong(0), """
                        insert into matter (community, number, template, rule, place, title, problem, proposer, stage,
                            threshold, created_at, changed_at, request_key)
                        values (1, $1, 'T1', 'yard.consult', $2, '换灯', 'p', 201, 'session', 1, now(), now(), $1) returning id
                        """, "HP-017-2026-%03d".formatted(++numbers), SmallCommunity.YARD)
                .orElseThrow();
        open(id);
        Matter fresh = village.matters().find(db.plain(), 1, id).orElseThrow();
        if (!rule.equals(fresh.rule())) {
            db.transact(tx -> village.matterModule
                    .moves()
                    .reroute(
                            tx,
                            village.matters().locked(tx, 1, id),
                            village.matters().template(fresh),
                            rule,
                            village.matters().stage(fresh),
                            MODERATOR,
                            "r"));
        }
        return id;
    }

    /** Time goes on, so that no two acts are of one moment. */
    void later() {
        village.clock.forward(Duration.ofMillis(1_001));
    }

    long meeting(long id, SessionKind kind, int present) {
        LocalDate day = new CallNotice(village.matters())
                .earliest(village.matters().find(db.plain(), 1, id).orElseThrow());
        Session.Call call = day.isAfter(village.matters().today())
                ? new Session.Call(
                        kind,
                        "会",
                        "亭",
                        day.atTime(10, 0).atZone(CommunityTime.ZONE).toInstant())
                : call(kind);
        session = calls.call(1, id, call, "换灯", MODERATOR);
        if (day.isAfter(village.matters().today())) {
            village.clock.to(day);
        }
        sessions.open(1, session, MODERATOR);
        for (int i = 1; i <= present; i++) {
            attendance.atDesk(1, session, 100 + i, true);
        }
        return session;
    }

    Poll put(Question question) {
        later();
        long poll = questions.put(
                1,
                session,
                item -> new Question(
                        question.purpose(),
                        item.id(),
                        question.subject(),
                        question.text(),
                        question.optionSet(),
                        question.byHands()),
                MODERATOR);
        later();
        return polls.find(db.plain(), 1, poll).orElseThrow();
    }

    void cast(Poll poll, String... choices) {
        for (int i = 1; i <= choices.length; i++) {
            PhoneBallots.cast(polls, poll, 100 + i, 200 + i, choices[i - 1]);
        }
    }

    Poll count(Poll poll, String minority) {
        later();
        village.clock.reach(poll.closesAt());
        return polls.closing().close(1, poll.id(), 291L, "moderator", minority);
    }

    Poll close(Poll poll, String minority) {
        Poll closed = count(poll, minority);
        later();
        if (poll.decides()) {
            new Resolutions(db, village.matters()).post(1, poll.matter(), minority, MODERATOR);
            later();
        }
        return closed;
    }

    /** Two of five say yes: not passed. */
    long lost() {
        long id = matter("yard.consult");
        meeting(id, SessionKind.COURTYARD, 5);
        Poll poll = put(Question.motion(null, "换成感应灯？"));
        cast(poll, "yes", "no", "abstain", "yes");
        close(poll, "太暗");
        return id;
    }

    /** Sent back, corrected, and then walked through every stage: passed. */
    long corrected() {
        Matter fresh = village.triaged("换灯", "corrected");
        db.run(tx -> village.matterModule
                .moves()
                .returnForCorrection(tx, village.matters().locked(tx, 1, fresh.id()), village.clerk(), "请写清楚哪一栋"));
        db.run(tx -> village.proposals.proposals().correct(tx, 1, fresh.id(), 201, "一号楼换灯", "太暗", ""));
        Matter routed = village.routed(village.matter(fresh.id()), DecisionRoute.COURTYARD, "");
        village.plan(routed);
        village.notice(village.advance(routed), 7);
        village.clock.to(village.matter(fresh.id()).stageDue().plusDays(1));
        village.matterModule.advanceDue();
        meeting(fresh.id(), SessionKind.COURTYARD, 6);
        Poll poll = put(Question.motion(null, "换成感应灯？"));
        cast(poll, "yes", "yes", "yes", "yes");
        close(poll, "");
        return fresh.id();
    }

    /** Secret, by phone and on paper, of which one was spoiled and one did not come back. */
    long papers() {
        long id = matter("rc26.meeting");
        meeting(id, SessionKind.RESIDENTS, 6);
        Poll poll = put(Question.motion(null, "换成感应灯？"));
        cast(poll, "yes", "yes", "no");
        for (long voter = 104; voter <= 106; voter++) {
            polls.paperBallots().issue(1, poll.id(), voter, "moderator", "p" + voter);
        }
        for (long person : new long[] {1, 2}) {
            polls.counting().count(1, poll.id(), person, "moderator", 1, 0, 0, 1);
        }
        close(poll, "");
        return id;
    }

    long plans() {
        long id = matter("yard.consult");
        meeting(id, SessionKind.COURTYARD, 6);
        OptionSet plans = OptionSet.of(Method.IRV, List.of("雨棚", "充电桩", "维持现状"), 1);
        Poll poll = put(Question.motion(null, "车棚怎么办？").choosing(plans));
        cast(poll, "1>2", "1>2", "2>1", "3>2", "2", "none");
        close(poll, "");
        return id;
    }

    /** Two of three are picked and decided one by one: the first is adopted, the second is not. */
    long plansOneByOne() {
        long id = matter("yard.consult");
        meeting(id, SessionKind.COURTYARD, 6);
        OptionSet plans = OptionSet.of(Method.APPROVAL, List.of("雨棚", "充电桩", "维持现状"), 2);
        Poll poll = put(Question.motion(null, "车棚怎么办？").choosing(plans));
        cast(poll, "1,2", "1,2", "1", "1,3", "2", "none");
        close(poll, "");
        return id;
    }

    long hands() {
        long id = matter("yard.consult");
        meeting(id, SessionKind.COURTYARD, 6);
        Poll poll = put(Question.motion(null, "换成感应灯？").counted(true));
        for (long person : new long[] {1, 2}) {
            polls.counting().count(1, poll.id(), person, person == 1 ? "moderator" : "recorder", 4, 1, 1, 0);
        }
        close(poll, "");
        return id;
    }

    /** By the courtyard's own three quarters, after a poll on an amendment that does not decide. */
    long adopted() {
        int n = SampleAdoptedRules.adopt(db, village.clock, "yard.consult", List.of("yes more than 3/4 of present"));
        long id = matter("own." + n);
        meeting(id, SessionKind.COURTYARD, 6);
        polls.concludes(Question.Purpose.AMENDMENT, (tx, poll, outcome, person, post, minority) -> {});
        Poll amendment = put(Question.about(Question.Purpose.AMENDMENT, 0, 77, "改成太阳能灯？"));
        cast(amendment, "no", "no", "yes");
        close(amendment, "");
        Poll poll = put(Question.motion(null, "换成感应灯？"));
        cast(poll, "yes", "yes", "yes", "yes", "yes", "no");
        close(poll, "");
        return id;
    }

    /** By owners over days, who weigh what they own; too few took part. */
    long owners() {
        db.plain().run("insert into owner (community, id, name, kind, voter) values (1, 502, 'o2', 'person', 205)");
        db.plain().run("update unit set owner = 502, area_c = 5200 where community = 1 and place in (103, 104, 105)");
        long id = matter("cc278.ordinary");
        var ahead = village.clock.instant().plus(Duration.ofDays(3));
        long opened = questions.openLong(1, id, "动用维修资金？", ahead, MODERATOR);
        Poll poll = polls.find(db.plain(), 1, opened).orElseThrow();
        PhoneBallots.cast(polls, poll, 501, 201, "yes");
        PhoneBallots.cast(polls, poll, 502, 205, "yes");
        close(poll, "");
        return id;
    }

    /** Counted, made void, counted again, a minority's words, an objection rejected and one upheld. */
    long withdrawn() {
        long id = matter("yard.consult");
        Poll poll = annulled(id);
        cast(poll, "yes", "yes", "yes", "no");
        close(poll, "");
        Matter decided = village.matters().find(db.plain(), 1, id).orElseThrow();
        Resolution resolution = ResolutionStore.ofMatter(db.plain(), 1, id).orElseThrow();
        new Resolutions(db, village.matters()).minority(1, id, "车位不够", MODERATOR);
        var objections = new Objections(db, village.matters(), village.proposals.notices());
        for (long person = 202; person <= 203; person++) {
            later();
            objections.object(
                    1,
                    resolution.id(),
                    new Objections.ObjectionDraft(Objection.Ground.COUNT, "数错了", "o" + person),
                    person,
                    village.relation(person, decided));
        }
        List<Long> raised = db.plain()
                .list(
                        row -> row.getLong(0),
                        "select id from objection where resolution = $1 order by id",
                        resolution.id());
        later();
        objections.answer(1, raised.getFirst(), Objection.Ruling.REJECTED, "没有错", SUPERVISOR);
        later();
        objections.answer(1, raised.getLast(), Objection.Ruling.UPHELD, "确有一户重复", SUPERVISOR);
        return id;
    }

    /** Put again after a count that was made void, and open. */
    Poll annulled(long id) {
        long held = meeting(id, SessionKind.COURTYARD, 6);
        Poll first = put(Question.motion(null, "换成感应灯？"));
        cast(first, "yes", "yes", "yes", "yes", "no", "no");
        close(first, "");
        polls.closing()
                .annul(
                        1,
                        first.id(),
                        tx -> SessionChanges.requireOpen(SessionChanges.locked(tx, 1, held)),
                        null,
                        "moderator",
                        "有一户没有到会");
        Poll stopped = put(Question.motion(null, "换成感应灯？"));
        cast(stopped, "no");
        polls.closing().cancel(1, stopped.id(), "moderator", "问题念错了");
        return put(Question.motion(null, "楼道换成感应灯？"));
    }

    /** Decided elsewhere, so that there is no poll. */
    long elsewhere() {
        long id = matter("yard.consult");
        db.run(tx -> village.matters()
                .concluded(tx, 1, id, new VoteResult(Ending.AGREED, null, null, "楼道换灯", "太亮"), MODERATOR));
        new Resolutions(db, village.matters()).post(1, id, "太亮", MODERATOR);
        return id;
    }
}
