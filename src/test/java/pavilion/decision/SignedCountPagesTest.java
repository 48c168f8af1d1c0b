package pavilion.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pavilion.support.TestServers;

/** The pages of an owners' vote that is over and whose count nobody has signed yet. */
final class SignedCountPagesTest {
    private static TestServers servers;
    private static LongPoll poll;

    @BeforeAll
    static void closeThePoll() {
        servers = TestServers.open();
        poll = LongPoll.open(servers, "T3", "cc278.ordinary", "2026-03-12T19:30");
        HttpResponse<String> early = post("moderator", poll.page(), "/close", Map.of("minority", ""));
        assertEquals(409, early.statusCode());
        assertTrue(early.body().contains("这项表决到 2026-03-12 19:30 截止"), early.body());
        var clerk = servers.as("moderator");
        clerk.get("/clock");
        assertEquals(303, clerk.post("/clock", Map.of("days", "11")).statusCode());
    }

    @AfterAll
    static void close() {
        servers.close();
    }

    private static HttpResponse<String> post(String who, String from, String act, Map<String, String> fields) {
        var browser = servers.as(who);
        browser.get(from);
        return browser.post(poll.address() + act, fields);
    }

    private static String page(String who, String address) {
        return servers.as(who).get(address).body();
    }

    @Test
    void theyAreAskedToSignAndTheResultWaits() {
        String resident = page("household", poll.page());
        assertTrue(resident.contains("监票人签字以后，结果才公布"), resident);
        assertFalse(resident.contains("未通过") || resident.contains(poll.address() + "/scrutiny"), resident);
        for (String who : new String[] {"scrutineer", "supervision"}) {
            String today = page(who, poll.at() + "/today");
            assertTrue(today.contains("等您核对计票并签字"), today);
        }
        assertFalse(page("committee", poll.at() + "/today").contains("等您核对计票并签字"));
        String scrutiny = poll.address() + "/scrutiny";
        assertTrue(page("scrutineer", poll.page()).contains(scrutiny));
        assertFalse(page("committee", scrutiny).contains("id=\"sign\""));
        assertEquals(
                403,
                post("committee", scrutiny, "/sign", Map.of("says", "right")).statusCode());

        HttpResponse<String> silent = post("scrutineer", scrutiny, "/sign", Map.of("says", "wrong", "reason", ""));
        assertEquals(422, silent.statusCode(), silent.body());
        assertTrue(silent.body().contains("id=\"refusal\""), silent.body());
        HttpResponse<String> early = post("moderator", "/clock", "/void", Map.of("reason", "重来"));
        assertTrue(early.body().contains("没有人认为有误"), early.body());

        assertEquals(
                303,
                post("scrutineer", scrutiny, "/sign", Map.of("says", "wrong", "reason", "少了一票"))
                        .statusCode());
        assertTrue(page("household", poll.page()).contains("认为有误：少了一票"));
        assertTrue(page("moderator", poll.page()).contains("id=\"void-poll\""));
        assertEquals(
                303,
                post("scrutineer", scrutiny, "/sign", Map.of("says", "right", "reason", ""))
                        .statusCode());
        assertFalse(page("scrutineer", poll.at() + "/today").contains("等您核对计票并签字"));
        assertEquals(
                303,
                post("supervision", scrutiny, "/sign", Map.of("says", "right", "reason", ""))
                        .statusCode());
        String signed = page("supervision", scrutiny);
        assertTrue(signed.contains("计票已经签字确认") && signed.contains("居务监督委员会"), signed);
        assertFalse(signed.contains("id=\"sign\""), signed);
        assertFalse(page("household", poll.page()).contains("监票人签字以后，结果才公布"));
        assertFalse(page("household", poll.page()).contains("R-20"), "nothing is posted by signing");
        assertTrue(page("committee", poll.page()).contains(poll.page() + "/resolution"));
    }
}
