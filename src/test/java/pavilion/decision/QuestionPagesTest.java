package pavilion.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pavilion.db.Tx;
import pavilion.support.TestBrowser;
import pavilion.support.TestServers;

/** The forms of a question, filled in with more than they take. */
final class QuestionPagesTest {
    private static TestServers servers;
    private static Tx tx;
    private static TestBrowser moderator;
    private static String at;
    private static long session;

    @BeforeAll
    static void open() {
        servers = TestServers.open();
        tx = servers.database().database().plain();
        moderator = servers.as("moderator");
        at = "/c/" + servers.guest("moderator").community();
        session = number("select id from session where community = 1 and state = 'called' order by id limit 1");
        tx.run("update session set starts_at = starts_at - interval '9 days' where community = 1 and id = $1", session);
        moderator.get(console());
        sent(303, at + "/sessions/" + session + "/open", Map.of());
        tx.run("""
                insert into presence (community, session, voter, person, how, arrived_at)
                select 1, $1, r.place, r.person, 'door', '2026-03-02'
                from role r join place h on h.community = 1 and h.id = r.place and h.code like 'HP-017-%'
                where r.community = 1 and r.role = 'household_rep'
                """, session);
    }

    @AfterAll
    static void close() {
        servers.close();
    }

    private static long number(String sql) {
        return tx.first(row -> row.getLong(0), sql).orElseThrow();
    }

    private static String console() {
        return at + "/sessions/" + session + "/console";
    }

    private static HttpResponse<String> sent(int status, String path, Map<String, String> fields) {
        HttpResponse<String> answer = moderator.post(path, fields);
        assertEquals(status, answer.statusCode(), answer.body());
        return answer;
    }

    @ParameterizedTest
    @CsvSource({"close, minority, 2000", "void, reason, 300"})
    void whatIsTooLongChangesNoPollAndTheConsoleSaysSo(String act, String field, int most) {
        sent(303, at + "/sessions/" + session + "/poll", Map.of());
        String poll = "select id from poll where community = 1 and state = 'open' and session = " + session;
        String path = at + "/polls/" + number(poll) + "/" + act;
        HttpResponse<String> answer = sent(409, path, Map.of(field, "长".repeat(most + 1)));
        assertTrue(answer.body().contains("id=\"close-poll\""), answer.body());
        assertTrue(answer.body().contains(String.valueOf(most + 1)), answer.body());
        assertTrue(path.contains("/" + number(poll) + "/"), "still open");
        assertTrue(answer.body().contains("长".repeat(most + 1)), answer.body());
        sent(303, path.replace("close", "void"), Map.of("reason", "长".repeat(300)));
    }

    @Test
    void aPollOverDaysKeepsWhatWasTypedAndNothingThatItsFormDoesNotAskFor() {
        long matter = number("select matter from agenda_item where community = 1 and session = " + session
                + " and matter is not null order by ordinal limit 1");
        HttpResponse<String> answer = sent(
                422,
                at + "/matters/" + matter + "/poll",
                Map.of("question", "问".repeat(501), "closes", "2026-03-20T19:30", "venue", "elsewhere"));
        assertTrue(answer.body().contains("id=\"question-error\""), answer.body());
        assertTrue(answer.body().contains("问".repeat(501)) && answer.body().contains("value=\"2026-03-20T19:30\""));
        assertFalse(answer.body().contains("elsewhere"), answer.body());
    }

    @Test
    void whatIsAttachedToASessionThatHasBegunIsRefusedInASentence() {
        HttpResponse<String> answer = sent(422, at + "/sessions/" + session + "/attachments", Map.of("name", "图纸"));
        assertTrue(answer.body().contains("请选择一个文件。选中的文件不能是空的。"), answer.body());
    }
}
