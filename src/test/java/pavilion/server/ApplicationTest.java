package pavilion.server;

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
import pavilion.support.TestBrowser;
import pavilion.support.TestServers;

/** The whole house, running. */
class ApplicationTest {
    private final TestServers servers = TestServers.shared();

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
    void everyAnswerCarriesThePolicy(String path) {
        HttpResponse<String> answer = servers.stranger().get(path);
        assertTrue(answer.statusCode() < 500, path + answer.statusCode());
        assertTrue(answer.headers()
                .firstValue("content-security-policy")
                .orElse("")
                .startsWith("default-src 'self'"));
        assertEquals(
                "nosniff", answer.headers().firstValue("x-content-type-options").orElse(""));
    }

    @Test
    void theFirstPageIsOpenToEverybodyInBothLanguages() {
        HttpResponse<String> zh = servers.stranger().get("/");
        HttpResponse<String> en = servers.stranger().speaking("en").get("/");
        assertEquals(200, zh.statusCode());
        assertEquals(200, en.statusCode());
        assertTrue(zh.body().contains("lang=\"zh-CN\"") && en.body().contains("lang=\"en\""));
    }

    @Test
    void anUnknownCommunityIsAPageWithASentence() {
        HttpResponse<String> answer = servers.stranger().get("/c/nope/today");
        assertEquals(404, answer.statusCode());
        assertTrue(answer.headers().firstValue("content-type").orElse("").startsWith("text/html"));
        assertTrue(
                answer.body().contains("<!doctype html>") && answer.body().contains("role=\"alert\""), answer.body());
    }

    @Test
    void todayAsksTheModeratorToLeadTheMeetingThatIsCalled() {
        String today = "/c/" + servers.guest("moderator").community() + "/today";
        assertTrue(servers.as("moderator").get(today).body().contains("等您主持议事会"));
        assertFalse(servers.as("household").get(today).body().contains("等您主持议事会"));
    }

    @Test
    void whileAPollOverDaysIsOpenListsNameTheHourAtWhichItCloses() {
        String matters = "/c/" + servers.guest("household").community() + "/matters?stage=poll";
        String list = servers.as("household").get(matters).body();
        assertTrue(list.matches("(?s).*表决中，到[^<]* 19:30.*"), list);
    }

    @Test
    void anAddressThatIsTooLongIsRefusedAndTheHouseStands() {
        int status =
                servers.stranger().get("/sign-in?back=" + "x".repeat(20_000)).statusCode();
        assertTrue(status >= 400 && status < 500, "" + status);
        assertTrue(servers.stranger().get("/" + "y/".repeat(2_000)).statusCode() < 500);
        assertEquals(200, servers.stranger().get("/sign-in").statusCode());
    }

    @Test
    void headersThatAreTooLongAreRefusedAndTheHouseStands() {
        int status = servers.stranger()
                .get("/sign-in", "X-Long", "x".repeat(100_000))
                .statusCode();
        assertTrue(status >= 400 && status < 500, "" + status);
        assertEquals(200, servers.stranger().get("/sign-in").statusCode());
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
    void whatIsNoRequestDoesNotShakeTheHouse(String text) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", servers.application().port())) {
            socket.setSoTimeout(3000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
            assertFalse(answer.startsWith("HTTP/1.1 5") && !answer.startsWith("HTTP/1.1 501"), answer);
        }
        assertEquals(200, servers.stranger().get("/sign-in").statusCode());
    }

    @Test
    void healthAndMetricsAreOnAPortOfTheirOwnAndOnlyForThisMachine() throws IOException {
        String management = servers.application().managementUrl();
        TestBrowser browser = new TestBrowser(management);
        assertEquals(200, browser.get("/health").statusCode());
        assertTrue(browser.get("/health").body().contains("\"up\""));
        assertTrue(browser.get("/metrics").body().contains("vertx_http_server"));
        assertEquals(404, browser.get("/").statusCode());
        assertEquals(404, servers.stranger().get("/metrics").statusCode());
        assertEquals(404, servers.stranger().get("/health").statusCode());
        for (InetAddress outside : addresses()) {
            assertThrows(
                    IOException.class,
                    () -> new Socket(outside, URI.create(management).getPort()).close());
        }
    }

    @Test
    void aPersonSignedInByNameAndPasswordStaysSoAndCanLeave() {
        TestBrowser browser = servers.stranger();
        browser.get("/sign-in");
        var guest = servers.guest("household");
        HttpResponse<String> in = browser.post(
                "/sign-in",
                java.util.Map.of(
                        "name", guest.name(), "password", pavilion.demo.DemoCommunity.password(), "back", "/"));
        assertEquals(303, in.statusCode(), in.body());
        String cookie = in.headers().firstValue("set-cookie").orElse("").toLowerCase(java.util.Locale.ROOT);
        assertTrue(cookie.contains("httponly") && cookie.contains("samesite=lax"), cookie);
        browser.get("/sign-in");
        assertEquals(303, browser.post("/sign-out", java.util.Map.of()).statusCode());
        assertFalse(browser.cookies().containsKey("pavilion"));
    }

    @Test
    void aPortThatIsTakenIsNamedAndTheDatabaseIsLeftAlone() {
        Config same = new Config(
                servers.application().port(),
                "127.0.0.1",
                0,
                Path.of("target", "house").toAbsolutePath(),
                Optional.of(servers.database().endpoint()),
                null,
                true,
                false,
                4);
        var taken = assertThrows(WebServer.PortTaken.class, () -> Application.open(same, Clock.systemUTC()));
        assertEquals("" + servers.application().port(), taken.getMessage());
        assertEquals(200, servers.stranger().get("/sign-in").statusCode());
    }

    private static java.util.List<InetAddress> addresses() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(a -> !a.isLoopbackAddress() && !a.isLinkLocalAddress())
                .toList();
    }
}
