package pavilion.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pavilion.db.TestDatabase;
import pavilion.rules.procedure.DecisionRoute;

class MatterPagesTest {
    private static TestDatabase it;
    private static SmallCommunity village;
    private static BrowserlessClient walk;
    private static String resident;
    private static String neighbour;
    private static String clerk;
    private static String stranger;

    @BeforeAll
    static void open() {
        it = TestDatabase.from("village", SmallCommunity::fill);
        village = new SmallCommunity(it.database());
        walk = new BrowserlessClient(village.routes());
        resident = walk.in(village.viewer(201));
        neighbour = walk.in(village.viewer(202));
        clerk = walk.in(village.viewer(SmallCommunity.CLERK));
        stranger = walk.in(village.viewer(SmallCommunity.STRANGER));
    }

    @AfterAll
    static void close() {
        walk.close();
        it.close();
    }

    /** A page that answers, and in which no key, refusal or record shows through. */
    static String whole(BrowserlessClient.Page page) {
        assertEquals(200, page.status(), page.body());
        assertFalse(page.body().matches("(?s).*\\[(matter|part|rules|resolution|task|web)\\.[a-z].*"), page.body());
        return page.body();
    }

    private static Map<String, String> proposal(String title, String key) {
        Map<String, String> form = new HashMap<>();
        form.put("where", Long.toString(SmallCommunity.YARD));
        form.put("title", title);
        form.put("problem", "夜里看不清台阶，老人不敢出门。");
        form.put("request_key", key);
        form.put("not_duplicate", "1");
        return form;
    }

    private static String propose(String title, String key) {
        BrowserlessClient.Page page = walk.post(resident, "/c/heping/matters/new", proposal(title, key));
        assertEquals(303, page.status(), page.body());
        return page.location();
    }

    @Test
    void aRefusedFormKeepsWhatWasTyped() {
        assertTrue(whole(walk.get(resident, "/c/heping/matters/new")).contains("HP-017"));
        Map<String, String> form = proposal("", "a1");
        BrowserlessClient.Page page = walk.post(resident, "/c/heping/matters/new", form);
        assertEquals(422, page.status());
        assertTrue(page.body().contains("夜里看不清台阶"));
        form.put("title", "长".repeat(200_000));
        assertEquals(422, walk.post(resident, "/c/heping/matters/new", form).status());
    }

    @Test
    void aFormReplayedLeadsToTheSameReceipt() {
        assertEquals(propose("台阶上的灯坏了", "b1"), propose("台阶上的灯坏了", "b1"));
        assertTrue(whole(walk.get(resident, propose("台阶上的灯坏了", "b1"))).contains("HP-017-2026-"));
    }

    @Test
    void somethingAlikeIsShownBeforeItIsTaken() {
        propose("三单元门口的水管漏水", "c1");
        Map<String, String> form = proposal("三单元门口水管漏水了", "c2");
        form.remove("not_duplicate");
        BrowserlessClient.Page page = walk.post(resident, "/c/heping/matters/new", form);
        assertEquals(422, page.status());
        assertTrue(page.body().contains("三单元门口的水管漏水"));
        assertTrue(page.body().contains("not_duplicate"));
    }

    @Test
    void htmlInNamesAndTitlesIsShownAndNotRun() {
        String body = whole(walk.get(resident, propose("<script>alert(1)</script>灯", "d1")));
        assertFalse(body.contains("<script>alert"));
        assertTrue(body.contains("&lt;script&gt;alert"));
    }

    @Test
    void anotherCourtyardsResidentGetsASentenceAndNoData() {
        String at = propose("院内健身器材生锈", "e1").replaceAll("\\?.*", "");
        BrowserlessClient.Page page = walk.get(stranger, at);
        assertEquals(403, page.status());
        assertFalse(page.body().contains("健身器材"));
        assertEquals(403, walk.post(stranger, at + "/endorse", Map.of()).status());
        assertEquals(403, walk.get(stranger, at + "/moderation").status());
        assertEquals(
                403,
                walk.post(stranger, at + "/remarks", Map.of("side", "for", "words", "x", "request_key", "q"))
                        .status());
        assertEquals(403, walk.get(resident, at + "/triage").status());
        assertEquals(403, walk.get(resident, "/c/heping/desk").status());
        assertEquals(401, walk.get("nobody", at).status());
        assertEquals(404, walk.get(resident, "/c/heping/matters/999999").status());
        assertFalse(whole(walk.get(stranger, "/c/heping/matters")).contains("健身器材"));
    }

    @Test
    void fromProposalToNoticeByPlainForms() {
        String at = propose("北门夜里太黑请装灯", "f1").replaceAll("\\?.*", "");
        assertTrue(whole(walk.get(neighbour, at)).contains("/endorse"));
        assertTrue(whole(walk.get(neighbour, "/c/heping/matters?q=北门夜里太黑")).contains("可以附议"));
        assertEquals(303, walk.post(neighbour, at + "/endorse", Map.of()).status());
        assertEquals(409, walk.post(neighbour, at + "/endorse", Map.of()).status());
        assertTrue(whole(walk.get(neighbour, at)).contains("/withdraw"));
        assertTrue(whole(walk.get(clerk, at)).contains("name=\"move\""));
        assertEquals(
                303, walk.post(clerk, at + "/move", Map.of("move", "advance")).status());
        whole(walk.get(clerk, at + "/triage"));
        Map<String, String> triage = new HashMap<>(Map.of(
                "route",
                "courtyard",
                "guard",
                "fire_lane",
                "reply",
                "由本院户代表议定。",
                "post",
                "议事岗",
                "deadline",
                "2026-12-31"));
        BrowserlessClient.Page stopped = walk.post(clerk, at + "/triage", triage);
        assertEquals(422, stopped.status());
        assertTrue(stopped.body().contains("第28条"));
        triage.put("guard", "");
        assertEquals(303, walk.post(clerk, at + "/triage", triage).status());
        whole(walk.get(clerk, at + "/plan"));
        Map<String, String> plan = new HashMap<>(Map.of("title0", "维持现状", "who0", "各户代表", "voice0", "vote"));
        assertEquals(422, walk.post(clerk, at + "/plan", plan).status());
        plan.put("title1", "装两盏太阳能灯");
        plan.put("cost1", "一千二百元，从公共收益中出");
        assertEquals(303, walk.post(clerk, at + "/plan", plan).status());
        assertEquals(
                409,
                walk.post(clerk, at + "/move", Map.of("move", "advance", "to", "session"))
                        .status());
        assertEquals(
                303, walk.post(clerk, at + "/move", Map.of("move", "advance")).status());
        whole(walk.get(clerk, at + "/notice"));
        assertEquals(
                422,
                walk.post(clerk, at + "/notice", Map.of("body", "", "days", "7"))
                        .status());
        assertEquals(
                303,
                walk.post(clerk, at + "/notice", Map.of("body", "周六上午开会", "days", "7"))
                        .status());
        assertTrue(whole(walk.get(clerk, at + "/notice")).contains("重新计算"));
        assertEquals(
                303,
                walk.post(neighbour, at + "/remarks", Map.of("side", "for", "words", "早该装了", "request_key", "z1"))
                        .status());
        String page = whole(walk.get(clerk, at));
        assertTrue(page.contains("早该装了"));
        String hide = page.replaceAll("(?s).*moderation\\?hide=(\\d+).*", "$1");
        assertTrue(whole(walk.get(clerk, at + "/moderation?hide=" + hide)).contains("早该装了"));
        assertEquals(
                303,
                walk.post(clerk, at + "/moderation/" + hide + "/hide", Map.of("why", "跑题"))
                        .status());
        assertFalse(whole(walk.get(resident, at)).contains("早该装了"));
        assertTrue(whole(walk.get(neighbour, at + "/moderation")).contains("跑题"));
        whole(walk.get(resident, at + "/notices"));
        whole(walk.get(clerk, "/c/heping/desk"));
        assertTrue(whole(walk.get(
                        resident,
                        "/c/heping/matters?q="
                                + java.net.URLEncoder.encode("太黑", java.nio.charset.StandardCharsets.UTF_8)))
                .contains("北门夜里太黑"));
    }

    @Test
    void whoeverProposedAMatterTakesItBackUntilItIsAnswered() {
        String at = propose("楼道里的旧沙发", "t1").replaceAll("\\?.*", "");
        assertTrue(whole(walk.get(resident, at)).contains("/take-back"));
        assertFalse(whole(walk.get(neighbour, at)).contains("/take-back"));
        assertEquals(
                409, walk.post(neighbour, at + "/take-back", Map.of("why", "x")).status());
        assertEquals(
                409, walk.post(resident, at + "/take-back", Map.of("why", " ")).status());
        assertEquals(
                303,
                walk.post(resident, at + "/take-back", Map.of("why", "自己搬走了")).status());
        String page = whole(walk.get(neighbour, at));
        assertTrue(page.contains("已撤回") && page.contains("自己搬走了"), page);
        assertFalse(whole(walk.get(resident, at)).contains("/take-back"));
        Matter answered = village.routed(village.triaged("院门的锁坏了", "t2"), DecisionRoute.COURTYARD, "");
        String late = "/c/heping/matters/" + answered.id();
        String proposer = walk.in(village.viewer(answered.proposer()));
        assertFalse(whole(walk.get(proposer, late)).contains("/take-back"));
        assertTrue(walk.post(proposer, late + "/take-back", Map.of("why", "x"))
                .body()
                .contains("居委会已经答复"));
    }

    @Test
    void oneCharacterAndPartsOfANumberFindAMatter() {
        Matter matter = village.triaged("北门夜里太黑", "k10");
        String number = matter.number();
        for (String words :
                List.of("黑", "北 黑", "太黑", number, number.substring(0, 4), number.substring(number.length() - 3))) {
            assertTrue(find(words).contains("/matters/" + matter.id() + "\""), words);
        }
        for (String words : List.of("鲸", "北 鲸", "太黑 鲸", "999", "!")) {
            assertFalse(find(words).contains("/matters/" + matter.id() + "\""), words);
        }
    }

    private String find(String words) {
        return whole(walk.get(
                resident,
                "/c/heping/matters?q=" + java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void aTenantReadsAnOwnersMatterAndSpeaksAndIsToldWhatOwnersDo() {
        Matter matter = village.routed(village.triaged("公共车位收费方案", "k9"), DecisionRoute.OWNERS, "cc278.special");
        String at = "/c/heping/matters/" + matter.id();
        String tenant = walk.in(village.viewer(206));
        assertTrue(whole(walk.get(tenant, "/c/heping/matters")).contains("车位收费"));
        assertFalse(whole(walk.get(tenant, "/c/heping/today")).contains("今天有"));
        String page = whole(walk.get(tenant, at));
        assertTrue(page.contains("这件事由业主共同决定（民法典第278条第2款），业主名册上没有您"), page);
        assertFalse(page.contains("/endorse"), page);
        assertEquals(
                303,
                walk.post(tenant, at + "/remarks", Map.of("side", "for", "words", "收费请先公示", "request_key", "t1"))
                        .status());
        assertFalse(whole(walk.get(resident, at)).contains("业主名册上没有您"));
        assertTrue(whole(walk.get(resident, at)).contains("收费请先公示"));
        assertEquals(403, walk.get(stranger, at).status());
    }
}
