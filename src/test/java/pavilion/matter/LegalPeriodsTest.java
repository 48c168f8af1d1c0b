package pavilion.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import pavilion.db.TestDatabase;
import pavilion.proposal.NoticeStore;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.rules.procedure.DecisionRoute;
import pavilion.rules.procedure.Ending;

/** Notices, records and ratings take the days that the law and the template ask for, and one day is named everywhere. */
final class LegalPeriodsTest {
    private TestDatabase it;
    private SmallCommunity village;
    private BrowserlessClient walk;
    private String clerk;
    private String moderator;
    private String resident;

    @BeforeEach
    void open() {
        it = TestDatabase.from("village", SmallCommunity::fill);
        village = new SmallCommunity(it.database());
        walk = new BrowserlessClient(village.routes());
        clerk = walk.in(village.viewer(SmallCommunity.CLERK));
        moderator = walk.in(village.viewer(SmallCommunity.MODERATOR));
        resident = walk.in(village.viewer(202));
    }

    @AfterEach
    void close() {
        walk.close();
        it.close();
    }

    private static Refusal refused(String key, Executable act) {
        Refusal refusal = assertThrows(Refused.class, act).refusal();
        assertEquals(key, refusal.key());
        return refusal;
    }

    private static String at(Matter matter) {
        return "/c/heping/matters/" + matter.id();
    }

    private BrowserlessClient.Page move(Matter matter, String move) {
        return walk.post(clerk, at(matter) + "/move", Map.of("move", move, "reason", "等施工方报价"));
    }

    private NoticeStore.Notice current(Matter matter) {
        return it.database()
                .transact(tx -> village.proposals.notices().current(tx, matter))
                .orElseThrow();
    }

    /** The strip, the sentence and the notice on the page, and the list of the day, name the last day of the notice. */
    private void oneEnd(Matter matter) {
        NoticeStore.Notice notice = current(matter);
        assertEquals(notice.until(), village.matter(matter.id()).stageDue());
        String day = notice.until().getMonthValue() + "月" + notice.until().getDayOfMonth() + "日";
        for (String page : List.of(at(matter), "/c/heping/today", "/c/heping/matters")) {
            assertTrue(walk.get(resident, page).body().contains("公告与讨论，到" + day), page + " " + day);
        }
        String body = walk.get(clerk, at(matter)).body();
        assertTrue(body.contains("贴满："), body);
        assertTrue(move(matter, "advance").body().contains(notice.until().toString()));
    }

    @Test
    void aResidentsMeetingIsAnnouncedForTenFullDaysAndTheArticleIsSaid() {
        Matter planned = village.routed(village.triaged("车棚", "k"), DecisionRoute.RESIDENTS, "");
        village.plan(planned);
        Matter matter = village.advance(planned);
        String form = walk.get(moderator, at(matter) + "/notice").body();
        assertTrue(form.contains("不少于 10 天") && form.contains("城市居民委员会组织法") && form.contains("value=\"10\""), form);
        var typed = Map.of("body", "周六上午开会", "days", "9");
        BrowserlessClient.Page short9 = walk.post(moderator, at(matter) + "/notice", typed);
        assertEquals(422, short9.status());
        assertTrue(short9.body().contains("不得少于 10 天（城市居民委员会组织法"), short9.body());
        assertTrue(walk.post(moderator, at(matter) + "/notice?lang=en", typed)
                .body()
                .contains("周六上午开会"));
        assertEquals(
                303,
                walk.post(moderator, at(matter) + "/notice", Map.of("body", "周六上午开会", "days", "10"))
                        .status());
        assertEquals(LocalDate.of(2026, 3, 12), current(matter).until());
    }

    @Test
    void suspendedAndResumedTheNoticeHangsAnewAndEverythingNamesItsDay() {
        Matter matter = village.announced("楼道灯", "k");
        oneEnd(matter);
        LocalDate before = current(matter).until();
        village.clock.to(LocalDate.of(2026, 3, 5));
        assertEquals(303, move(matter, "suspend").status());
        String suspended = walk.get(resident, at(matter)).body();
        assertTrue(suspended.contains("公告因暂停而中断"), suspended);
        assertFalse(suspended.contains("贴满："), suspended);
        village.clock.to(LocalDate.of(2026, 3, 20));
        assertEquals(303, move(matter, "resume").status());
        NoticeStore.Notice anew = current(matter);
        assertEquals(2, anew.version());
        assertEquals("定于周六上午在院内开会。", anew.body());
        assertEquals(LocalDate.of(2026, 3, 27), anew.until());
        assertNotEquals(before, anew.until());
        oneEnd(matter);
        village.clock.to(anew.until());
        refused("matter.gate.notice.running", () -> village.advance(matter));
        village.clock.to(anew.until().plusDays(1));
        assertEquals(1, village.matterModule.advanceDue());
        assertEquals("session", village.matter(matter.id()).stage());
    }

    @Test
    void afterAnUpheldObjectionSomebodyIsAskedToPostAndNoDayIsNamed() {
        Matter matter = village.readyToMeet("楼道灯", "k");
        it.database()
                .run(tx -> village.matters()
                        .concluded(
                                tx,
                                1,
                                matter.id(),
                                new VoteResult(Ending.AGREED, null, null, "换灯", ""),
                                village.clerk()));
        village.post(matter.id());
        it.database()
                .run(tx -> village.proposals
                        .notices()
                        .reopen(tx, village.matters().locked(tx, 1, matter.id()), village.clerk(), "公告没有写清"));
        String page = walk.get(resident, at(matter)).body();
        assertTrue(page.contains("等张贴公告"), page);
        assertFalse(page.contains("公告与讨论，到"), page);
        assertFalse(page.contains("贴满："), page);
        assertTrue(walk.get(moderator, "/c/heping/today").body().contains("等您张贴公告"));
        assertTrue(walk.get(moderator, at(matter)).body().contains(at(matter) + "/notice"));
        assertTrue(move(matter, "advance").body().contains("还没有张贴公告"));
        village.notice(matter, 7);
        oneEnd(matter);
        assertFalse(walk.get(moderator, "/c/heping/today").body().contains("等您张贴公告"));
    }

    @Test
    void aResolutionHangsOnWhileItsMatterIsSuspended() {
        Matter matter = village.readyToMeet("楼道灯", "k");
        it.database()
                .run(tx -> village.matters()
                        .concluded(
                                tx,
                                1,
                                matter.id(),
                                new VoteResult(Ending.AGREED, null, null, "换灯", ""),
                                village.clerk()));
        village.post(matter.id());
        LocalDate until = village.matter(matter.id()).stageDue();
        move(matter, "suspend");
        village.clock.to(until.minusDays(2));
        move(matter, "resume");
        assertEquals(until, village.matter(matter.id()).stageDue());
        village.clock.to(until.plusDays(1));
        assertEquals(1, village.matterModule.advanceDue());
    }

    @Test
    void whatIsDoneOutsideIsRecordedWithItsDayAndThirtyDaysOfPublicityAreKept() {
        Matter matter = village.routed(village.triaged("物业费", "k"), DecisionRoute.OWNERS, "cc278.ordinary");
        assertTrue(move(matter, "advance").body().contains("这一步要先记录：业主清册核对完毕"));
        assertTrue(walk.get(clerk, at(matter)).body().contains(at(matter) + "/record"));
        assertEquals(403, walk.get(resident, at(matter) + "/record").status());
        assertEquals(200, walk.get(clerk, at(matter) + "/record").status());
        var form = Map.of("day", "2026-03-03", "text", "卷宗第三页");
        BrowserlessClient.Page ahead = walk.post(clerk, at(matter) + "/record", form);
        assertEquals(422, ahead.status());
        assertTrue(ahead.body().contains("这个日子还没到") && ahead.body().contains("卷宗第三页"));
        var today = Map.of("day", "2026-03-02", "text", "卷宗第三页", "needless", "1");
        assertTrue(walk.post(clerk, at(matter) + "/record", today).body().contains("这一项不能免"));
        assertEquals(
                303,
                walk.post(clerk, at(matter) + "/record", Map.of("day", "2026-03-02", "text", "卷宗第三页"))
                        .status());
        assertTrue(walk.get(resident, at(matter)).body().contains("卷宗第三页"));
        assertEquals(303, move(matter, "advance").status());
        village.plan(matter);
        village.record(matter, LocalDate.of(2026, 3, 2), false);
        var refusal = refused("matter.gate.record.running", () -> village.advance(matter));
        assertEquals("2026-04-02", refusal.args().get(2));
        village.clock.to(LocalDate.of(2026, 4, 1));
        refused("matter.gate.record.running", () -> village.advance(matter));
        village.clock.to(LocalDate.of(2026, 4, 2));
        assertEquals("notice", village.advance(matter).stage());
        village.notice(village.matter(matter.id()), 15);
        village.clock.to(LocalDate.of(2026, 4, 20));
        village.matterModule.advanceDue();
        assertEquals("notice", village.matter(matter.id()).stage());
        village.record(matter, LocalDate.of(2026, 4, 3), false);
        village.matterModule.advanceDue();
        assertEquals("delivery", village.matter(matter.id()).stage());
        refused("matter.stage.not-now", () -> village.notice(village.matter(matter.id()), 15));
        String delivery = walk.get(clerk, at(matter)).body();
        assertFalse(delivery.contains("公告与讨论，到"), delivery);
        assertTrue(delivery.contains("送达办结的日子"), delivery);
    }

    @Test
    void aStageThatAsksForNoRecordTakesNone() {
        Matter matter = village.announced("楼道灯", "k");
        assertEquals(409, walk.get(clerk, at(matter) + "/record").status());
        refused(
                "matter.stage.not-now",
                () -> village.record(matter, village.matters().today(), false));
    }

    @Test
    void ratingTakesItsSevenDays() {
        Matter matter = village.readyToMeet("楼道灯", "k");
        it.database()
                .run(tx -> village.matters()
                        .concluded(
                                tx,
                                1,
                                matter.id(),
                                new VoteResult(Ending.AGREED, null, null, "换灯", ""),
                                village.clerk()));
        village.post(matter.id());
        village.clock.to(village.matter(matter.id()).stageDue().plusDays(1));
        village.matterModule.advanceDue();
        Matter rated = village.advance(village.matter(matter.id()));
        assertEquals("rate", rated.stage());
        assertFalse(walk.get(clerk, at(matter)).body().contains("办结归档"));
        assertTrue(move(matter, "advance").body().contains(rated.stageDue().toString()));
        village.clock.to(rated.stageDue());
        refused("task.gate.rating", () -> village.advance(rated));
        village.clock.to(rated.stageDue().plusDays(1));
        assertTrue(village.advance(rated).ended());
    }

    @Test
    void aDayInAYearThatIsNotPublishedIsSaidToBeExpected() {
        village.clock.to(LocalDate.of(2026, 12, 28));
        Matter matter = village.announced("楼道灯", "k");
        assertEquals(2027, current(matter).until().getYear());
        assertTrue(walk.get(resident, at(matter)).body().contains("2027 年的节假日安排国务院还没有公布"));
        assertTrue(walk.get(moderator, at(matter) + "/notice").body().contains("2027 年的节假日安排国务院还没有公布"));
    }
}
