package pavilion.resolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pavilion.audit.Verify;
import pavilion.identity.Actor;
import pavilion.matter.BrowserlessClient;
import pavilion.matter.Matter;
import pavilion.matter.SmallCommunity;
import pavilion.matter.VoteResult;
import pavilion.rules.procedure.Ending;
import pavilion.task.DecidedMatter;

/** What was counted is a draft until somebody posts it. */
class PostingTest extends DecidedMatter {
    private static final String REGISTER = "/c/heping/register";

    @Test
    void countingPublishesNothingAndTheDaysRunFromThePosting() {
        Matter matter = counted(Ending.AGREED, 4);
        String at = "/c/heping/matters/" + matter.id();
        assertEquals("publicity", matter.stage());
        assertFalse(whole(walk.get("nobody", REGISTER)).contains("消防通道被占"));
        String read = whole(walk.get(resident, at));
        assertTrue(read.contains("已计票，等居委会张贴结果"), read);
        assertFalse(read.contains("通道划线，错时停放") || read.contains("/resolution\""), read);
        assertTrue(whole(walk.get(clerk, "/c/heping/today")).contains("等您张贴结果"));
        assertFalse(whole(walk.get(resident, "/c/heping/today")).contains("等您张贴结果"));
        // The calendar and the server's chores post nothing, however long it lies there.
        village.clock.to(LocalDate.of(2026, 4, 20));
        assertEquals(0, village.matterModule.advanceDue());
        assertEquals(
                409, walk.post(clerk, at + "/move", Map.of("move", "advance")).status());
        Map<String, String> away = Map.of("move", "end", "ending", "withdrawn", "reason", "不办了");
        BrowserlessClient.Page held = walk.post(clerk, at + "/move", away);
        assertEquals(409, held.status());
        assertTrue(held.body().contains("已经表决计票，不能直接结束"), held.body());
        assertFalse(whole(walk.get(clerk, at)).contains("move-end"));
        assertEquals(403, walk.post(resident, at + "/resolution", Map.of()).status());
        String draft = whole(walk.get(clerk, at));
        assertTrue(draft.contains("关于消防通道被占的协商意见公告") && draft.contains("少数户担心车位不够"), draft);
        assertEquals(
                303,
                walk.post(clerk, at + "/resolution", Map.of("minority", "两户担心车位。"))
                        .status());
        assertEquals(
                409,
                walk.post(clerk, at + "/resolution", Map.of("minority", "两户担心车位。"))
                        .status());
        assertEquals(LocalDate.of(2026, 5, 6), village.matter(matter.id()).stageDue());
        String posted = whole(walk.get("nobody", REGISTER + "/R-2026-001"));
        assertTrue(posted.contains("两户担心车位。") && posted.contains("公示到5月6日"), posted);
        assertFalse(whole(walk.get(clerk, "/c/heping/today")).contains("等您张贴结果"));
    }

    @Test
    void everyMatterIsTakenAlongAsAFileByWhoeverReadsIt() {
        Verify verify = new Verify(SmallCommunity.RULES.catalogue());
        Matter proposed = village.triaged("换灯", "k8");
        Matter declined = village.triaged("装电梯", "k9");
        // A courtyard that has got another name since is what it was called when the matter was opened.
        it.database().plain().run("update place set name = '新名字' where community = 1 and id = $1", SmallCommunity.YARD);
        it.database()
                .run(tx -> village.matterModule
                        .moves()
                        .end(
                                tx,
                                village.matters().locked(tx, 1, declined.id()),
                                Ending.DECLINED,
                                village.clerk(),
                                "不归院里管"));
        for (Matter each : List.of(proposed, declined)) {
            String at = "/c/heping/matters/" + each.id();
            assertTrue(whole(walk.get(resident, at)).contains(at + "/matter.json"));
            assertTrue(verify.check(walk.bytes(resident, at + "/matter.json")).ok());
        }
        String elsewhere = walk.in(village.viewer(SmallCommunity.STRANGER));
        assertEquals(
                403,
                walk.get(elsewhere, "/c/heping/matters/" + proposed.id() + "/matter.json")
                        .status());
    }

    @Test
    void whatIsTakenBackBeforeItsPostingWasNeverPublic() {
        Matter matter = counted(Ending.AGREED, 4);
        it.database()
                .run(tx -> new Resolutions(it.database(), village.matters())
                        .annulled(tx, matter, Actor.SERVER, "数错了", village.clock.instant()));
        assertTrue(
                ResolutionStore.draftOf(it.database().plain(), 1, matter.id()).isEmpty());
        assertFalse(whole(walk.get("nobody", REGISTER)).contains("R-2026-001"));
        assertEquals(
                409,
                walk.post(
                                walk.in(village.viewer(SmallCommunity.MODERATOR)),
                                "/c/heping/matters/" + matter.id() + "/resolution",
                                Map.of())
                        .status());
    }

    @Test
    void numbersFollowThePostingSoThatTheRegisterStandsInTheirOrder() {
        Matter first = counted(Ending.AGREED, 4);
        Matter second = village.readyToMeet("楼道灯", "k2");
        it.database()
                .run(tx -> village.matters()
                        .concluded(
                                tx,
                                1,
                                second.id(),
                                new VoteResult(Ending.AGREED, null, outcome(4), "换灯", ""),
                                Actor.SERVER));
        village.post(second.id());
        village.clock.to(village.matters().today().plusDays(1));
        village.post(first.id());
        String page = whole(walk.get("nobody", REGISTER));
        int newest = page.indexOf(">R-2026-002<");
        assertTrue(newest > 0 && newest < page.indexOf(">R-2026-001<"), page);
    }
}
