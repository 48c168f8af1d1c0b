package pavilion.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pavilion.support.TestBrowser;
import pavilion.text.Messages;

class RoutesTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Messages MESSAGES = new Messages();
    static WebFixture fixture;

    @BeforeAll
    static void open() {
        fixture = new WebFixture(false, 1000);
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/form",
                "/boom",
                "/no-such-page",
                "/mine",
                "/c/here/desk",
                "/c/nowhere/desk",
                "/number/x",
                "/static/0/pavilion.css",
                "/static/0/none.css",
                "/look?lang=en",
                "/live?channel=x",
                "/%ff%fe"
            })
    void everyAnswerCarriesThePolicy(String path) {
        HttpResponse<String> answer = fixture.browser().get(path);
        String policy = answer.headers().firstValue("content-security-policy").orElse("");
        assertTrue(policy.startsWith("default-src 'self'"), path + policy);
        assertTrue(policy.contains("frame-ancestors 'none'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals(
                "nosniff", answer.headers().firstValue("x-content-type-options").orElse(""));
        assertEquals(
                "same-origin", answer.headers().firstValue("referrer-policy").orElse(""));
        assertTrue(answer.headers().firstValue("strict-transport-security").isEmpty());
    }

    @Test
    void aPageIsNeverKeptByABrowserOnASharedComputer() {
        assertEquals(
                "no-store",
                fixture.browser()
                        .get("/form")
                        .headers()
                        .firstValue("cache-control")
                        .orElse(""));
    }

    @Test
    void aFormWithoutItsMarkChangesNothing() {
        TestBrowser browser = fixture.browser();
        browser.get("/form");
        int before = fixture.heard.size();
        sentence(403, "web.stop.stale-form", browser.post("/say", FORM, "text=x".getBytes(StandardCharsets.UTF_8)));
        assertEquals(before, fixture.heard.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "00000000000000000000000000000000", "null"})
    void aFormWithAWrongMarkChangesNothing(String csrf) {
        TestBrowser browser = fixture.browser();
        browser.get("/form");
        sentence(403, "web.stop.stale-form", browser.post("/say", Map.of("csrf", csrf, "text", "x")));
    }

    @Test
    void theMarkOfAnotherBrowserDoesNotOpenThisOne() {
        TestBrowser other = fixture.browser();
        other.get("/form");
        TestBrowser browser = fixture.browser();
        browser.get("/form");
        assertNotEquals(other.csrf(), browser.csrf());
        sentence(403, "web.stop.stale-form", browser.post("/say", Map.of("csrf", other.csrf(), "text", "x")));
    }

    @Test
    void theMarkFromBeforeSigningInIsWorthNothingAfterIt() {
        TestBrowser browser = fixture.browser();
        browser.get("/form");
        String before = browser.csrf();
        browser.with(WebFixture.RESIDENT);
        sentence(403, "web.stop.stale-form", browser.post("/say", Map.of("csrf", before, "text", "x")));
    }

    @Test
    void aFormWithItsMarkIsHeard() {
        TestBrowser browser = fixture.browser();
        browser.get("/form");
        assertEquals(
                "三号楼 <b>", browser.post("/say", Map.of("text", " 三号楼 <b> ")).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/c/here/nothing", "/number/12x", "/number/-1", "/number/99999999999999999999"})
    void whatIsNotThereSaysSoInBothLanguages(String path) {
        sentence("zh", 404, "web.stop.not-found", fixture.browser().get(path));
        sentence(
                "en",
                404,
                "web.stop.not-found",
                fixture.browser().speaking("en-GB").get(path));
    }

    @Test
    void anUnknownCommunityIsNoPageWhoeverAsks() {
        assertEquals(404, fixture.browser().get("/c/nowhere/desk").statusCode());
        assertEquals(
                404,
                fixture.browser().with(WebFixture.CLERK).get("/c/nowhere/desk").statusCode());
    }

    @Test
    void anotherMethodOnAKnownPathIsASentence() {
        for (String method : new String[] {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"}) {
            HttpResponse<String> answer = fixture.browser().send(method, "/form");
            assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, method + answer.statusCode());
        }
        sentence(404, "web.stop.not-found", fixture.browser().get("/say"));
    }

    @Test
    void headAnswersLikeGetWithoutThePage() {
        HttpResponse<String> answer = fixture.browser().head("/form");
        assertEquals(200, answer.statusCode());
        assertEquals("", answer.body());
        assertEquals(404, fixture.browser().head("/nothing").statusCode());
    }

    @Test
    void whoIsNotSignedInIsAskedTo() {
        sentence(401, "web.stop.sign-in", fixture.browser().get("/mine"));
        sentence(
                401, "web.stop.sign-in", fixture.browser().with("no-such-token").get("/mine"));
        assertEquals(
                "resident",
                fixture.browser().with(WebFixture.RESIDENT).get("/mine").body());
    }

    @Test
    void aRouteForARoleRefusesOthersWithASentenceAndShowsNothing() {
        HttpResponse<String> answer =
                fixture.browser().with(WebFixture.RESIDENT).get("/c/here/desk");
        sentence(403, "web.stop.role", answer);
        assertFalse(answer.body().contains(">desk<"));
        sentence(401, "web.stop.sign-in", fixture.browser().get("/c/here/desk"));
        assertEquals(
                "desk",
                fixture.browser().with(WebFixture.CLERK).get("/c/here/desk").body());
    }

    @Test
    void aFaultSaysNothingOfWhatItWasAbout() {
        HttpResponse<String> answer = fixture.browser().get("/boom");
        sentence(500, "web.stop.unexpected", answer);
        assertFalse(answer.body().contains("ballot"), answer.body());
        assertFalse(answer.body().contains("IllegalState"), answer.body());
    }

    @Test
    void aRefusalIsItsSentenceWithItsFigures() {
        TestBrowser browser = fixture.browser();
        browser.get("/form");
        HttpResponse<String> answer = browser.post("/refuse", Map.of());
        assertEquals(409, answer.statusCode());
        assertTrue(answer.body().contains(MESSAGES.say("zh", "web.form.too-long", 5, 7)), answer.body());
    }

    @Test
    void aScriptThatAsksForAPartGetsTheSentenceAlone() {
        HttpResponse<String> answer = fixture.browser().get("/nothing", "X-Fragment", "1");
        assertEquals(404, answer.statusCode());
        assertFalse(answer.body().contains("<html"), answer.body());
        assertTrue(answer.body().contains(MESSAGES.say("zh", "web.stop.not-found")), answer.body());
    }

    @Test
    void theRouteOnTheEventLoopKnowsItsVoterAndRefusesOthers() {
        TestBrowser browser = fixture.browser().with(WebFixture.RESIDENT);
        browser.get("/form");
        assertEquals("resident", browser.post("/hot", Map.of()).body());
        TestBrowser stranger = fixture.browser();
        stranger.get("/form");
        assertEquals(401, stranger.post("/hot", Map.of()).statusCode());
        assertEquals(413, browser.post("/hot", Map.of("x", "y".repeat(20_000))).statusCode());
    }

    @Test
    void theRouteOnTheEventLoopReadsEveryKindOfFormABrowserSends() {
        TestBrowser browser = fixture.browser().with(WebFixture.RESIDENT);
        browser.get("/form");
        String csrf = browser.csrf();
        String plain = "application/x-www-form-urlencoded";
        for (String type : List.of(plain, plain + ";charset=UTF-8", plain + "; charset=GB18030")) {
            assertEquals(
                    200,
                    browser.post("/hot", type, ("a=1;2&csrf=" + csrf).getBytes(StandardCharsets.US_ASCII))
                            .statusCode(),
                    type);
        }
        String parts = "--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + csrf + "\r\n--x--\r\n";
        assertEquals(
                200,
                browser.post("/hot", "multipart/form-data; boundary=x", parts.getBytes(StandardCharsets.US_ASCII))
                        .statusCode());
        assertEquals(
                400,
                browser.post("/hot", plain, ("a=%zz&csrf=" + csrf).getBytes(StandardCharsets.US_ASCII))
                        .statusCode());
    }

    @Test
    void theLookIsRememberedAndNonsenseInItsCookieIsPassedOver() {
        TestBrowser browser = fixture.browser();
        browser.get("/look?lang=en&size=28");
        assertEquals("en.28.auto", browser.cookies().get("look"));
        assertTrue(browser.get("/form").body().contains("data-size=\"28\""));
        for (String cookie : new String[] {"..", "xx.99.neon", "en", "<b>.18.light", "en.18.light.x"}) {
            browser.cookies().put("look", cookie);
            HttpResponse<String> answer = browser.get("/form");
            assertEquals(200, answer.statusCode(), cookie);
            assertTrue(answer.body().contains("data-size=\"18\""), cookie);
            assertFalse(answer.body().contains("<b>"), cookie);
        }
    }

    @Test
    void cookiesAreOutOfReachOfScriptsAndOtherSites() {
        String cookie = fixture.browser()
                .get("/form")
                .headers()
                .firstValue("set-cookie")
                .orElseThrow();
        assertTrue(cookie.toLowerCase(Locale.ROOT).contains("httponly") && cookie.contains("SameSite=Lax"), cookie);
        assertFalse(cookie.contains("Secure"), cookie);
    }

    @Test
    void overHttpsCookiesStayThereAndBrowsersAreToldTo() {
        try (WebFixture secure = new WebFixture(true, 100)) {
            HttpResponse<String> answer = secure.browser().get("/form");
            assertTrue(answer.headers().firstValue("set-cookie").orElseThrow().contains("Secure"));
            assertTrue(answer.headers().firstValue("strict-transport-security").isPresent());
        }
    }

    @Test
    void whoAsksTooOftenIsToldToWait() {
        try (WebFixture busy = new WebFixture(false, 5)) {
            TestBrowser browser = busy.browser();
            browser.get("/form");
            for (int i = 0; i < 5; i++) {
                assertEquals(200, browser.post("/say", Map.of("text", "x")).statusCode());
            }
            sentence(429, "web.stop.too-often", browser.post("/say", Map.of("text", "x")));
            assertEquals(200, browser.get("/form").statusCode());
            browser.with(WebFixture.RESIDENT).get("/form");
            assertEquals(200, browser.post("/say", Map.of("text", "x")).statusCode());
        }
    }

    private static void sentence(int status, String key, HttpResponse<String> answer) {
        sentence("zh", status, key, answer);
    }

    private static void sentence(String lang, int status, String key, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(MESSAGES.say(lang, key).replace("'", "&#x27;")), answer.body());
        assertEquals(
                "text/html; charset=utf-8",
                answer.headers().firstValue("content-type").orElse(""));
    }
}
