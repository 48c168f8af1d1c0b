package pavilion.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pavilion.support.TestBrowser;
import pavilion.text.Messages;

/** Bodies that are too large, or are not what they say. */
class BodiesTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    static WebFixture fixture;

    @BeforeAll
    static void open() {
        fixture = new WebFixture(false, 1000);
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void whatIsTooLargeIsNotTaken() {
        TestBrowser browser = fixture.browser();
        browser.get("/form");
        int before = fixture.heard.size();
        HttpResponse<String> answer = browser.post("/say", Map.of("text", "长".repeat(1 << 20)));
        assertEquals(413, answer.statusCode());
        assertTrue(answer.body().contains(new Messages().say("zh", "web.stop.too-large")), answer.body());
        assertEquals(before, fixture.heard.size());
    }

    @Test
    void aTitleOfOneMegabyteIsNoFaultOfTheServer() {
        TestBrowser browser = fixture.browser();
        browser.get("/form");
        assertTrue(browser.post("/say", Map.of("text", "x".repeat(1 << 20))).statusCode() < 500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text=%ff%fe%80", "text=%", "text=%zz", "text=%u4e2d", "text=\u0000", "=&=&&", "text[]=1", "text"
            })
    void textInAnotherEncodingIsNeverAFaultOfTheServer(String body) {
        TestBrowser browser = fixture.browser();
        browser.get("/form");
        byte[] bytes = (body + "&csrf=" + browser.csrf()).getBytes(StandardCharsets.ISO_8859_1);
        assertTrue(browser.post("/say", FORM, bytes).statusCode() < 500, body);
        byte[] gbk = "text=\u00d6\u00d0\u00ff&csrf=".getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = java.util.Arrays.copyOf(gbk, gbk.length + 32);
        System.arraycopy(browser.csrf().getBytes(StandardCharsets.ISO_8859_1), 0, all, gbk.length, 32);
        assertTrue(browser.post("/say", FORM + "; charset=GB18030", all).statusCode() < 500);
        assertTrue(browser.post("/say", FORM + "; charset=no-such", all).statusCode() < 500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "text/plain", "multipart/form-data", "multipart/form-data; boundary=x", "%"})
    void aBodyOfAnotherKindIsNeverAFaultOfTheServer(String type) {
        TestBrowser browser = fixture.browser();
        browser.get("/form");
        for (String path : new String[] {"/say", "/photos"}) {
            HttpResponse<String> answer = browser.post(path, type, "--x\r\nhello".getBytes(StandardCharsets.UTF_8));
            assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, path + type + answer.statusCode());
        }
    }

    @Test
    void aFileSentToAFormWithoutFilesIsNotKept() {
        TestBrowser browser = fixture.browser();
        browser.get("/form");
        String body = "--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + browser.csrf()
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"../../a.html\"\r\n\r\n<b>\r\n--x--\r\n";
        HttpResponse<String> answer =
                browser.post("/say", "multipart/form-data; boundary=x", body.getBytes(StandardCharsets.UTF_8));
        assertTrue(answer.statusCode() < 500);
        assertEquals(
                "1",
                browser.post("/photos", "multipart/form-data; boundary=x", body.getBytes(StandardCharsets.UTF_8))
                        .body());
    }
}
