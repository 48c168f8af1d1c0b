package pavilion.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pavilion.db.TestDatabase;
import pavilion.demo.DemoCommunity;
import pavilion.demo.DemoDatabase;
import pavilion.server.Application;
import pavilion.server.Config;
import pavilion.support.TestBrowser;
import pavilion.text.Messages;

/** Wrong passwords slow down those who try them, and shut out nobody else. */
class SignInGuardTest {
    private static final Messages MESSAGES = new Messages();
    private static final String RIGHT = DemoCommunity.password();
    static TestDatabase it;
    static Application server;

    @BeforeAll
    static void open() {
        it = DemoDatabase.fresh();
        Path data = Path.of("target", "test-server").toAbsolutePath();
        server = Application.open(
                new Config(0, "127.0.0.1", 0, data, Optional.of(it.endpoint()), null, true, true, 16),
                DemoDatabase.CLOCK);
    }

    @AfterAll
    static void close() {
        server.close();
        it.close();
    }

    /** A browser behind an address, as the proxy in front tells it. */
    private record Behind(TestBrowser browser, String address) {
        static Behind fresh(String address) {
            return new Behind(new TestBrowser("http://127.0.0.1:" + server.port()), address);
        }

        Behind at(String other) {
            return new Behind(browser, other);
        }

        HttpResponse<String> tries(String name, String password) {
            browser.get("/sign-in", "X-Forwarded-For", address);
            return post("/sign-in", Map.of("name", name, "password", password));
        }

        HttpResponse<String> post(String path, Map<String, String> fields) {
            Map<String, String> all = new LinkedHashMap<>(fields);
            all.put("csrf", browser.csrf());
            byte[] body = TestBrowser.encode(all).getBytes(StandardCharsets.UTF_8);
            return browser.post(path, "application/x-www-form-urlencoded", body, "X-Forwarded-For", address);
        }

        void signOut() {
            browser.get("/me", "X-Forwarded-For", address);
            browser.cookies().remove("pavilion");
        }
    }

    private static String name(String part) {
        return DemoDatabase.guest(it, part).name();
    }

    private static void in(HttpResponse<String> answer) {
        assertEquals(303, answer.statusCode(), answer.body());
    }

    private static boolean waits(HttpResponse<String> answer) {
        return answer.statusCode() == 422
                && (answer.body().contains(MESSAGES.say("zh", "roster.sign-in.wait", 1))
                        || answer.body().contains(MESSAGES.say("zh", "roster.sign-in.wait", 2)));
    }

    private static boolean wrong(HttpResponse<String> answer) {
        return answer.statusCode() == 422
                && (answer.body().contains(MESSAGES.say("zh", "roster.sign-in.wrong", 5))
                        || answer.body().contains(MESSAGES.say("zh", "roster.sign-in.wrong", 20)));
    }

    @Test
    void whoTriesWrongPasswordsShutsOutNobodyElsewhere() {
        String name = name("household");
        Behind stranger = Behind.fresh("198.51.100.1");
        for (int i = 0; i < 5; i++) {
            assertTrue(wrong(stranger.tries(name, "wrong-wrong-" + i)));
        }
        for (int i = 0; i < 20; i++) {
            assertTrue(waits(stranger.tries(name, "wrong-wrong-" + i)));
        }
        assertTrue(waits(stranger.tries(name, RIGHT)), "whoever guesses right while waiting does not learn it");
        in(Behind.fresh("198.51.100.2").tries(name, RIGHT));
    }

    @Test
    void namesThatNoAccountHasAreAnsweredTheSame() {
        String unknown = "no such neighbour";
        Behind stranger = Behind.fresh("198.51.100.3");
        for (int i = 0; i < 5; i++) {
            assertTrue(wrong(stranger.tries(unknown, "wrong-wrong-" + i)));
        }
        assertTrue(waits(stranger.tries(unknown, "wrong-wrong")));
        for (int i = 0; i < 35; i++) {
            Behind.fresh("198.51.101." + i).tries(unknown, "wrong-wrong");
        }
        assertTrue(waits(Behind.fresh("198.51.100.4").tries(unknown, "wrong-wrong")));
    }

    @Test
    void aBrowserThatWasSignedInBeforeIsNeverShutOutByOthers() {
        String name = name("tenant");
        Behind own = Behind.fresh("203.0.113.1");
        in(own.tries(name, RIGHT));
        String cookie = own.browser().cookies().get("known");
        assertEquals(32, cookie.length());
        own.signOut();
        for (int i = 0; i < 45; i++) {
            Behind.fresh("203.0.114." + i).tries(name, "wrong-wrong");
        }
        for (int i = 0; i < 6; i++) {
            Behind.fresh("203.0.113.1").tries(name, "wrong-wrong");
        }
        assertTrue(waits(Behind.fresh("203.0.113.9").tries(name, RIGHT)), "everywhere else waits by now");
        Behind other = Behind.fresh("203.0.113.10");
        in(other.tries(name("owner"), RIGHT));
        other.signOut();
        assertTrue(waits(other.tries(name, RIGHT)), "what a browser is known for is one person's");
        in(own.tries(name, RIGHT));
        assertEquals(cookie, own.browser().cookies().get("known"));
        own.signOut();
        in(own.at("203.0.115.1").tries(name, RIGHT));
        assertFalse(
                Behind.fresh("203.0.113.12").post("/sign-out", Map.of()).statusCode() == 303,
                "being known gives no access");
    }

    @Test
    void theTriesOfAKnownBrowserAreLimitedToo() {
        String name = name("elsewhere");
        Behind own = Behind.fresh("192.0.2.1");
        in(own.tries(name, RIGHT));
        own.signOut();
        for (int i = 0; i < 20; i++) {
            assertTrue(wrong(own.tries(name, "wrong-wrong")), "try " + i);
        }
        assertTrue(waits(own.tries(name, "wrong-wrong")));
    }

    @Test
    void signingOutEverywhereForgetsTheBrowsers() {
        String name = name("neighbour");
        Behind own = Behind.fresh("192.0.2.10");
        in(own.tries(name, RIGHT));
        own.browser().get("/c/" + DemoDatabase.guest(it, "neighbour").community() + "/me");
        in(own.post("/sign-out-everywhere", Map.of()));
        assertEquals(
                0L,
                it.database()
                        .plain()
                        .first(
                                row -> row.getLong(0),
                                "select count(*) from known_browser where person = $1",
                                DemoDatabase.guest(it, "neighbour").person())
                        .orElseThrow());
    }
}
