package pavilion.session.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pavilion.db.Tx;
import pavilion.support.TestBrowser;
import pavilion.support.TestServers;

/** What the pages of a session and its door say of a letter, from giving it to the wrong tap. */
class LetterPagesTest {
    private static final Pattern CODE = Pattern.compile("<p class=\"big code\">([A-Z0-9 ]+)</p>");

    private static String found(Pattern what, String page) {
        Matcher found = what.matcher(page);
        assertTrue(found.find(), page);
        return found.group(1);
    }

    private static void did(HttpResponse<String> answer) {
        assertEquals(303, answer.statusCode(), answer.body());
    }

    @Test
    void theHolderReadsWhomTheyBringAndTheDoorAsksBeforeItEndsALetter() {
        try (TestServers servers = TestServers.open()) {
            Tx tx = servers.database().database().plain();
            tx.run(
                    "update matter set place = (select id from place where community = 1 and code = 'HP-017')"
                            + " where community = 1 and place in (select id from place where community = 1 and kind = 'courtyard')");
            long session = tx.first(
                            row -> row.getLong(0), "select id from session where community = 1 order by id limit 1")
                    .orElseThrow();
            tx.run(
                    "update session set starts_at = starts_at - interval '9 days' where community = 1 and id = $1",
                    session);
            String community = "/c/" + servers.guest("household").community();
            String at = community + "/sessions/" + session;
            TestBrowser moderator = servers.as("moderator").speaking("en");
            moderator.get(at + "/console");
            did(moderator.post(at + "/open", Map.of()));

            TestBrowser holder = servers.as("household").speaking("en");
            holder.get(at);
            did(holder.post(at + "/afar", Map.of()));
            holder.get(community + "/proxies");
            String code = found(
                    CODE, holder.post(community + "/proxies/code", Map.of()).body());
            TestBrowser principal = servers.as("neighbour").speaking("en");
            String form =
                    principal.get(community + "/proxies/new?session=" + session).body();
            assertFalse(form.contains("name=\"to\""), form);
            long voter = Long.parseLong(found(Pattern.compile("name=\"voter\" value=\"([0-9]+)\""), form));
            did(principal.post(
                    community + "/proxies/new",
                    Map.of(
                            "session",
                            String.valueOf(session),
                            "voter",
                            String.valueOf(voter),
                            "powers",
                            "free",
                            "key",
                            "k",
                            "code",
                            code,
                            "sign",
                            "1")));
            assertTrue(
                    principal.get(at).body().contains("comes for you by your letter"),
                    principal.get(at).body());
            assertFalse(principal.get(at).body().contains("Let somebody come for you"));
            assertTrue(
                    holder.get(at).body().contains("do not count from afar"),
                    holder.get(at).body());

            long own = tx.first(
                            row -> row.getLong(0),
                            "select household from person where community = 1 and id = $1",
                            servers.guest("household").person())
                    .orElseThrow();
            moderator.get(at + "/door");
            did(moderator.post(at + "/door", Map.of("voter", String.valueOf(own), "way", "in")));
            assertTrue(
                    holder.get(at).body().contains("Together with those you represent"),
                    holder.get(at).body());

            Map<String, String> tap = Map.of("voter", String.valueOf(voter), "way", "in");
            HttpResponse<String> asked = moderator.post(at + "/door", tap);
            assertEquals(200, asked.statusCode());
            assertTrue(asked.body().contains("Have they come in person?"), asked.body());
            assertEquals("", why(tx, voter));
            did(moderator.post(at + "/door", Map.of("voter", String.valueOf(voter), "way", "in", "self", "1")));
            assertEquals("came", why(tx, voter));
            did(moderator.post(at + "/door", Map.of("voter", String.valueOf(voter), "way", "out")));
            assertEquals("", why(tx, voter));
        }
    }

    private static String why(Tx tx, long voter) {
        return tx.first(
                        row -> row.getString(0),
                        "select coalesce(ended_why, '') from proxy_letter where voter = $1",
                        voter)
                .orElseThrow();
    }
}
