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

/** The committee's page of a matter whose poll over days is open. */
final class HeldMatterPagesTest {
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

    @Test
    void theCommitteeIsToldWhyAndHasTheWay() {
        TestBrowser committee = servers.as("committee");
        String page = committee.get(poll.page()).body();
        assertTrue(page.contains("id=\"held\"") && page.contains("id=\"void-poll\""), page);
        assertFalse(page.contains("id=\"move\""), page);
        for (String move : new String[] {"suspend", "end"}) {
            HttpResponse<String> no =
                    committee.post(poll.page() + "/move", Map.of("move", move, "ending", "withdrawn", "reason", "不办了"));
            assertEquals(409, no.statusCode(), no.body());
            assertTrue(no.body().contains("作废"), no.body());
        }
        committee.get(poll.page());
        assertEquals(
                303,
                committee
                        .post(poll.address() + "/void", Map.of("reason", "问错了"))
                        .statusCode());
        committee.get(poll.page());
        assertEquals(
                303,
                committee
                        .post(poll.page() + "/move", Map.of("move", "suspend", "reason", "再等等"))
                        .statusCode());
    }
}
