package pavilion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole house, running. */
class HouseTest {
    private final Houses houses = Houses.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in",
                "/nothing",
                "/c/nowhere/today",
                "/live",
                "/static/x/pavilion.css",
                "/static/x/none"
            })
    void every_answer_carries_the_policy(String path) {
        HttpResponse<String> answer = houses.stranger().get(path);
        assertTrue(answer.statusCode() < 500, path + answer.statusCode());
        assertTrue(answer.headers()
                .firstValue("content-security-policy")
                .orElse("")
                .startsWith("default-src 'self'"));
        assertEquals(
                "nosniff", answer.headers().firstValue("x-content-type-options").orElse(""));
    }

    @Test
    void the_first_page_is_open_to_everybody_in_both_languages() {
        HttpResponse<String> zh = houses.stranger().get("/");
        HttpResponse<String> en = houses.stranger().speaking("en").get("/");
        assertEquals(200, zh.statusCode());
        assertEquals(200, en.statusCode());
        assertTrue(zh.body().contains("lang=\"zh-CN\"") && en.body().contains("lang=\"en\""));
    }

    @Test
    void an_unknown_community_is_a_page_with_a_sentence() {
        HttpResponse<String> answer = houses.stranger().get("/c/nope/today");
        assertEquals(404, answer.statusCode());
        assertTrue(answer.headers().firstValue("content-type").orElse("").startsWith("text/html"));
        assertTrue(
                answer.body().contains("<!doctype html>") && answer.body().contains("role=\"alert\""), answer.body());
    }

    @Test
    void today_asks_the_moderator_to_lead_the_meeting_that_is_called() {
        String today = "/c/" + houses.guest("moderator").community() + "/today";
        assertTrue(houses.as("moderator").get(today).body().contains("等您主持议事会"));
        assertFalse(houses.as("household").get(today).body().contains("等您主持议事会"));
    }

    @Test
    void while_a_poll_over_days_is_open_lists_name_the_hour_at_which_it_closes() {
        String matters = "/c/" + houses.guest("household").community() + "/matters?stage=poll";
        String list = houses.as("household").get(matters).body();
        assertTrue(list.matches("(?s).*表决中，到[^<]* 19:30.*"), list);
    }

    @Test
    void an_address_that_is_too_long_is_refused_and_the_house_stands() {
        int status =
                houses.stranger().get("/sign-in?back=" + "x".repeat(20_000)).statusCode();
        assertTrue(status >= 400 && status < 500, "" + status);
        assertTrue(houses.stranger().get("/" + "y/".repeat(2_000)).statusCode() < 500);
        assertEquals(200, houses.stranger().get("/sign-in").statusCode());
    }

    @Test
    void headers_that_are_too_long_are_refused_and_the_house_stands() {
        int status =
                houses.stranger().get("/sign-in", "X-Long", "x".repeat(100_000)).statusCode();
        assertTrue(status >= 400 && status < 500, "" + status);
        assertEquals(200, houses.stranger().get("/sign-in").statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
                "POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /c/%2e%2e/today HTTP/1.1\r\nHost: x\r\n\r\n"
            })
    void what_is_no_request_does_not_shake_the_house(String text) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", houses.house().port())) {
            socket.setSoTimeout(3000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
            assertFalse(answer.startsWith("HTTP/1.1 5") && !answer.startsWith("HTTP/1.1 501"), answer);
        }
        assertEquals(200, houses.stranger().get("/sign-in").statusCode());
    }

    @Test
    void health_and_metrics_are_on_a_port_of_their_own_and_only_for_this_machine() throws IOException {
        String management = houses.house().managementUrl();
        Browser browser = new Browser(management);
        assertEquals(200, browser.get("/health").statusCode());
        assertTrue(browser.get("/health").body().contains("\"up\""));
        assertTrue(browser.get("/metrics").body().contains("vertx_http_server"));
        assertEquals(404, browser.get("/").statusCode());
        assertEquals(404, houses.stranger().get("/metrics").statusCode());
        assertEquals(404, houses.stranger().get("/health").statusCode());
        for (InetAddress outside : addresses()) {
            assertThrows(
                    IOException.class,
                    () -> new Socket(outside, URI.create(management).getPort()).close());
        }
    }

    @Test
    void a_person_signed_in_by_name_and_password_stays_so_and_can_leave() {
        Browser browser = houses.stranger();
        browser.get("/sign-in");
        var guest = houses.guest("household");
        HttpResponse<String> in = browser.post(
                "/sign-in",
                java.util.Map.of(
                        "name", guest.name(), "password", pavilion.roster.DemoCommunity.password(), "back", "/"));
        assertEquals(303, in.statusCode(), in.body());
        String cookie = in.headers().firstValue("set-cookie").orElse("").toLowerCase(java.util.Locale.ROOT);
        assertTrue(cookie.contains("httponly") && cookie.contains("samesite=lax"), cookie);
        browser.get("/sign-in");
        assertEquals(303, browser.post("/sign-out", java.util.Map.of()).statusCode());
        assertFalse(browser.cookies().containsKey("pavilion"));
    }

    @Test
    void a_port_that_is_taken_is_named_and_the_database_is_left_alone() {
        Config same = new Config(
                houses.house().port(),
                "127.0.0.1",
                0,
                Path.of("target", "house").toAbsolutePath(),
                Optional.of(houses.database().endpoint()),
                null,
                true,
                false,
                4);
        var taken = assertThrows(Server.PortTaken.class, () -> House.open(same, Clock.systemUTC()));
        assertEquals("" + houses.house().port(), taken.getMessage());
        assertEquals(200, houses.stranger().get("/sign-in").statusCode());
    }

    private static java.util.List<InetAddress> addresses() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(a -> !a.isLoopbackAddress() && !a.isLinkLocalAddress())
                .toList();
    }
}
