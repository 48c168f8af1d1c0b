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

/** What somebody without a phone says in the hall is read back, counted, listed, corrected and told with the result. */
final class AssistedBallotPagesTest {
    private static DemoSession held;

    @BeforeAll
    static void open() {
        held = DemoSession.open();
    }

    @AfterAll
    static void close() {
        held.close();
    }

    private static long number(String poll, String what) {
        return held.number("select " + what + " where community = 1 and poll = " + poll.replaceAll(".*/", ""));
    }

    @Test
    void chosenReadBackConfirmedAndCorrectedUntilTheCloseAndTheResultSaysHowManyCameWhichWay() {
        String poll = held.put(Map.of());
        TestBrowser recorder = held.servers.as("recorder");
        String voter = String.valueOf(held.voters(poll).get(1)[0]);
        recorder.get(poll + "/assisted");
        HttpResponse<String> read =
                recorder.post(poll + "/assisted", Map.of("voter", voter, "choice", "yes", "key", "a"));
        assertEquals(200, read.statusCode(), read.body());
        assertTrue(read.body().contains("name=\"sure\" value=\"yes\""), read.body());
        assertEquals(0, number(poll, "count(*) from ballot"));
        assertEquals(
                303,
                recorder.post(poll + "/assisted", Map.of("voter", voter, "sure", "yes", "key", "a"))
                        .statusCode());
        String list = recorder.get(poll + "/assisted").body();
        assertTrue(list.contains("已代录的户") && list.contains("name=\"again\" value=\"1\""), list);
        assertEquals(
                303,
                recorder.post(poll + "/assisted", Map.of("voter", voter, "sure", "no", "key", "b", "again", "1"))
                        .statusCode());
        assertEquals(1, number(poll, "count(*) from ballot"));
        assertEquals("no", held.text("select choice from ballot where community = 1 and voter = " + voter));
        held.cast(poll, 2, Map.of("choice", "yes"));
        String second = String.valueOf(held.voters(poll).get(2)[0]);
        HttpResponse<String> taken =
                recorder.post(poll + "/assisted", Map.of("voter", second, "sure", "no", "key", "c", "again", "1"));
        assertEquals(409, taken.statusCode(), "a ballot from a phone is the voter's own");
        held.sent(303, poll + "/close", Map.of("minority", ""));
        recorder.get(poll + "/assisted");
        assertEquals(
                409,
                recorder.post(poll + "/assisted", Map.of("voter", voter, "sure", "yes", "key", "d", "again", "1"))
                        .statusCode());
        assertEquals(
                2,
                held.number("select count(*) from audit where chain = 'poll/" + poll.replaceAll(".*/", "")
                        + "' and by_post = 'recorder' and payload like '%assisted%'"));
        held.sent(303, poll + "/show", Map.of());
        String number = held.posted(poll);
        for (String page : new String[] {
            held.page("household", held.address()), held.wall(), held.page("household", held.at + "/register/" + number)
        }) {
            assertTrue(page.contains("手机投的 1，会场代录的 1，纸票 0。"), page);
        }
    }

    @Test
    void inAPollOverDaysNobodyEntersForOthers() {
        LongPoll poll = LongPoll.open(held.servers);
        TestBrowser committee = held.servers.as("committee");
        String page = committee.get(poll.address() + "/assisted").body();
        assertTrue(page.contains("只用于开着的议事会"), page);
        assertFalse(page.contains("name=\"voter\""), page);
        String voter = String.valueOf(held.voters(poll.address()).getFirst()[0]);
        committee.get(poll.page());
        for (String field : new String[] {"choice", "sure"}) {
            HttpResponse<String> no =
                    committee.post(poll.address() + "/assisted", Map.of("voter", voter, field, "yes", "key", "x"));
            assertEquals(409, no.statusCode(), no.body());
        }
        assertEquals(0, number(poll.address(), "count(*) from ballot"));
    }
}
