package pavilion.session.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pavilion.support.TestBrowser;
import pavilion.support.TestServers;

/** Calling a session by its pages, without script: the form, the agenda, the attachments, the paper, the page of the day. */
final class CallWayTest {
    private final TestServers servers = TestServers.shared();
    private final String at = "/c/" + servers.guest("moderator").community();
    private final TestBrowser moderator = servers.as("moderator");

    private static Map<String, String> fields(String where, String key) {
        Map<String, String> fields = new HashMap<>();
        fields.put("where", where);
        fields.put("key", key);
        fields.put("kind", "hearing");
        fields.put("title", "加装电梯听证会");
        fields.put("starts", "2027-03-16T19:30");
        fields.put("venue", "活动室");
        fields.put("agenda", "介绍方案\n听意见");
        return fields;
    }

    private String yard() {
        long id = servers.database()
                .database()
                .plain()
                .first(
                        row -> row.getLong(0),
                        "select id from place where community = 1 and kind = 'courtyard' and code = 'HP-017'")
                .orElseThrow();
        return Long.toString(id);
    }

    private String called(String key) {
        moderator.get(at + "/sessions/new");
        HttpResponse<String> answer = moderator.post(at + "/sessions/new", fields(yard(), key));
        assertEquals(303, answer.statusCode(), answer.body());
        return answer.headers().firstValue("Location").orElseThrow().replace("/agenda", "");
    }

    private static void say(HttpResponse<String> page, String... words) {
        for (String word : words) {
            assertTrue(page.body().contains(word), word + " not in " + page.body());
        }
    }

    @Test
    void aFormThatIsNotGoodKeepsWhatWasTypedAndSaysWhy() {
        moderator.get(at + "/sessions/new");
        Map<String, String> wrong = fields(yard(), "w1");
        wrong.put("starts", "soon");
        wrong.put("kind", "party");
        HttpResponse<String> again = moderator.post(at + "/sessions/new", wrong);
        assertEquals(422, again.statusCode());
        say(again, "加装电梯听证会", "介绍方案", "starts-error", "kind-error", "活动室");
        Map<String, String> past = fields(yard(), "w2");
        past.put("starts", "2020-01-01T19:30");
        say(moderator.post(at + "/sessions/new", past), "开会时间已经过去了", "介绍方案");
        Map<String, String> elsewhere = fields("1", "w3");
        say(moderator.post(at + "/sessions/new", elsewhere), "where-error");
        Map<String, String> tooLong = fields(yard(), "w4");
        tooLong.put("title", "长".repeat(61));
        say(moderator.post(at + "/sessions/new", tooLong), "最多 60 个字，现在是 61 个字。", "长".repeat(61), "介绍方案");
    }

    @Test
    void aFieldOfAnotherFormOnThePageIsIgnored() {
        String path = called("c6");
        moderator.get(path + "/schedule");
        HttpResponse<String> off = moderator.post(path + "/off", Map.of("off-reason", "", "venue", "亭"));
        assertEquals(422, off.statusCode());
        say(off, "off-reason-error", "value=\"活动室\"");
        HttpResponse<String> moved = moderator.post(path + "/schedule", Map.of("starts", "soon", "venue", "亭"));
        assertEquals(422, moved.statusCode());
        say(moved, "starts-error", "value=\"亭\"");
    }

    @Test
    void whatIsCalledStandsOnTheDaysPageInTheListAndOnPaperForThoseItConcerns() {
        String path = called("c1");
        assertEquals(path, called("c1"));
        String title = "加装电梯听证会";
        TestBrowser resident = servers.as("household");
        say(resident.get(at + "/sessions"), title, "听证会", "活动室");
        say(resident.get(path), "介绍方案", "19:30", "共 2 项，预计 30 分钟");
        HttpResponse<byte[]> paper = resident.bytes(path + "/call.pdf");
        assertEquals("%PDF-", new String(paper.body(), 0, 5, StandardCharsets.US_ASCII));
        assertFalse(servers.as("elsewhere").get(at + "/sessions").body().contains(path));
        assertEquals(403, servers.as("elsewhere").get(path + "/call.pdf").statusCode());
    }

    @Test
    void anItemGoesUpByAButtonAndAWrongOneIsSaidAtItsField() {
        String path = called("c2");
        HttpResponse<String> page = moderator.get(path + "/agenda");
        Matcher items = Pattern.compile("id=\"item-([0-9]+)\"").matcher(page.body());
        assertTrue(items.find() && items.find());
        String second = items.group(1);
        assertEquals(
                303,
                moderator
                        .post(path + "/agenda/" + second + "/move", Map.of("way", "up", "from", "2"))
                        .statusCode());
        page = moderator.get(path + "/agenda");
        assertTrue(page.body().indexOf("听意见") < page.body().indexOf("介绍方案"));
        HttpResponse<String> wrong =
                moderator.post(path + "/agenda/" + second, Map.of("title-" + second, "", "minutes-" + second, "留着我"));
        assertEquals(422, wrong.statusCode());
        say(wrong, "title-" + second + "-error", "minutes-" + second + "-error", "留着我");
        HttpResponse<String> nothing = moderator.post(
                path + "/agenda", Map.of("key", "n1", "matter", "", "title-new", "", "minutes-new", "15"));
        assertEquals(422, nothing.statusCode());
        say(nothing, "title-new-error");
        HttpResponse<String> strange = moderator.post(
                path + "/agenda", Map.of("key", "n2", "matter", "12", "title-new", "记得我", "minutes-new", "15"));
        assertEquals(409, strange.statusCode());
        say(strange, "记得我");
    }

    @Test
    void anAttachmentIsSavedByThoseItConcernsAndShownByNobody() {
        String path = called("c3");
        moderator.get(path + "/agenda");
        byte[] pdf = "%PDF-1.4 plan".getBytes(StandardCharsets.US_ASCII);
        HttpResponse<String> refused =
                moderator.upload(path + "/attachments", Map.of("name", "图纸", "item", ""), "a.pdf", new byte[0]);
        assertEquals(422, refused.statusCode());
        say(refused, "file-error", "图纸");
        HttpResponse<String> html = moderator.upload(
                path + "/attachments",
                Map.of("name", "图纸", "item", ""),
                "a.pdf",
                "<html>".getBytes(StandardCharsets.US_ASCII));
        say(html, "只能附 PDF 文件");
        assertEquals(
                303,
                moderator
                        .upload(path + "/attachments", Map.of("name", "图纸", "item", ""), "a.exe", pdf)
                        .statusCode());
        TestBrowser resident = servers.as("household");
        Matcher link = Pattern.compile("href=\"(" + path + "/attachments/[0-9]+)\"")
                .matcher(resident.get(path).body());
        assertTrue(link.find());
        HttpResponse<byte[]> file = resident.bytes(link.group(1));
        assertEquals(pdf.length, file.body().length);
        assertTrue(
                file.headers().firstValue("Content-Disposition").orElseThrow().startsWith("attachment"));
        assertEquals(
                "nosniff", file.headers().firstValue("X-Content-Type-Options").orElseThrow());
        assertTrue(file.headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow()
                .contains("sandbox"));
        assertEquals(403, servers.as("elsewhere").get(link.group(1)).statusCode());
        String other = called("c4");
        assertEquals(
                404,
                resident.get(other + link.group(1).substring(path.length())).statusCode());
    }

    @Test
    void anotherVenueAloneTakesAReasonAndIsToldWithTheOldOneCrossedOut() {
        String path = called("c7");
        servers.database()
                .database()
                .plain()
                .run(
                        "update session set starts_at = '2026-03-05T19:30+08' where community = 1 and id = $1",
                        Long.parseLong(path.substring(path.lastIndexOf('/') + 1)));
        moderator.get(path + "/schedule");
        HttpResponse<String> silent = moderator.post(
                path + "/schedule", Map.of("starts", "2026-03-05T19:30", "venue", "小广场", "moved-why", ""));
        assertEquals(409, silent.statusCode());
        say(silent, "请写明理由", "value=\"小广场\"");
        assertEquals(
                303,
                moderator
                        .post(
                                path + "/schedule",
                                Map.of("starts", "2026-03-05T19:30", "venue", "小广场", "moved-why", "活动室漏水"))
                        .statusCode());
        TestBrowser resident = servers.as("household");
        for (String page : new String[] {path, at + "/sessions", at + "/today"}) {
            say(resident.get(page), "<del>活动室</del>", "换地点", "小广场", "活动室漏水");
        }
    }

    @Test
    void aMatterThatComesTooLateForItsNoticeIsRefusedWithTheArticleAndTheFormKeepsWhatWasTyped() {
        String path = called("c8");
        var tx = servers.database().database().plain();
        long id = tx.first(
                        row -> row.getLong(0), """
                        insert into matter (community, number, template, rule, place, title, problem, proposer, stage,
                            threshold, created_at, changed_at, request_key)
                        select 1, 'CW-1', 'T1', 'rc26.meeting', p.id, '装扶手', 't', $1, 'session', 1, now(), now(), 'cw1'
                        from place p where p.community = 1 and p.code = 'HP-017' returning id
                        """, servers.guest("household").person())
                .orElseThrow();
        String session = path.substring(path.lastIndexOf('/') + 1);
        tx.run("update session set starts_at = '2026-03-04' where community = 1 and id = $1", Long.parseLong(session));
        moderator.get(path + "/agenda");
        HttpResponse<String> late = moderator.post(
                path + "/agenda",
                Map.of(
                        "matter",
                        String.valueOf(id),
                        "title-new",
                        "",
                        "minutes-new",
                        "27",
                        "motion-new",
                        "装不装",
                        "key",
                        "m"));
        assertEquals(409, late.statusCode());
        say(late, "须提前满 10 日通知（", "居民委员会组织法", "最早可在", "value=\"27\"", "装不装");
    }

    @Test
    void aSessionIsMovedAndCalledOffWithAReasonThatEverybodyReads() {
        String path = called("c5");
        moderator.get(path + "/schedule");
        assertEquals(
                422, moderator.post(path + "/off", Map.of("off-reason", "")).statusCode());
        assertEquals(
                303,
                moderator
                        .post(path + "/schedule", Map.of("starts", "2027-03-17T15:00", "venue", "亭", "moved-why", "下雨"))
                        .statusCode());
        TestBrowser resident = servers.as("household");
        say(resident.get(path), "15:00", "亭", "<del>", "19:30", "下雨");
        say(resident.get(at + "/sessions"), "<del>", "下雨");
        assertEquals(
                303,
                moderator.post(path + "/off", Map.of("off-reason", "主持人病了")).statusCode());
        say(resident.get(path), "这场议事会取消了", "主持人病了");
        say(resident.get(at + "/sessions"), "已取消");
        assertEquals(
                409,
                moderator
                        .post(path + "/schedule", Map.of("starts", "2027-03-18T15:00", "venue", "亭"))
                        .statusCode());
    }
}
