package pavilion.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pavilion.support.TestBrowser;
import pavilion.support.TestServers;

/** No link and no button is shown that refuses whom it is shown to. */
class DeadLinksTest {
    private static final List<String> PAGES =
            List.of("register", "me", "today", "matters", "sessions", "proxies", "desk", "desk/people", "rules");

    private static TestServers servers;
    private static String at;

    @BeforeAll
    static void open() {
        servers = TestServers.open();
        at = "/c/" + servers.guest("household").community() + "/";
    }

    @AfterAll
    static void close() {
        servers.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"household", "stranger", "new", "moderator", "committee", "admin", "recorder", "scrutineer"})
    void everyLinkOfTheFirstPagesLeadsSomewhere(String part) {
        TestBrowser browser = servers.as(part);
        List<String> dead = new ArrayList<>();
        for (String page : PAGES) {
            var answer = browser.get(at + page);
            if (answer.statusCode() != 200) {
                continue;
            }
            for (Element link : Jsoup.parse(answer.body()).select("a[href^=/]")) {
                String href = link.attr("href");
                int status = browser.get(href.split("#")[0]).statusCode();
                if (status >= 400) {
                    dead.add(page + ": " + href + " " + status);
                }
            }
        }
        assertEquals(List.of(), dead.stream().distinct().toList());
    }

    @Test
    void anAdministratorIsNotOfferedToEndARoleThatTheCommitteeGives() {
        String person = at + "desk/people/" + servers.guest("household").person();
        assertFalse(servers.as("admin").get(person).body().contains("name=\"role\" value=\"resident\""));
        assertTrue(servers.as("committee").get(person).body().contains("name=\"role\" value=\"household_rep\""));
    }
}
