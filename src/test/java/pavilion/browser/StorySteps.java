package pavilion.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.awt.Color;
import java.util.regex.Pattern;

/**
 * One matter's way, act by act, as its people press it: the resident on a phone, the clerk at a desk, the moderator at the
 * console, the hall in front of the wall.
 */
final class StorySteps implements AutoCloseable {
    /** Of 18 households 10 must be there, 13 are; one comes by the code on the wall, twelve by the doorkeeper. */
    private static final int BY_THE_DOOR = 12;

    final BrowserFixture fixture;
    final BrowserWindow phone;
    final BrowserWindow clerk;
    final BrowserWindow moderator;
    final BrowserWindow wall;
    private final boolean live;
    String matter = "";
    String meeting = "";
    String receipt = "";

    /** Plays it; what the windows showed when it went wrong is kept as pictures. */
    static void play(
            BrowserFixture fixture, String language, boolean script, java.util.function.Consumer<StorySteps> acts) {
        try (StorySteps story = new StorySteps(fixture, language, script)) {
            try {
                acts.accept(story);
                story.everybodyIsQuiet();
            } catch (Throwable e) {
                story.shootAll();
                e.addSuppressed(new AssertionError(
                        story.phone.complaints() + " " + story.moderator.complaints() + " " + story.wall.complaints()));
                throw e;
            }
        }
    }

    private StorySteps(BrowserFixture fixture, String language, boolean script) {
        this.fixture = fixture;
        this.live = script;
        BrowserWindow.Builder resident = BrowserWindow.phone(fixture).language(language);
        phone = (script ? resident : resident.withoutScript()).as("household");
        clerk = BrowserWindow.desktop(fixture).language(language).as("committee");
        moderator = BrowserWindow.desktop(fixture).language(language).as("moderator");
        wall = BrowserWindow.wall(fixture).language(language).open();
    }

    void propose(String title, String problem) {
        phone.follow("part.nav.matters").follow("matter.propose");
        phone.page
                .locator("#where")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(courtyard()));
        phone.fill("title", title).fill("problem", problem).fill("households", "18");
        phone.page.locator("#photos").setInputFiles(Screenshot.of("before.jpg", Color.GRAY));
        phone.shoot("story-01-propose").press("matter.form.send");
        if (phone.page.locator("#not_duplicate").count() > 0) {
            phone.page
                    .locator(
                            "label",
                            new com.microsoft.playwright.Page.LocatorOptions()
                                    .setHas(phone.page.locator("#not_duplicate")))
                    .click();
            phone.press("matter.form.send");
        }
        phone.reads("matter.received").shoot("story-02-received");
        matter = phone.path().replaceFirst("\\?.*", "");
    }

    // The whole courtyard: the shortest of the names that lie in it.
    private String courtyard() {
        return phone.page.locator("#where option").allTextContents().stream()
                .filter(name -> name.contains("017"))
                .min(java.util.Comparator.comparingInt(String::length))
                .orElseThrow();
    }

    void endorse(String part) {
        try (BrowserWindow neighbour =
                BrowserWindow.phone(fixture).language(phone.language).as(part)) {
            neighbour
                    .go(matter)
                    .reads("matter.now.endorse")
                    .shoot("story-03-endorse")
                    .press("matter.endorse");
            neighbour.reads("matter.now.endorsed");
            neighbour.quiet();
        }
    }

    void triage(String reply, String post) {
        clerk.go(matter);
        if (clerk.button("matter.take-up").count() > 0) {
            clerk.press("matter.take-up");
        }
        clerk.follow("matter.triage");
        clerk.page.locator("label.pick:has(input[value=courtyard])").click();
        clerk.fill("reply", reply).fill("post", post).fill("deadline", "2026-12-01");
        clerk.shoot("story-04-triage").press("matter.triage.send");
    }

    void plan(String... ways) {
        clerk.follow("matter.plan");
        for (int i = 0; i < ways.length; i++) {
            clerk.fill("title" + (i + 1), ways[i]);
        }
        clerk.shoot("story-05-plan").press("matter.plan.save");
        clerk.press("matter.plan.ready");
    }

    void notice(String body) {
        clerk.follow("matter.notice.post");
        clerk.fill("body", body).shoot("story-06-notice").press("matter.notice.send");
        clerk.reads("matter.notice.posted");
        fixture.forward(clerk, 9);
        phone.go(matter).reads("session.call.waiting").shoot("story-07-wait");
    }

    void call(String venue) {
        moderator.go(matter).follow("session.call");
        moderator.fill("starts", fixture.hour()).fill("venue", venue);
        moderator.shoot("story-08-call").press("session.call.send");
        meeting = moderator.path().replace("/console", "");
        wall.go(moderator.page.locator("a[href^='/screen/']").getAttribute("href"));
        phone.go(matter).follow("session.to-hall").reads("session.me.called").shoot("story-09-called");
    }

    void open() {
        moderator.press("session.open").reads("session.wait-quorum").shoot("story-10-console-open");
        soon(phone).reads("session.me.check-in").shoot("story-11-check-in");
        soon(wall).reads("session.present.household", 0);
        wall.shoot("story-11-wall-open");
    }

    /** One through the code on the wall, the others by the doorkeeper; the wall and the phone count along. */
    void arrive() {
        phone.go(QrReader.of(wall.page)).shoot("story-12-door").press("session.check-in");
        phone.reads("session.me.here");
        wall.reads("session.present.household", 1);
        try (BrowserWindow doorkeeper =
                BrowserWindow.desktop(fixture).language(moderator.language).as("moderator")) {
            doorkeeper.go(meeting + "/door");
            for (int here = 1; here <= BY_THE_DOOR; here++) {
                doorkeeper
                        .page
                        .locator("input[name=way][value=in] ~ button")
                        .first()
                        .click();
                assertThat(doorkeeper.page.locator(".queue .tag.met")).hasCount(here + 1);
            }
            doorkeeper.shoot("story-13-doorkeeper");
            doorkeeper.quiet();
        }
        wall.reads("session.present.household", BY_THE_DOOR + 1);
        soon(phone).reads("session.present.household", BY_THE_DOOR + 1);
        moderator.reads("session.present.household", BY_THE_DOOR + 1);
        wall.shoot("story-14-wall-quorum");
    }

    void ask(String motion) {
        Locator edit = moderator.page.locator("#motion-form");
        if (!edit.isVisible()) {
            moderator.page.locator("details:has(#motion-form) summary").click();
        }
        moderator.fill("motion-text", motion);
        moderator.press("session.motion.save");
        wall.readsText(motion);
        moderator.shoot("story-15-console-motion").press("session.poll.open");
        moderator.reads("poll.cast", 0);
        assertThat(soon(phone).page.locator("form[data-ballot]")).isVisible();
        phone.shoot("story-16-ballot");
        wall.reads("session.wall.voting").shoot("story-16-wall-voting");
    }

    /** A hand goes up on the phone, the moderator gives the floor, and the time runs on the wall. */
    void talk() {
        phone.press("session.side.for").reads("session.hand.up").shoot("story-14-hand");
        moderator.page.locator("#queue").getByRole(AriaRole.BUTTON).first().click();
        soon(phone).page.locator("#floor .countdown").waitFor();
        phone.shoot("story-14-speaking");
        assertThat(wall.page.locator("#wall-main .countdown")).hasText(Pattern.compile("[12]:[0-5][0-9]"));
        wall.shoot("story-14-wall-speaking");
        moderator.shoot("story-14-console-speaking").press("session.floor.end").reads("session.floor.none");
    }

    /** Two taps: the choice, the box. */
    void vote(String choice) {
        phone.page.locator("#me label:has(input[value=" + choice + "])").click();
        phone.press("part.ballot.cast");
        counted();
    }

    void counted() {
        phone.reads(live ? "poll.stands" : "poll.receipt.found");
        receipt = phone.page.locator(".receipt .code").first().textContent();
        phone.shoot("story-17-counted");
        wall.reads("poll.cast", 1);
        moderator.reads("poll.cast", 1);
        moderator.shoot("story-17-console-voting");
        wall.shoot("story-17-wall-turnout");
    }

    /** The network is gone when the button is pressed; the ballot is kept, said so, and sent once when it is back. */
    void voteWithoutNetwork(String choice) {
        phone.context.setOffline(true);
        phone.page.locator("#me label:has(input[value=" + choice + "])").click();
        phone.press("part.ballot.cast").reads("part.ballot.kept").shoot("story-17-kept");
        wall.reads("poll.cast", 0);
        phone.context.setOffline(false);
        counted();
        phone.forgive();
    }

    /** The others have no phone: the clerk of the hall writes down what they say, and the wall counts along. */
    void voteInTheHall(int yes, int no, int abstain) {
        moderator.follow("session.hall");
        for (int said = 0; said < yes + no + abstain; said++) {
            String choice = said < yes ? "yes" : said < yes + no ? "no" : "abstain";
            moderator
                    .page
                    .locator("button[name=choice][value=" + choice + "]")
                    .first()
                    .click();
            moderator.press("session.hall.confirm");
            wall.reads("poll.cast", said + 2);
        }
        moderator.shoot("story-17-hall").go(meeting + "/console");
    }

    void close(String minority) {
        moderator.fill("minority", minority).confirm("session.poll.close", "session.poll.close.send");
        moderator.shoot("story-18-console-outcome");
        wall.reads("session.wall.counted").shoot("story-18-wall-counted");
        moderator.press("session.show-result");
        assertThat(wall.page.locator(".outcome")).isVisible();
        assertThat((live ? phone : phone.go(meeting)).page.locator(".outcome")).isVisible();
        wall.shoot("story-18-wall-outcome");
        phone.shoot("story-18-outcome");
        moderator.confirm("session.close", "session.close.send").reads("session.state.closed");
        moderator.shoot("story-19-console-closed");
        soon(phone).reads("session.me.closed");
    }

    void readReceipt() {
        phone.go(base() + "/receipts").fill("code", receipt).press("poll.look-up");
        phone.reads("poll.receipt.found").shoot("story-20-receipt");
    }

    OutcomeSteps afterwards() {
        return new OutcomeSteps(this);
    }

    private void shootAll() {
        phone.shoot("failed-phone");
        clerk.shoot("failed-clerk");
        moderator.shoot("failed-moderator");
        wall.shoot("failed-wall");
    }

    private void everybodyIsQuiet() {
        phone.quiet();
        clerk.quiet();
        moderator.quiet();
        wall.quiet();
    }

    /** A phone with script hears by itself; one without loads the page again. */
    BrowserWindow soon(BrowserWindow window) {
        if (window == phone && !live) {
            window.go(window.path());
        }
        return window;
    }

    String base() {
        return matter.substring(0, matter.indexOf("/matters"));
    }

    @Override
    public void close() {
        phone.close();
        clerk.close();
        moderator.close();
        wall.close();
    }
}
