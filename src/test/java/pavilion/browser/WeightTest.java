package pavilion.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a page costs on a weak network: bytes as they came over the line, and how often the phone had to ask. */
final class WeightTest {
    private static final int FIRST = 60 * 1024;
    private static final int AGAIN = 15 * 1024;
    private static final int SCRIPT = 15 * 1024;
    private static final int REQUESTS = 6;
    private final BrowserFixture fixture = BrowserFixture.open();

    private record Weight(int requests, int bytes, int script) {}

    @Test
    void aPageIsLightOnTheFirstVisitAndLighterOnTheNext() {
        try (BrowserWindow phone = BrowserWindow.phone(fixture).as("household")) {
            String home = phone.path().replace("/today", "");
            phone.go(home + "/matters");
            List<String> matters = phone.page.locator(".list a.title").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .toList();
            for (String path : List.of("/", home + "/matters", matters.getFirst(), home + "/register", meeting(home))) {
                phone.page.navigate("about:blank");
                Weight first = weigh(phone, path, true);
                Weight again = weigh(phone, path, false);
                System.out.println(path + ": first " + first + ", again " + again);
                assertTrue(first.bytes <= FIRST && first.requests <= REQUESTS, () -> path + " first " + first);
                assertTrue(first.script <= SCRIPT, () -> path + " script " + first);
                assertTrue(again.bytes <= AGAIN, () -> path + " again " + again);
            }
        }
    }

    private String meeting(String home) {
        return fixture.database
                .database()
                .plain()
                .first(row -> home + "/sessions/" + row.getLong(0), """
                        select s.id from session s join place p on p.id = s.place
                        where p.code = 'HP-017' order by s.id limit 1
                        """)
                .orElseThrow();
    }

    private static Weight weigh(BrowserWindow phone, String path, boolean fresh) {
        CDPSession line = phone.context.newCDPSession(phone.page);
        line.send("Network.enable");
        if (fresh) {
            line.send("Network.clearBrowserCache");
        }
        Map<String, String> types = new HashMap<>();
        int[] sums = new int[3];
        line.on(
                "Network.responseReceived",
                event -> types.put(
                        event.get("requestId").getAsString(), event.get("type").getAsString()));
        line.on("Network.loadingFinished", event -> {
            int bytes = event.get("encodedDataLength").getAsInt();
            String type = types.getOrDefault(id(event), "");
            if (bytes > 0) {
                sums[0]++;
            }
            sums[1] += bytes;
            sums[2] += type.equals("Script") ? bytes : 0;
        });
        phone.go(path);
        phone.page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        line.detach();
        return new Weight(sums[0], sums[1], sums[2]);
    }

    private static String id(JsonObject event) {
        return event.get("requestId").getAsString();
    }
}
