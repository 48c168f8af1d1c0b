package pavilion.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pavilion.support.TestBrowser;
import pavilion.support.TestServers;

/** The end of an owners' poll is put off once, with a reason that everybody reads; that of other polls is not. */
final class ExtendedPollTest {
    private static TestServers servers;

    @BeforeAll
    static void open() {
        servers = TestServers.open();
    }

    @AfterAll
    static void close() {
        servers.close();
    }

    private static HttpResponse<String> extend(LongPoll poll, String until, String why) {
        TestBrowser moderator = servers.as("moderator");
        moderator.get(poll.page());
        return moderator.post(poll.address() + "/extend", Map.of("extend-until", until, "extend-why", why));
    }

    private static void refused(HttpResponse<String> answer, String sentence) {
        assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, answer.body());
        assertTrue(answer.body().contains(sentence), answer.body());
    }

    private static String page(String who, String path) {
        return servers.as(who).get(path).body();
    }

    private static long acts(LongPoll poll, String chain) {
        return servers.database()
                .database()
                .plain()
                .first(
                        row -> row.getLong(0),
                        "select count(*) from audit where community = 1 and chain = $1 and act = 'poll.extended'",
                        chain)
                .orElseThrow();
    }

    @Test
    void onceBeforeItsEndWithAReasonWithinTheMostDaysWhereTheTemplateNamesIt() {
        LongPoll none = LongPoll.open(servers);
        assertFalse(page("moderator", none.page()).contains("id=\"extend\""));
        refused(extend(none, "2026-03-09T19:30", "再等等"), "不能延期");

        LongPoll poll = LongPoll.open(servers, "T3", "cc278.ordinary", "2026-03-12T19:30");
        assertTrue(page("moderator", poll.page()).contains("id=\"extend\""));
        assertFalse(page("household", poll.page()).contains("id=\"extend\""));
        refused(extend(poll, "2026-03-20T19:30", ""), "请写明理由");
        refused(extend(poll, "2026-03-12T19:30", "人数不够"), "新的截止时间要在原来的之后");
        refused(extend(poll, "2026-05-03T19:30", "人数不够"), "投票期不得多于 60 日");
        long owner = servers.database()
                .database()
                .plain()
                .first(
                        row -> row.getLong(0),
                        "select person from entitlement where community = 1 and poll = $1 and person is not null limit 1",
                        poll.id())
                .orElseThrow();
        String ballot = servers.as(1, owner).get(poll.page()).body();
        assertTrue(ballot.matches("(?s).*代表：[^<]*，[0-9]+\\.[0-9]{2} 平方米.*"), ballot);
        assertEquals(303, extend(poll, "2026-03-20T19:30", "参加的人还不到三分之二").statusCode());
        String told = page("household", poll.page());
        assertTrue(told.contains("已延期") && told.contains("参加的人还不到三分之二") && told.contains("“投票期”延期"), told);
        assertTrue(told.matches("(?s).*<del>[^<]*3月12日.*3月20日.*"), told);
        assertEquals(1, acts(poll, "poll/" + poll.id()));
        assertEquals(1, acts(poll, "matter/" + poll.matter()));
        refused(extend(poll, "2026-03-25T19:30", "再等等"), "只能延长一次");
        assertFalse(page("moderator", poll.page()).contains("id=\"extend\""));
        TestBrowser clerk = servers.as("moderator");
        clerk.get("/clock");
        clerk.post("/clock", Map.of("days", "11"));
        assertEquals(
                "open",
                servers.database()
                        .database()
                        .plain()
                        .first(row -> row.getString(0), "select state from poll where id = $1", poll.id())
                        .orElseThrow());
    }
}
