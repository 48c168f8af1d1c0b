package pavilion.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pavilion.support.TestBrowser;
import pavilion.text.Messages;

/** What becomes of a form that is refused. That it is so on every page of the server: {@link AccessTest}. */
class RefusedFormsTest {
    private static final String WORDS = "第一行\n<script>";
    private static final Messages MESSAGES = new Messages();
    private static WebFixture fixture;

    @BeforeAll
    static void open() {
        fixture = new WebFixture(false, 1000);
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void aRefusedFormStandsOnItsPageWithWhatWasTypedAndChosen() {
        Document page = page(sent("/pages/lines", "/lines/1", Map.of("line", "b", "n", "12", "side", "against")));
        Element form = page.expectFirst("#second");
        assertEquals(WORDS, form.expectFirst("textarea").wholeText());
        assertEquals("12", form.expectFirst("[name=n]").attr("value"));
        assertFalse(form.expectFirst("[value=for]").hasAttr("checked"));
        assertTrue(form.expectFirst("[value=against]").hasAttr("checked"));
        assertFalse(form.expectFirst("[name=seen]").hasAttr("checked"));
        String sentence = MESSAGES.say("zh", "web.form.too-long", 5, 7);
        assertEquals(sentence, form.expectFirst("#refused .error").text());
        assertEquals(sentence, page.expectFirst("main > #refusal h2").text());
        assertTrue(page.select("script:not([src])").isEmpty());
    }

    @Test
    void ofSeveralFormsWithOneAddressOnlyTheOneThatWasSentIsFilled() {
        Document page = page(sent("/pages/lines", "/lines/1", Map.of("line", "b")));
        assertEquals("", page.expectFirst("#first [name=words]").attr("value"));
        assertTrue(page.select("#first #refused").isEmpty());
        page = page(sent("/pages/lines", "/lines/1", Map.of("line", "a")));
        assertEquals(WORDS, page.expectFirst("#first [name=words]").attr("value"));
    }

    @Test
    void aFoldThatHoldsTheFormIsOpen() {
        Document page = page(sent("/pages/lines", "/lines/1", Map.of("line", "b")));
        assertNotNull(page.selectFirst("details[open] #second"));
        assertEquals("#refused", page.expectFirst("#refusal a").attr("href"));
    }

    @Test
    void itCanBeSentAgainAsItStands() {
        Element form = page(sent("/pages/lines", "/lines/1", Map.of("line", "b", "key", "used")))
                .expectFirst("#second");
        assertEquals("fresh", form.expectFirst("[name=key]").attr("value"));
        assertEquals("b", form.expectFirst("[name=line]").attr("value"));
        assertEquals("text", form.attr("data-kept"));
    }

    @Test
    void aPasswordIsNeverShownAgain() {
        for (String before : List.of("/pages/lines", "")) {
            HttpResponse<String> answer = sent(before, "/lines/1", Map.of("line", "b", "password", "open-sesame-7"));
            assertFalse(answer.body().contains("open-sesame-7"), answer.body());
            assertTrue(answer.body().contains("&lt;script"), answer.body());
        }
    }

    @Test
    void whatHasNoFieldOnThePageAnyMoreIsShownBesideTheSentence() {
        for (String before : List.of("/pages/lines", "/form", "/number/1", "/boom", "/mine", "")) {
            HttpResponse<String> answer = sent(before, "/lines/2", Map.of("line", "b"));
            Document page = page(answer);
            assertTrue(page.text().contains(MESSAGES.say("zh", "web.form.too-long", 5, 7)), before);
            assertEquals(WORDS, page.expectFirst("textarea[readonly]").wholeText(), before);
            assertTrue(page.select("#refused").isEmpty(), before);
        }
    }

    @Test
    void whoSentFilesIsToldToChooseThemAgain() {
        TestBrowser browser = fixture.browser();
        browser.get("/pages/lines");
        HttpResponse<String> answer =
                browser.upload("/lines/1", Map.of("words", WORDS), "photo.jpg", new byte[] {1, 2, 3});
        assertEquals(409, answer.statusCode());
        assertTrue(answer.body().contains(MESSAGES.say("zh", "web.refused.files")), answer.body());
        assertFalse(
                sent("/pages/lines", "/lines/1", Map.of()).body().contains(MESSAGES.say("zh", "web.refused.files")));
    }

    @Test
    void theWordsOfAnotherSiteDoNotComeOntoAPage() {
        TestBrowser browser = fixture.browser();
        browser.get("/pages/lines");
        byte[] body = TestBrowser.encode(Map.of("csrf", "guessed", "words", "pay here"))
                .getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = browser.post(
                "/lines/1",
                "application/x-www-form-urlencoded",
                body,
                "Referer",
                "http://elsewhere.example/pages/lines");
        assertEquals(403, answer.statusCode());
        assertFalse(answer.body().contains("pay here"), answer.body());
    }

    @Test
    void aPageThatIsNotForThisPersonIsNotMadeForTheirForm() {
        HttpResponse<String> answer = sent("/c/here/desk", "/lines/1", Map.of());
        assertFalse(answer.body().contains(">desk<"), answer.body());
        assertEquals(409, answer.statusCode());
    }

    private static Document page(HttpResponse<String> answer) {
        assertEquals(409, answer.statusCode(), answer.body());
        return Jsoup.parse(answer.body());
    }

    /** @param before the page that the form stood on; empty for a browser that does not say */
    private static HttpResponse<String> sent(String before, String action, Map<String, String> fields) {
        TestBrowser browser = fixture.browser();
        browser.get("/pages/lines");
        Map<String, String> all = new LinkedHashMap<>(Map.of("words", WORDS, "csrf", browser.csrf()));
        all.putAll(fields);
        byte[] body = TestBrowser.encode(all).getBytes(StandardCharsets.UTF_8);
        String type = "application/x-www-form-urlencoded";
        return before.isEmpty()
                ? browser.post(action, type, body)
                : browser.post(action, type, body, "Referer", "http://127.0.0.1:" + fixture.port() + before);
    }
}
