package pavilion.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A hearing is called from a phone, its agenda arranged, and it goes on another day; nobody needs script for it. */
final class CallingTest {
    private final BrowserFixture fixture = BrowserFixture.open();

    private record Words(String title, String venue, String first, String second, String added, String why) {}

    private static final Words ZH = new Words("加装电梯听证会", "院内活动室", "设计师介绍方案", "低层住户的意见", "施工期间的出行", "时间晚了，意见还没有听完");
    private static final Words EN = new Words(
            "Hearing on the lift",
            "Common room",
            "The architect presents the plan",
            "What the ground floor says",
            "Getting about while it is built",
            "It is late, and not everybody has spoken");

    @Test
    void aHearingIsCalledFromAPhoneAndGoesOnAnotherDay() {
        try (BrowserWindow moderator = BrowserWindow.phone(fixture)
                        .withoutScript()
                        .language("zh")
                        .as("moderator");
                BrowserWindow resident =
                        BrowserWindow.phone(fixture).language("zh").as("household")) {
            play(moderator, resident, ZH);
            moderator.quiet();
            resident.quiet();
        }
    }

    @Test
    void theSameInEnglishInTheDark() {
        try (BrowserWindow moderator =
                        BrowserWindow.desktop(fixture).language("en").dark().as("moderator");
                BrowserWindow resident =
                        BrowserWindow.phone(fixture).language("en").dark().as("household")) {
            play(moderator, resident, EN);
            moderator.quiet();
            resident.quiet();
        }
    }

    private void play(BrowserWindow moderator, BrowserWindow resident, Words words) {
        String at = moderator.path().replace("/today", "");
        moderator.follow("calling.today.all").follow("calling.new");
        Locator where = moderator.page.locator("#where");
        String yard = moderator
                .page
                .locator("#where option")
                .filter(new Locator.FilterOptions().setHasText("017"))
                .first()
                .getAttribute("value");
        where.selectOption(yard);
        moderator.page.locator("#kind").selectOption("hearing");
        moderator.fill("title", words.title).fill("starts", fixture.hour()).fill("venue", words.venue);
        moderator.fill("agenda", words.first + "\n" + words.second).shoot("calling-1-new");
        good(moderator);
        moderator.press("session.call.send").readsText(words.second);
        String meeting = moderator.path().replaceFirst("/agenda.*", "");
        moderator.fill("title-new", words.added).press("calling.add.send").readsText(words.added);
        moderator
                .page
                .locator(".arrange > li")
                .nth(2)
                .locator("button[value=up]")
                .click();
        assertThat(moderator.page.locator(".arrange > li .name").nth(1)).hasText(words.added);
        moderator.page.locator("#attachments summary").click();
        moderator.fill("name", words.first);
        moderator
                .page
                .locator("#file")
                .setInputFiles(new FilePayload(
                        "plan.pdf", "application/pdf", "%PDF-1.4 plan".getBytes(StandardCharsets.US_ASCII)));
        moderator.press("calling.attach.send").reads("calling.file.hash");
        moderator.page.locator(".arrange > li details summary").nth(1).click();
        moderator.shoot("calling-2-agenda");
        good(moderator);
        moderator.go(meeting + "/schedule").shoot("calling-3-schedule");
        good(moderator);

        resident.go(at + "/today").readsText(words.title).shoot("calling-4-today");
        good(resident);
        resident.go(at + "/sessions").shoot("calling-5-list");
        good(resident);
        resident.go(meeting).reads("session.me.called").shoot("calling-6-called");
        good(resident);

        moderator.go(meeting + "/console").press("session.open").shoot("calling-7-console");
        good(moderator);
        resident.go(meeting).reads("session.me.check-in");
        resident.page.locator("#me details summary").click();
        resident.shoot("calling-8-afar").press("calling.afar.send");
        resident.reads("calling.afar.not-counted").shoot("calling-9-listening");
        good(resident);
        moderator.go(meeting + "/door");
        moderator.page.locator("input[name=way][value=in] ~ button").nth(3).click();
        moderator.go(meeting + "/console").press("session.next");
        moderator.go(meeting + "/schedule").fill("reason", words.why).fill("resumes", fixture.hour());
        moderator.shoot("calling-10-adjourn").press("calling.adjourn.send").reads("calling.state.adjourned");
        moderator.go(meeting + "/presence").shoot("calling-11-timeline");
        good(moderator);
        resident.go(meeting).reads("calling.adjourned").shoot("calling-12-adjourned");
        good(resident);
        moderator.go(meeting + "/console").press("session.resume").press("session.next");
        moderator
                .shoot("calling-13-last")
                .confirm("session.close", "session.close.send")
                .reads("session.state.closed");
        moderator.go(meeting + "/minutes").reads("calling.sittings").shoot("calling-14-minutes");
        good(moderator);
    }

    private static void good(BrowserWindow window) {
        if (window.scripted()) {
            ScreenCheck.good(window);
        }
    }
}
