package pavilion.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Amendments and procedural motions as those present see them: two phones, the console on a desk and on a phone, two walls. */
final class DebateTest {
    private static final String TEXT = "在大门口装一盏感应灯。\n费用由各户均摊，每户 30 元。\n由业委会在六月底前装好。";

    private final BrowserFixture fixture = BrowserFixture.open();
    private BrowserWindow moderator;
    private BrowserWindow pocket;
    private BrowserWindow phone;
    private BrowserWindow neighbour;
    private BrowserWindow wall;
    private BrowserWindow english;
    private String meeting;

    @BeforeEach
    void begin() {
        moderator = BrowserWindow.desktop(fixture).as("moderator");
        pocket = BrowserWindow.phone(fixture).language("en").as("moderator");
        phone = BrowserWindow.phone(fixture).as("household");
        neighbour = BrowserWindow.phone(fixture).language("en").dark().as("neighbour");
        wall = BrowserWindow.wall(fixture).open();
        english = BrowserWindow.wall(fixture).language("en").open();
        meeting = fixture.database
                .database()
                .plain()
                .first(row -> "/c/" + row.getString(0) + "/sessions/" + row.getLong(1), """
                        select c.code, s.id from session s join community c on c.id = s.community
                        where s.community = 1 and s.state = 'called' order by s.id limit 1
                        """)
                .orElseThrow();
        fixture.due(meeting);
        moderator.go(meeting + "/console").press("session.open");
        String screen = moderator.page.locator("a[href^='/screen/']").getAttribute("href");
        wall.go(screen);
        english.go(screen);
        moderator.go(meeting + "/door");
        Locator in = moderator.page.locator("input[name=way][value=in] ~ button");
        for (int left = in.count(); left > 0; left--) {
            in.first().click();
            assertThat(in).hasCount(left - 1);
        }
        moderator.go(meeting + "/console");
        if (!moderator.page.locator("#motion-text").isVisible()) {
            moderator.page.locator("details:has(#motion-text) summary").click();
        }
        moderator.fill("motion-text", TEXT).press("session.motion.save");
    }

    @AfterEach
    void end() {
        for (BrowserWindow each : new BrowserWindow[] {moderator, pocket, phone, neighbour, wall, english}) {
            each.close();
        }
    }

    private void move(BrowserWindow window, String text) {
        window.go(meeting);
        window.page.locator("details:has(#amend) > summary").click();
        window.fill("amend-text", text).press("motion.move");
    }

    @Test
    void aSessionAmendsItsMotion() {
        assertThat(wall.page.locator("#wall-main ol.lines li")).hasCount(3);
        wall.shoot("debate-01-lines");
        phone.go(meeting);
        phone.page.locator("details:has(#amend) > summary").click();
        phone.shoot("debate-01-form");
        neighbour.go(meeting);
        move(phone, TEXT.replace("均摊，每户 30 元", "和街道各付一半"));
        assertThat(neighbour.page.locator("#amendments .diff ins")).hasCount(1);
        // A form that is being filled stays as it is, whatever arrives.
        neighbour.page.locator("details:has(#amend) > summary").click();
        neighbour.fill("amend-text", TEXT.replace("30", "20"));
        moderator.go(meeting + "/console");
        moderator.page.locator("details:has(#amend) > summary").click();
        moderator.fill("amend-who", "王奶奶").fill("amend-text", TEXT.replace("六月底", "五月底") + "\n灯的开关放在门房。");
        moderator.press("motion.move");
        assertThat(neighbour.page.locator("#amend-text")).hasValue(TEXT.replace("30", "20"));
        neighbour.press("motion.move");
        assertThat(phone.page.locator("#amendments .moved > li")).hasCount(3);
        phone.shoot("debate-02-moved");
        neighbour.shoot("debate-02-moved");
        moderator.shoot("debate-02-desk");
        pocket.go(meeting + "/console").shoot("debate-02-desk");
        for (BrowserWindow window : new BrowserWindow[] {phone, neighbour, moderator, pocket}) {
            ScreenCheck.good(window);
        }

        act(moderator, "consent", 1);
        assertThat(phone.page.locator("#object")).isVisible();
        wall.reads("motion.asked").shoot("debate-03-asked");
        english.reads("motion.asked").shoot("debate-03-asked");
        phone.shoot("debate-03-asked");
        ScreenCheck.good(phone);
        phone.press("motion.object");
        moderator.reads("motion.objected").shoot("debate-04-objected");

        act(moderator, "vote", 1);
        assertThat(neighbour.page.locator("form[data-ballot]")).isVisible();
        neighbour.shoot("debate-05-ballot");
        wall.reads("session.wall.voting").shoot("debate-05-voting");
        english.reads("session.wall.voting").shoot("debate-05-voting");
        neighbour.page.locator("#me label:has(input[value=yes])").click();
        neighbour.press("part.ballot.cast").reads("poll.stands");
        moderator.follow("session.hall");
        Locator yes = moderator.page.locator("li > form button[name=choice][value=yes]");
        for (int left = yes.count(); left > 0; left--) {
            yes.first().click();
            moderator.press("session.hall.confirm");
            assertThat(yes).hasCount(left - 1);
        }
        moderator.go(meeting + "/console").confirm("session.poll.close", "session.poll.close.send");
        assertThat(phone.page.locator("#motion")).containsText("街道各付一半");
        // The neighbour's changes the same line; what the moderator moved was carried over.
        neighbour.go(meeting).reads("motion.own.stale").shoot("debate-06-stale");
        moderator.go(meeting + "/console").shoot("debate-06-desk");
        ScreenCheck.good(neighbour);
        ScreenCheck.good(moderator);
        act(moderator, "fall", 3);
        act(moderator, "consent", 2);
        wall.reads("motion.asked").shoot("debate-07-added");
        act(moderator, "adopt", 2);
        assertThat(phone.page.locator("#motion ol.lines li")).hasCount(4);

        phone.page.locator("details:has(#procedure) > summary").click();
        phone.page.locator("#procedure-kind").selectOption("close");
        phone.shoot("debate-08-procedure");
        phone.page.locator("#procedure button").click();
        act(moderator, "consent", -1);
        wall.reads("motion.asked").shoot("debate-08-procedure");
        act(moderator, "adopt", -1);
        phone.go(meeting).reads("motion.refused.floor-closed").shoot("debate-09-closed");
        moderator.shoot("debate-09-desk");
        wall.shoot("debate-09-text");
        phone.go(meeting + "/minutes");
        moderator.go(meeting + "/minutes").shoot("debate-10-minutes");
        assertEquals(
                4,
                moderator
                        .page
                        .locator("#minutes-text h3:has-text('修正案'), #minutes-text h3:has-text('停止发言')")
                        .count());
        moderator.quiet();
        phone.quiet();
        neighbour.quiet();
        wall.quiet();
    }

    // Procedural motions have negative numbers here. Buttons name the motion by its id.
    private void act(BrowserWindow window, String act, int number) {
        long id = fixture.database
                .database()
                .plain()
                .first(
                        row -> row.getLong(0),
                        "select id from motion where community = 1 and session = $1 and number = abs($2) and (kind = 'amend') = ($2 > 0)",
                        Long.parseLong(meeting.replaceFirst(".*/", "")),
                        number)
                .orElseThrow();
        window.page.locator("button[value='" + act + "-" + id + "']").click();
    }
}
