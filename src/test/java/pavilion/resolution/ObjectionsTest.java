package pavilion.resolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pavilion.matter.BrowserlessClient;
import pavilion.matter.Matter;
import pavilion.matter.SmallCommunity;
import pavilion.matter.VoteResult;
import pavilion.rules.procedure.Ending;
import pavilion.task.DecidedMatter;

/** Objections hold a matter, wait for whoever may answer, and end with an answer. */
class ObjectionsTest extends DecidedMatter {
    @Test
    void anObjectionHoldsTheMatterUntilSomebodyElseAnswers() {
        Matter matter = concluded(Ending.AGREED, 4);
        String at = "/c/heping/register/R-2026-001";
        Map<String, String> form = Map.of("kind", "procedure", "words", "通知没有贴满", "request_key", "o1");
        String stranger = walk.in(village.viewer(SmallCommunity.STRANGER));
        assertEquals(403, walk.post(stranger, at + "/objections", form).status());
        assertEquals(
                422,
                walk.post(neighbour, at + "/objections", Map.of("words", "x", "request_key", "o2"))
                        .status());
        assertEquals(303, walk.post(neighbour, at + "/objections", form).status());
        assertEquals(303, walk.post(neighbour, at + "/objections", form).status());
        String page = whole(walk.get(supervisor, at));
        String id = page.replaceAll("(?s).*?objections/(\\d+)/answer.*", "$1");
        village.clock.to(LocalDate.of(2026, 3, 26));
        assertEquals(0, village.matterModule.advanceDue());
        Map<String, String> answer = Map.of("decision", "rejected", "words", "通知贴满七日，有照片");
        assertEquals(
                403,
                walk.post(moderator, at + "/objections/" + id + "/answer", answer)
                        .status());
        assertEquals(
                403,
                walk.post(neighbour, at + "/objections/" + id + "/answer", answer)
                        .status());
        assertEquals(
                303,
                walk.post(supervisor, at + "/objections/" + id + "/answer", answer)
                        .status());
        assertEquals(
                409,
                walk.post(supervisor, at + "/objections/" + id + "/answer", answer)
                        .status());
        String told = whole(walk.get(neighbour, "/c/heping/today"));
        assertTrue(told.contains("您提的异议已经答复") && told.contains("异议不成立"), told);
        assertFalse(whole(walk.get(resident, "/c/heping/today")).contains("您提的异议已经答复"));
        assertEquals(1, village.matterModule.advanceDue());
        assertEquals("work", village.matter(matter.id()).stage());
        BrowserlessClient.Page late =
                walk.post(neighbour, at + "/objections", Map.of("kind", "count", "words", "再数", "request_key", "o3"));
        assertEquals(409, late.status());
        assertTrue(late.body().contains("2026-03-25"));
    }

    @Test
    void anUnansweredObjectionWaitsForWhoMayAnswerItAndIsLateAfterTheNotice() {
        Matter matter = concluded(Ending.AGREED, 4);
        String at = "/c/heping/register/R-2026-001";
        String today = "/c/heping/today";
        assertFalse(whole(walk.get(supervisor, today)).contains("等您答复异议"));
        walk.post(neighbour, at + "/objections", Map.of("kind", "count", "words", "数错了", "request_key", "o1"));
        String supervises = whole(walk.get(supervisor, today));
        assertTrue(supervises.contains("等您答复异议") && !supervises.contains("晚了"), supervises);
        assertTrue(supervises.contains("等居务监督委员会答复 1 件异议，公示到3月25日"), supervises);
        // The moderator concluded it, the neighbour raised it: neither is asked.
        assertFalse(whole(walk.get(moderator, today)).contains("等您答复异议"));
        assertFalse(whole(walk.get(neighbour, today)).contains("等您答复异议"));
        assertTrue(
                whole(walk.get(supervisor, "/c/heping/matters/" + matter.id())).contains("请答复 1 件异议"));
        assertFalse(
                whole(walk.get(resident, "/c/heping/matters/" + matter.id())).contains("请答复"));
        village.clock.to(LocalDate.of(2026, 3, 26));
        village.matterModule.advanceDue();
        assertTrue(whole(walk.get(resident, "/c/heping/matters/" + matter.id())).contains("晚了：公示到3月25日已满"));
        assertTrue(whole(walk.get(clerk, "/c/heping/desk")).contains("晚了：公示到3月25日已满"));
        String page = whole(walk.get("nobody", at));
        assertTrue(page.contains("办理记录校验码") && page.contains("决议正文校验码"), page);
    }

    @Test
    void whoConcludedItDoesNotAnswerTheObjection() {
        Matter matter = village.readyToMeet("消防通道被占", "k1");
        it.database()
                .run(tx -> village.matterModule
                        .matters()
                        .concluded(
                                tx,
                                1,
                                matter.id(),
                                new VoteResult(Ending.AGREED, null, outcome(4), "划线", ""),
                                village.clerk()));
        village.post(matter.id());
        String at = "/c/heping/register/R-2026-001";
        walk.post(neighbour, at + "/objections", Map.of("kind", "count", "words", "数错了", "request_key", "o1"));
        String id = whole(walk.get(clerk, at)).replaceAll("(?s).*?objections/(\\d+)/answer.*", "$1");
        assertEquals(
                409,
                walk.post(clerk, at + "/objections/" + id + "/answer", Map.of("decision", "rejected", "words", "没错"))
                        .status());
        assertEquals(
                303,
                walk.post(supervisor, at + "/objections/" + id + "/answer", Map.of("decision", "upheld", "words", "重来"))
                        .status());
        assertEquals("notice", village.matter(matter.id()).stage());
        assertTrue(whole(walk.get("nobody", at)).contains("已撤回"));
    }
}
