package pavilion.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pavilion.db.SettingStore;
import pavilion.db.TestDatabase;
import pavilion.demo.DemoAccount;
import pavilion.demo.DemoDatabase;
import pavilion.server.Application;
import pavilion.text.CommunityTime;

/** One server with the demo community and one Chromium for the run; each test opens windows of its own in it. */
final class BrowserFixture {
    /** The day on which the demo's own matter was proposed. */
    private static final Instant FIRST_MORNING = Instant.parse("2026-03-02T01:00:00Z");

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static BrowserFixture shared;

    final TestDatabase database;
    final Application application;
    private final Clock clock;
    final Browser chromium;
    private final List<DemoAccount> guests;

    private BrowserFixture() {
        database = DemoDatabase.fresh();
        clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), FIRST_MORNING));
        application = Application.open(DemoDatabase.config(database.endpoint()), clock);
        guests = DemoDatabase.guests(database);
        chromium = launch();
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
    }

    static synchronized BrowserFixture open() {
        if (shared == null) {
            shared = new BrowserFixture();
        }
        return shared;
    }

    String url() {
        return "http://127.0.0.1:" + application.port();
    }

    /** The name by which the person with that part in the demo signs in. */
    String name(String part) {
        return guests.stream()
                .filter(guest -> guest.part().equals(part))
                .findFirst()
                .orElseThrow()
                .name();
    }

    List<String> parts() {
        return guests.stream().map(DemoAccount::part).toList();
    }

    /** A clock set forward for everybody, by whoever is signed in at the window. */
    void forward(BrowserWindow by, int days) {
        by.go("/clock");
        by.page.locator("#days").fill(String.valueOf(days));
        by.page.locator("main button.go").click();
        by.page.waitForURL("**/clock");
    }

    /** What a field of day and hour holds for this very hour. */
    String hour() {
        return LocalDateTime.ofInstant(clock.instant().plusSeconds(ahead()), CommunityTime.ZONE)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /** The first households of the first matter's courtyard. */
    List<Long> homes(int most) {
        return database.database().plain().list(row -> row.getLong(0), """
                        select h.id from place h where h.community = 1 and h.kind = 'household' and h.path like (
                            select path from place where community = 1 and code = 'HP-017') || '%' order by h.code limit $1
                        """, most);
    }

    /** The hour of the session has come. */
    void due(String meeting) {
        long session = Long.parseLong(meeting.substring(meeting.lastIndexOf('/') + 1));
        database.database()
                .plain()
                .run(
                        "update session set starts_at = starts_at - interval '9 days' where community = 1 and id = $1",
                        session);
    }

    /** What day it is on the server. */
    LocalDate today() {
        return LocalDate.ofInstant(FIRST_MORNING.plusSeconds(ahead()), CommunityTime.ZONE);
    }

    private long ahead() {
        return SettingStore.get(database.database().plain(), "clock")
                .map(Long::parseLong)
                .orElse(0L);
    }

    // The machine's own Chromium; without one Playwright fetches its own, except where a run must not depend on that.
    private static Browser launch() {
        Optional<Path> found = onPath();
        if (found.isEmpty() && System.getenv("CI") != null) {
            throw new AssertionError("no Chromium on the PATH: the browser tests cannot run");
        }
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", found.isPresent() ? "1" : "0")));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
        found.ifPresent(options::setExecutablePath);
        Browser chromium = playwright.chromium().launch(options);
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return chromium;
    }

    private static Optional<Path> onPath() {
        return NAMES.stream()
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
