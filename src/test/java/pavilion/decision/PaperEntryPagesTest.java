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

/** The pages on which two people type in the papers of a poll over days, up to the result that says how many came that way. */
final class PaperEntryPagesTest {
    private static TestServers servers;
    private static LongPoll poll;

    @BeforeAll
    static void open() {
        servers = TestServers.open();
        poll = LongPoll.open(servers);
    }

    @AfterAll
    static void close() {
        servers.close();
    }

    private static String page(String who, String path) {
        HttpResponse<String> answer = servers.as(who).get(path);
        assertEquals(200, answer.statusCode(), path);
        return answer.body();
    }

    private static HttpResponse<String> type(String who, String voter, String choice) {
        TestBrowser browser = servers.as(who);
        String form = poll.address() + "/entries?voter=" + voter;
        assertTrue(browser.get(form).body().contains("id=\"entry\""));
        return browser.post(
                poll.address() + "/entries", Map.of("voter", voter, "choice", choice, "key", who + voter + choice));
    }

    /** What is due by then is done before it answers. */
    private static void later(int days) {
        TestBrowser clerk = servers.as("moderator");
        clerk.get("/clock");
        assertEquals(
                303, clerk.post("/clock", Map.of("days", String.valueOf(days))).statusCode());
    }

    private static String voter(int offset) {
        return servers.database()
                .database()
                .plain()
                .first(
                        row -> String.valueOf(row.getLong(0)),
                        "select voter from entitlement where community = 1 and poll = $1 order by label desc offset $2 limit 1",
                        poll.id(),
                        offset)
                .orElseThrow();
    }

    @Test
    void typedByTwoPeopleBlindDifferingLookedAtCorrectedAndToldWithTheResult() {
        String voter = voter(0);
        String other = voter(1);
        assertTrue(page("moderator", poll.page()).contains(poll.address() + "/entries"));
        assertFalse(page("household", poll.page()).contains(poll.address() + "/entries"));
        assertEquals(
                403, servers.as("household").get(poll.address() + "/entries").statusCode());
        assertTrue(page("committee", poll.address() + "/assisted").contains(poll.address() + "/entries"));
        assertTrue(page("committee", poll.address() + "/papers").contains("签名："));
        assertEquals(303, type("committee", voter, "yes").statusCode());
        String list = page("committee", poll.address() + "/entries");
        assertTrue(list.contains("等另一个人录第二遍") && list.contains("entries/withdraw"), list);
        assertFalse(page("committee", poll.at() + "/today").contains("等您录第二遍纸票"));
        assertTrue(page("moderator", poll.at() + "/today").contains("等您录第二遍纸票"));
        String second = page("moderator", poll.address() + "/entries");
        assertTrue(second.contains("请您照纸票再录一遍"), second);
        assertFalse(second.contains("entries/withdraw"), second);
        assertEquals(303, type("moderator", voter, "no").statusCode());
        assertTrue(page("committee", poll.address() + "/entries").contains("两个人录的不一样"));
        assertEquals(303, type("committee", other, "yes").statusCode());
        assertEquals(303, type("moderator", other, "yes").statusCode());
        String entered = page("moderator", poll.address() + "/entries");
        assertTrue(entered.contains("已计入的纸票") && entered.contains("更正"), entered);
        TestBrowser again = servers.as("moderator");
        again.get(poll.address() + "/entries?voter=" + voter);
        HttpResponse<String> nothing = again.post(poll.address() + "/entries", Map.of("voter", voter, "key", "none"));
        assertTrue(nothing.statusCode() >= 400 && nothing.body().contains("请选同意、反对或弃权"), nothing.body());
        later(11);
        String waits = page("household", poll.page());
        assertTrue(waits.contains("纸票还没有录完") && waits.contains("表决已经结束"), waits);
        assertFalse(waits.contains("data-ballot"), waits);
        String late = page("moderator", poll.address() + "/entries");
        assertTrue(late.contains("新交来的纸票不再收") && !late.contains("<h2>新交来的纸票"), late);
        assertEquals(303, type("committee", voter, "no").statusCode());
        later(1);
        TestBrowser moderator = servers.as("moderator");
        moderator.get(poll.page());
        assertEquals(303, moderator.post(poll.page() + "/resolution", Map.of()).statusCode());
        String number = servers.database()
                .database()
                .plain()
                .first(
                        row -> row.getString(0),
                        "select number from resolution where community = 1 and poll = $1",
                        poll.id())
                .orElseThrow();
        String result = page("household", poll.at() + "/register/" + number);
        assertTrue(result.contains("手机投的 0，会场代录的 0，纸票 2。"), result);
        String over = page("moderator", poll.address() + "/entries");
        assertTrue(over.contains("表决已经结束") && !over.contains("entries?voter="), over);
    }
}
