package pavilion.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import pavilion.audit.AuditStore;
import pavilion.audit.Chain;
import pavilion.db.TestDatabase;
import pavilion.electorate.RollKind;
import pavilion.proposal.Triages;
import pavilion.rules.ElectorateKind;
import pavilion.rules.Refused;
import pavilion.rules.procedure.DecisionRoute;
import pavilion.rules.procedure.Ending;

class MattersTest {
    private TestDatabase it;
    private SmallCommunity village;

    @BeforeEach
    void open() {
        it = TestDatabase.from("village", SmallCommunity::fill);
        village = new SmallCommunity(it.database());
    }

    @AfterEach
    void close() {
        it.close();
    }

    private static void refused(String key, Executable what) {
        assertEquals(key, assertThrows(Refused.class, what).refusal().key());
    }

    @Test
    void aProposalGetsTheCourtyardsNextNumber() {
        assertEquals("HP-017-2026-001", village.propose("门口的灯不亮", "k1").number());
        assertEquals("HP-017-2026-002", village.propose("晾衣绳太低", "k2").number());
    }

    @Test
    void aFormSentTwiceIsOneProposal() {
        Matter first = village.propose("门口的灯不亮", "k1");
        Matter again = village.propose("门口的灯不亮", "k1");
        assertEquals(first.id(), again.id());
        assertEquals("HP-017-2026-002", village.propose("另一件", "k2").number());
    }

    @Test
    void theEndorsementThatReachesTheThresholdOpensTheTriage() {
        Matter matter = village.propose("消防通道被占", "k1");
        village.endorse(matter, 202);
        assertEquals("propose", village.endorse(matter, 203).stage());
        assertEquals("triage", village.endorse(matter, 204).stage());
    }

    @Test
    void nobodyEndorsesTwiceNorTheirOwnNorAnotherCourtyardsNorUnderAge() {
        Matter matter = village.propose("消防通道被占", "k1");
        village.endorse(matter, 202);
        refused("matter.endorse.twice", () -> village.endorse(matter, 202));
        refused("matter.endorse.own", () -> village.endorse(matter, 201));
        refused("matter.endorse.not-here", () -> village.endorse(matter, SmallCommunity.STRANGER));
        refused("matter.adults-only", () -> village.endorse(matter, SmallCommunity.CHILD));
    }

    @Test
    void noStageIsSkipped() {
        Matter matter = village.triaged("消防通道被占", "k1");
        var matters = village.matters();
        refused(
                "matter.stage.skip",
                () -> it.database()
                        .run(tx -> matters.advanceTo(
                                tx, matters.locked(tx, 1, matter.id()), "notice", village.clerk(), "")));
        refused("matter.gate.triage", () -> village.advance(matter));
        refused("matter.stage.not-now", () -> village.notice(matter, 7));
        refused(
                "matter.stage.not-now",
                () -> it.database()
                        .run(tx -> matters.concluded(
                                tx,
                                1,
                                matter.id(),
                                new VoteResult(Ending.AGREED, null, null, "x", ""),
                                village.clerk())));
    }

    @Test
    void whatNoVoteCanDecideIsNotSentToAVote() {
        Matter matter = village.triaged("把消防通道改成车位", "k1");
        var answer = new Triages.Answer(
                DecisionRoute.COURTYARD, "fire_lane", false, "", "", "答复", "岗位", LocalDate.of(2026, 12, 1));
        refused(
                "matter.triage.never",
                () -> it.database()
                        .run(tx -> village.proposals.triages().decide(tx, 1, matter.id(), answer, village.clerk())));
        var narrowed = new Triages.Answer(
                DecisionRoute.COURTYARD, "fire_lane", true, "", "", "答复", "岗位", LocalDate.of(2026, 12, 1));
        Matter after = it.database()
                .transact(tx -> village.proposals.triages().decide(tx, 1, matter.id(), narrowed, village.clerk()));
        assertEquals("plan", after.stage());
    }

    @Test
    void aPlanNeedsTwoOptionsOneOfThemAsItIs() {
        Matter matter = village.routed(village.triaged("消防通道被占", "k1"), DecisionRoute.COURTYARD, "");
        refused("matter.gate.plan.two", () -> village.advance(matter));
        village.plan(matter);
        assertEquals("notice", village.advance(matter).stage());
    }

    @Test
    void theNoticeRunsInFullAndMovesToTheNextWorkingDay() {
        village.clock.to(LocalDate.of(2026, 3, 2));
        Matter matter = village.announced("消防通道被占", "k1");
        // seven days from Monday the 2nd
        assertEquals(LocalDate.of(2026, 3, 9), matter.stageDue());
        refused("matter.gate.notice.running", () -> village.advance(matter));
        village.clock.to(LocalDate.of(2026, 3, 9));
        village.matterModule.advanceDue();
        assertEquals("notice", village.matter(matter.id()).stage());
        village.clock.to(LocalDate.of(2026, 3, 10));
        assertEquals(1, village.matterModule.advanceDue());
        assertEquals("session", village.matter(matter.id()).stage());
        assertEquals(0, village.matterModule.advanceDue());
    }

    @Test
    void aNoticeThatEndsInTheSpringFestivalEndsAfterIt() {
        village.clock.to(LocalDate.of(2026, 2, 9));
        assertEquals(
                LocalDate.of(2026, 2, 24), village.announced("消防通道被占", "k1").stageDue());
    }

    @Test
    void aNoticeOverTheEndOfAShortMonthCountsEveryDay() {
        village.clock.to(LocalDate.of(2026, 2, 25));
        assertEquals(LocalDate.of(2026, 3, 4), village.announced("消防通道被占", "k1").stageDue());
    }

    @Test
    void aChangedNoticeIsANewVersionWithANewHashAndANewClock() {
        Matter matter = village.announced("消防通道被占", "k1");
        var first = village.proposals
                .notices()
                .current(it.database().plain(), matter)
                .orElseThrow();
        village.clock.to(LocalDate.of(2026, 3, 5));
        var second = village.notice(matter, 7);
        assertEquals(2, second.version());
        assertNotEquals(first.sha256(), second.sha256());
        assertEquals(LocalDate.of(2026, 3, 12), village.matter(matter.id()).stageDue());
        village.clock.to(LocalDate.of(2026, 3, 11));
        refused("matter.gate.notice.running", () -> village.advance(matter));
        refused("matter.plan.locked", () -> village.plan(matter));
    }

    @Test
    void aLawfulMinimumCannotBeShortened() {
        Matter matter = village.routed(village.triaged("公共车位收费", "k1"), DecisionRoute.OWNERS, "cc278.special");
        assertEquals("T3", matter.template());
        assertEquals("roll", matter.stage());
        refused("matter.gate.record", () -> village.advance(matter));
        village.record(matter, village.matters().today(), false);
        Matter plan = village.advance(matter);
        village.plan(plan);
        refused("matter.gate.record", () -> village.advance(plan));
        village.record(plan, village.matters().today(), false);
        refused("matter.gate.record.running", () -> village.advance(plan));
        village.record(plan, village.matters().today(), true);
        Matter at = village.advance(plan);
        assertEquals("notice", at.stage());
        refused("rules.refused.days_short.by", () -> village.notice(at, 14));
        village.notice(at, 15);
    }

    @Test
    void aProposalGoesBackForCorrectionOnce() {
        Matter matter = village.triaged("消防通道被占", "k1");
        var matters = village.matters();
        Executable back = () -> it.database()
                .run(tx -> village.matterModule
                        .moves()
                        .returnForCorrection(tx, matters.locked(tx, 1, matter.id()), village.clerk(), "请写明时间"));
        assertThrows(
                Refused.class,
                () -> it.database()
                        .run(tx -> village.matterModule
                                .moves()
                                .returnForCorrection(tx, matters.locked(tx, 1, matter.id()), village.clerk(), " ")));
        assertDoesNotThrowThen(back, "propose", matter);
        refused(
                "matter.correct.not-yours",
                () -> it.database()
                        .run(tx -> village.proposals.proposals().correct(tx, 1, matter.id(), 202, "t", "p", "")));
        it.database()
                .run(tx -> village.proposals.proposals().correct(tx, 1, matter.id(), 201, "消防通道夜里被占", "每晚十点后", ""));
        assertEquals("triage", village.matter(matter.id()).stage());
        refused("matter.return.once", back);
    }

    private void assertDoesNotThrowThen(Executable what, String stage, Matter matter) {
        try {
            what.execute();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        assertEquals(stage, village.matter(matter.id()).stage());
    }

    @Test
    void suspendedAndEndedMattersStandStill() {
        Matter matter = village.triaged("消防通道被占", "k1");
        var matters = village.matters();
        it.database()
                .run(tx -> village.matterModule
                        .moves()
                        .suspend(tx, matters.locked(tx, 1, matter.id()), village.clerk(), "等规划"));
        refused("matter.suspended", () -> village.advance(matter));
        it.database()
                .run(tx -> village.matterModule
                        .moves()
                        .resume(tx, matters.locked(tx, 1, matter.id()), village.clerk(), "规划已批"));
        it.database()
                .run(tx -> matters.end(
                        tx, matters.locked(tx, 1, matter.id()), Ending.DECLINED, village.clerk(), "不属于本社区"));
        refused("matter.ended", () -> village.advance(matter));
    }

    @Test
    void everyMoveIsInTheRecordAndInAnUnbrokenChain() {
        Matter matter = village.announced("消防通道被占", "k1");
        var steps = StepStore.of(it.database().plain(), 1, matter.id());
        assertEquals(
                List.of("propose", "triage", "plan", "notice"),
                steps.stream().map(MatterStep::toStage).toList());
        var acts = AuditStore.read(it.database().plain(), 1, matter.chain());
        assertTrue(Chain.verify(acts).isEmpty());
        assertTrue(acts.size() >= 8);
    }

    @Test
    void anotherCourtyardsResidentHasNoStanding() {
        Matter matter = village.propose("消防通道被占", "k1");
        assertFalse(village.relation(SmallCommunity.STRANGER, matter).belongs());
        assertTrue(village.relation(205, matter).resident());
        assertTrue(village.relation(SmallCommunity.CLERK, matter).committee());
    }

    @Test
    void rollsAreHouseholdsOrOwnersAsTheRuleSays() {
        var households = village.matterModule
                .electorates()
                .freeze(it.database().plain(), 1, SmallCommunity.YARD_PATH, RollKind.of(ElectorateKind.HOUSEHOLD_REPS));
        assertEquals(6, households.electorate().totals().heads());
        var owners = village.matterModule
                .electorates()
                .freeze(it.database().plain(), 1, SmallCommunity.YARD_PATH, RollKind.of(ElectorateKind.OWNERS));
        assertEquals(1, owners.electorate().totals().heads());
        assertEquals(10000, owners.electorate().totals().areaC());
    }
}
