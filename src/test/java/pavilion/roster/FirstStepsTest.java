package pavilion.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pavilion.support.TestBrowser;
import pavilion.support.TestServers;

/** What a new community is told to do: the other community of the demo has a roll and no matter. */
class FirstStepsTest {
    static TestServers servers;
    static String at;

    @BeforeAll
    static void open() {
        servers = TestServers.open();
        at = "/c/" + servers.guest("stranger").community();
        servers.database()
                .database()
                .plain()
                .run(
                        """
                insert into role (community, home, person, role, place, from_day)
                select p.community, p.community, $2, 'committee', p.id, '2020-01-01' from place p
                where p.community = $1 and p.kind = 'community'
                """,
                        servers.guest("stranger").communityId(),
                        servers.guest("stranger").person());
    }

    @AfterAll
    static void close() {
        servers.close();
    }

    @Test
    void theStaffOfANewCommunitySeeWhatToDoNextInOrder() {
        TestBrowser clerk = servers.as("stranger").speaking("en");
        String today = clerk.get(at + "/today").body();
        assertFalse(today.contains("Nothing is asked of you"), today);
        int last = -1;
        for (String step : new String[] {
            "Import the roll",
            "Name the courtyards",
            "Find a moderator",
            "Print the invitations",
            "Check people",
            "first matter"
        }) {
            int here = today.indexOf(step);
            assertTrue(here > last, step + today);
            last = here;
        }
        assertEquals(1, today.split("aria-current=\"step\"", -1).length - 1, "one thing is next");
        assertFalse(
                servers.as("committee")
                        .speaking("en")
                        .get("/c/" + servers.guest("committee").community() + "/today")
                        .body()
                        .contains("id=\"first-steps\""),
                "a community that has matters has begun");
    }

    @Test
    void aCourtyardIsNamedAndTheNextStepIsShown() {
        TestBrowser clerk = servers.as("stranger").speaking("en");
        clerk.upload(
                at + "/desk/import",
                Map.of("act", "try"),
                "r.csv",
                RollsTest.GOOD.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        String page = clerk.get(at + "/desk/courtyards").body();
        Matcher field = Pattern.compile("name=\"(name-\\d+)\" type=\"text\" value=\"([^\"]*)\"")
                .matcher(page);
        Map<String, String> names = new java.util.LinkedHashMap<>();
        while (field.find()) {
            names.put(field.group(1), field.group(2));
        }
        assertFalse(names.isEmpty(), page);
        String first = names.keySet().iterator().next();
        names.put(first, "");
        HttpResponse<String> empty = clerk.post(at + "/desk/courtyards", names);
        assertEquals(422, empty.statusCode());
        names.put(first, "Ash　Court");
        HttpResponse<String> stored = clerk.post(at + "/desk/courtyards", names);
        assertTrue(
                stored.body().contains("The names are kept") && stored.body().contains("id=\"first-steps\""),
                stored.body());
        assertTrue(clerk.get(at + "/desk/courtyards").body().contains("value=\"Ash Court\""));
    }
}
