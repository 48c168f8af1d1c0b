package pavilion.session.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pavilion.db.Tx;
import pavilion.demo.DemoCommunity;
import pavilion.demo.DemoDatabase;
import pavilion.identity.Tokens;
import pavilion.support.TestBrowser;
import pavilion.support.TestServers;
import pavilion.text.Messages;

/** Checking in through the pages: by the code on the wall, and by the messages of another system. */
class CheckInPagesTest {
    private static final Messages MESSAGES = new Messages();
    static TestServers servers;
    static Tx tx;
    static long session;
    static String at;

    @BeforeAll
    static void open() {
        servers = TestServers.open();
        tx = servers.database().database().plain();
        tx.run(
                "update matter set place = (select id from place where community = 1 and code = 'HP-017')"
                        + " where community = 1 and place in (select id from place where community = 1 and kind = 'courtyard')");
        session = tx.first(row -> row.getLong(0), "select id from session where community = 1 order by id limit 1")
                .orElseThrow();
        at = "/c/" + servers.guest("household").community() + "/sessions/" + session;
        tx.run("update session set starts_at = starts_at - interval '9 days' where community = 1 and id = $1", session);
        TestBrowser moderator = servers.as("moderator");
        moderator.get(at + "/console");
        HttpResponse<String> opened = moderator.post(at + "/open", Map.of());
        assertEquals(303, opened.statusCode(), opened.body());
    }

    @AfterAll
    static void close() {
        servers.close();
    }

    private static String wall() {
        TestBrowser moderator = servers.as("moderator");
        String page = moderator
                .get("/screen" + at.substring(2).replace("/sessions", ""))
                .body();
        Matcher in = Pattern.compile("/sessions/[0-9]+/in\\?k(?:=|&#x3D;|&#61;)([0-9a-f]+)")
                .matcher(page);
        assertTrue(in.find(), page);
        return at + "/in?k=" + in.group(1);
    }

    private static String scan(TestBrowser phone) {
        HttpResponse<String> scanned = phone.get(wall());
        assertEquals(303, scanned.statusCode());
        return scanned.headers().firstValue("location").orElseThrow();
    }

    private static String pass(String address) {
        return address.replaceFirst(".*pass=", "");
    }

    private static boolean here(String part) {
        return tx.first(
                        row -> row.getBoolean(0),
                        """
                        select exists (select from presence p join person n on n.community = p.community and n.household = p.voter
                                       where p.session = $1 and p.left_at is null and n.id = $2)
                        """,
                        session,
                        servers.guest(part).person())
                .orElseThrow();
    }

    @Test
    void theAddressOfSomebodyElsesCheckInPageChecksNobodyIn() {
        TestBrowser neighbour = servers.as("neighbour");
        String address = scan(neighbour);
        assertEquals(200, neighbour.get(address).statusCode());

        TestBrowser home = servers.as("household");
        HttpResponse<String> shared = home.get(address);
        assertEquals(403, shared.statusCode());
        assertTrue(shared.body().contains(MESSAGES.say("zh", "session.refused.door-key")), shared.body());
        home.get(at);
        HttpResponse<String> posted = home.post(at + "/check-in", Map.of("pass", pass(address)));
        assertEquals(409, posted.statusCode(), posted.body());
        assertEquals(false, here("household"));

        neighbour.get(address);
        assertEquals(
                303,
                neighbour.post(at + "/check-in", Map.of("pass", pass(address))).statusCode());
        assertTrue(here("neighbour"));
    }

    @Test
    void whoeverSignsInAfterTheScanIsCheckedInOnTheSameBrowserOnly() {
        TestBrowser phone = servers.stranger();
        String address = scan(phone);
        assertEquals(401, phone.get(address).statusCode());
        assertEquals(403, servers.as("household").get(address).statusCode());
        phone.get("/sign-in");
        Map<String, String> who = Map.of(
                "name", servers.guest("household").name(), "password", DemoCommunity.password(), "back", address);
        HttpResponse<String> in = phone.post("/sign-in", who);
        assertEquals(address, in.headers().firstValue("location").orElse(""), in.body());
        assertEquals(200, phone.get(address).statusCode());
        assertEquals(
                303, phone.post(at + "/check-in", Map.of("pass", pass(address))).statusCode());
        assertTrue(here("household"));
        phone.get(at);
        assertEquals(303, phone.post(at + "/leave", Map.of()).statusCode());
    }

    private static HttpResponse<String> message(String key, String code, String way, Instant when) {
        String body = new JsonObject()
                .put("code", code)
                .put("way", way)
                .put("at", when.toString())
                .encode();
        return servers.stranger()
                .post(
                        at + "/presence",
                        "application/json",
                        body.getBytes(StandardCharsets.UTF_8),
                        "X-Signature",
                        Tokens.signature(key, body));
    }

    @Test
    void aMessageThatWasRecordedHasNoEffectAgain() {
        String desk = servers.as("moderator").get(at + "/door").body();
        Matcher found = Pattern.compile("<p class=\"code\">([0-9a-f]{32})</p>").matcher(desk);
        assertTrue(found.find(), desk);
        String key = found.group(1);
        String code = tx.first(row -> row.getString(0), """
                        select h.code from place h where h.community = 1 and h.code like 'HP-017-%' and h.kind = 'household'
                          and h.id not in (select household from person where id = any($1::bigint[]))
                        order by h.code limit 1
                        """, (Object) new Long[] {
                    servers.guest("household").person(),
                    servers.guest("neighbour").person()
                })
                .orElseThrow();
        Instant now = DemoDatabase.CLOCK.instant();
        assertEquals(200, message(key, code, "in", now).statusCode());
        assertEquals(200, message(key, code, "in", now).statusCode(), "said twice it counts once");
        assertEquals(200, message(key, code, "out", now.plusSeconds(20)).statusCode());
        HttpResponse<String> replayed = message(key, code, "in", now);
        assertEquals(409, replayed.statusCode());
        assertTrue(replayed.body().contains(MESSAGES.say("zh", "session.refused.hook-overtaken")), replayed.body());
        assertEquals(409, message(key, code, "in", now.plusSeconds(10)).statusCode(), "older than the last");
        assertEquals(1L, tx.first(row -> row.getLong(0), """
                                select count(*) from presence_event e join place h on h.community = e.community and h.id = e.voter
                                where e.session = $1 and h.code = $2 and e.way = 'in'
                                """, session, code).orElseThrow());
    }
}
