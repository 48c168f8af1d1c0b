package pavilion.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pavilion.rehearse.LoadClient;
import pavilion.rehearse.RehearsedSession;
import pavilion.rehearse.ServerAddress;
import pavilion.rehearse.SetupRequest;

/** A phone whose connection says that it is open, and over which nothing comes any more. */
final class SilentConnectionTest {
    private static final String VISIBLE = "document.dispatchEvent(new Event('visibilitychange'))";
    private static final String ONLINE = "window.dispatchEvent(new Event('online'))";
    private static final String SHOWN =
            "window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))";

    private final BrowserFixture fixture = BrowserFixture.open();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger beats = new AtomicInteger();
    private final AtomicInteger silenced = new AtomicInteger();
    private RehearsedSession session;
    private BrowserWindow moderator;
    private BrowserWindow phone;

    @BeforeEach
    void open() {
        try (LoadClient load = new LoadClient()) {
            int port = URI.create(fixture.url()).getPort();
            session = SetupRequest.session(load, new ServerAddress("127.0.0.1", port, false), 3, false);
        }
        moderator = signedIn(BrowserWindow.desktop(fixture).open(), session.moderator());
        phone = signedIn(BrowserWindow.phone(fixture).open(), session.people().getFirst());
    }

    @AfterEach
    void close() {
        moderator.close();
        phone.close();
    }

    private BrowserWindow signedIn(BrowserWindow window, String token) {
        window.context.addCookies(List.of(new Cookie("pavilion", token).setUrl(fixture.url())));
        return window;
    }

    private String path() {
        return session.at() + "/sessions/" + session.session();
    }

    /** @param heartbeat in seconds, told to the page instead of the server's own */
    private void openPage(double heartbeat) {
        phone.page.routeWebSocket("**/live?**", route -> pass(route, heartbeat));
        phone.go(path()).reads("session.state.called");
        // From here on the page knows the interval and does not take the silence for a connection that never opened.
        phone.page.waitForCondition(() -> beats.get() > 0);
    }

    private void pass(WebSocketRoute route, double heartbeat) {
        int number = opened.incrementAndGet();
        WebSocketRoute server = route.connectToServer();
        server.onMessage(frame -> {
            if (number > silenced.get()) {
                beats.addAndGet(frame.text().contains("\"beat\"") ? 1 : 0);
                route.send(frame.text().replaceFirst("\"beat\":[0-9.]+", "\"beat\":" + heartbeat));
            }
        });
    }

    private void goSilent() {
        silenced.set(opened.get());
        moderator.go(path() + "/console").press("session.open");
        moderator.reads("session.state.open");
    }

    @ParameterizedTest
    @ValueSource(strings = {VISIBLE, ONLINE, SHOWN})
    void pageThatIsLookedAtAgainFetchesEverything(String event) {
        openPage(20);
        goSilent();
        phone.page.waitForTimeout(700);
        phone.reads("session.state.called");
        phone.page.waitForRequest("**" + path() + "/me", () -> phone.page.evaluate(event));
        phone.reads("session.state.open");
        assertEquals(2, opened.get());
        phone.quiet();
    }

    @Test
    void pageThatHearsNoHeartbeatConnectsAgainByItself() {
        openPage(0.4);
        goSilent();
        phone.reads("session.state.open");
        phone.quiet();
    }

    @Test
    void pageOfSomebodyWhoSignedOutElsewhereStaysDisconnected() {
        openPage(20);
        Page other = phone.context.newPage();
        other.navigate("/me");
        other.locator("#out button").click();
        assertThat(phone.page.locator("#offline")).hasText(phone.said("part.offline"));
        phone.page.waitForTimeout(2_000);
        assertEquals(1, opened.get());
    }
}
