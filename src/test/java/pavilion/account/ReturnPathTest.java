package pavilion.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pavilion.support.TestBrowser;
import pavilion.support.TestServers;

/** Where one was is where one comes back to. */
class ReturnPathTest {
    private final TestServers servers = TestServers.shared();

    @Test
    void signingInLeadsBackToTheWholeAddress() {
        String wanted = "/c/" + servers.guest("household").community() + "/desk/people?q=a%26b&page=2";
        Matcher link = Pattern.compile("href=\"/sign-in\\?back=([^\"]*)\"")
                .matcher(servers.stranger().get(wanted).body());
        assertTrue(link.find());
        assertEquals(wanted, URLDecoder.decode(link.group(1), StandardCharsets.UTF_8));
        HttpResponse<String> set = servers.stranger().get("/set?lang=en&back=" + link.group(1));
        assertEquals(wanted, set.headers().firstValue("location").orElse(""));
    }

    @Test
    void aPageThatAnsweredAFormLeadsBackToThePageOfTheForm() {
        TestBrowser clerk = servers.as("committee");
        String at = "/c/" + servers.guest("committee").community() + "/desk/people/"
                + servers.guest("household").person();
        clerk.get(at);
        byte[] body = TestBrowser.encode(Map.of("csrf", clerk.csrf(), "role", "no such role"))
                .getBytes(StandardCharsets.UTF_8);
        String form = "application/x-www-form-urlencoded";
        HttpResponse<String> again = clerk.post(at + "/roles", form, body, "Referer", servers.url() + at);
        assertEquals(422, again.statusCode());
        assertTrue(again.body().contains("name=\"back\" value=\"" + at + "\""), again.body());
        HttpResponse<String> foreign =
                clerk.post(at + "/roles", form, body, "Referer", "https://elsewhere.example/x?y");
        assertTrue(foreign.body().contains("name=\"back\" value=\"" + at + "/roles\""), foreign.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example", "javascript:x", ""})
    void nobodyIsLedElsewhere(String back) {
        assertEquals("/", ReturnPath.local(back));
    }
}
