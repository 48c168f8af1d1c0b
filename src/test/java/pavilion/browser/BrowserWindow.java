package pavilion.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pavilion.demo.DemoCommunity;
import pavilion.rules.Refusal;
import pavilion.text.Messages;

/** One person's browser: a device, a language, light or dark, with script or without. Whatever its console complains of fails. */
final class BrowserWindow implements AutoCloseable {
    private static final Messages MESSAGES = new Messages();
    static final Path PICTURES = Path.of("target", "screenshots");

    /** What it runs on. */
    enum Device {
        PHONE(390, 844),
        DESKTOP(1280, 800),
        WALL(1920, 1080);

        final int width;
        final int height;

        Device(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    /** Device, language, scheme and script of a window that is about to be opened. */
    static final class Builder {
        private final BrowserFixture fixture;
        private final Device device;
        private String language = "zh";
        private String scheme = "light";
        private boolean script = true;

        Builder(BrowserFixture fixture, Device device) {
            this.fixture = fixture;
            this.device = device;
        }

        Builder language(String code) {
            language = code;
            return this;
        }

        Builder dark() {
            scheme = "dark";
            return this;
        }

        Builder withoutScript() {
            script = false;
            return this;
        }

        BrowserWindow open() {
            return new BrowserWindow(this);
        }

        /** Signed in by the form, as the person with that part in the demo. */
        BrowserWindow as(String part) {
            BrowserWindow window = new BrowserWindow(this);
            window.signIn(fixture.name(part));
            return window;
        }
    }

    static Builder phone(BrowserFixture fixture) {
        return new Builder(fixture, Device.PHONE);
    }

    static Builder desktop(BrowserFixture fixture) {
        return new Builder(fixture, Device.DESKTOP);
    }

    static Builder wall(BrowserFixture fixture) {
        return new Builder(fixture, Device.WALL);
    }

    final Device device;
    final String language;
    final String scheme;
    final BrowserContext context;
    final Page page;
    private final boolean script;
    private final String url;
    private final List<String> complaints = new ArrayList<>();

    private BrowserWindow(Builder builder) {
        device = builder.device;
        language = builder.language;
        scheme = builder.scheme;
        script = builder.script;
        url = builder.fixture.url();
        context = builder.fixture.chromium.newContext(new Browser.NewContextOptions()
                .setViewportSize(device.width, device.height)
                .setLocale(language.equals("zh") ? "zh-CN" : "en-GB")
                .setTimezoneId("Asia/Shanghai")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setColorScheme(
                        scheme.equals("dark")
                                ? com.microsoft.playwright.options.ColorScheme.DARK
                                : com.microsoft.playwright.options.ColorScheme.LIGHT)
                .setJavaScriptEnabled(script)
                .setHasTouch(device == Device.PHONE)
                .setBaseURL(url));
        context.setDefaultTimeout(15_000);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    void signIn(String name) {
        go("/sign-in");
        page.locator("#name").fill(name);
        page.locator("#password").fill(DemoCommunity.password());
        page.locator("#sign-in button.go").click();
        page.waitForURL("**/today");
    }

    BrowserWindow go(String path) {
        page.navigate(path);
        return this;
    }

    String path() {
        return page.url().substring(url.length());
    }

    /** The sentence that a key stands for, in this window's language. */
    String said(String key, Object... args) {
        return MESSAGES.say(language, Refusal.of(key, args));
    }

    BrowserWindow press(String key, Object... args) {
        button(key, args).click();
        return this;
    }

    /** What ends something asks once: opens the question, and says yes. */
    BrowserWindow confirm(String key, String yes) {
        page.locator("summary", new Page.LocatorOptions().setHasText(said(key))).click();
        return press(yes);
    }

    Locator button(String key, Object... args) {
        return page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(said(key, args)).setExact(true));
    }

    BrowserWindow follow(String key, Object... args) {
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(said(key, args)).setExact(true))
                .first()
                .click();
        return this;
    }

    BrowserWindow fill(String id, String text) {
        page.locator("[id='" + id + "']").fill(text);
        return this;
    }

    /** The main part of the page comes to say this, by itself or after loading. */
    BrowserWindow reads(String key, Object... args) {
        return readsText(said(key, args));
    }

    BrowserWindow readsText(String text) {
        assertThat(page.locator("main")).containsText(text);
        return this;
    }

    /** Complaints that the test meant to cause. */
    void forgive() {
        complaints.clear();
    }

    List<String> complaints() {
        return complaints;
    }

    boolean scripted() {
        return script;
    }

    void quiet() {
        assertEquals(List.of(), complaints, "the browser complained");
    }

    BrowserWindow shoot(String name) {
        String file = name + "-" + device.name().toLowerCase(java.util.Locale.ROOT) + "-" + language + "-" + scheme
                + (script ? "" : "-noscript") + ".png";
        page.screenshot(
                new Page.ScreenshotOptions().setPath(PICTURES.resolve(file)).setFullPage(device != Device.WALL));
        return this;
    }

    @Override
    public void close() {
        context.close();
    }
}
