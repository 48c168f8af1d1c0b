package pavilion.browser;

import java.awt.Color;
import java.util.List;

/** What follows a decision: its public notice, the work, the judgement. */
final class OutcomeSteps {
    private final StorySteps story;

    OutcomeSteps(StorySteps story) {
        this.story = story;
    }

    /** The recorder writes the points, those who were there approve on the phone and by hand, and the paper is printed. */
    void minutes(String points) {
        story.moderator.go(story.meeting + "/minutes");
        story.moderator.page.locator("textarea[name^=points]").fill(points);
        story.moderator.press("minutes.save").readsText(points).shoot("story-20-minutes");
        story.moderator.press("minutes.put").shoot("story-20-minutes-put");
        story.phone.go(story.meeting + "/minutes").readsText(points).shoot("story-20-minutes-phone");
        story.phone.press("minutes.answer.yes").reads("minutes.said.yes");
        for (BrowserWindow counting : List.of(story.moderator, story.clerk)) {
            counting.go(story.meeting + "/minutes").fill("hands", "8").press("session.hands.send");
        }
        story.clerk.reads("minutes.hands.agreed").shoot("story-20-minutes-hands");
        story.moderator.go(story.meeting + "/minutes").press("minutes.approve");
        story.moderator.reads("minutes.approved", 9, 13).shoot("story-20-minutes-approved");
    }

    /** Published for fifteen full days; one objection, answered by somebody who did not decide. */
    void publish(String objection, String answer) {
        story.phone.go(story.matter).reads("matter.waits.posting").shoot("story-21-counted");
        story.moderator.go(story.matter).shoot("story-21-draft").press("resolution.draft.post");
        story.phone.go(story.matter).shoot("story-21-publicity");
        story.phone.page.locator("#resolution a.act").click();
        story.phone.page.waitForURL("**/register/*");
        story.phone.page.locator("#object summary").click();
        story.phone.page.locator("#objection label.pick").first().click();
        story.phone.fill("words", objection).press("resolution.object.send");
        story.phone.readsText(objection).reads("resolution.objection.waiting").shoot("story-22-objection");
        String resolution = story.phone.path().replaceFirst("#.*", "");
        try (BrowserWindow other = BrowserWindow.desktop(story.fixture)
                .language(story.clerk.language)
                .as("supervision")) {
            other.go(resolution);
            other.page.locator("#objections summary").first().click();
            other.page.locator("#objections textarea[name=words]").first().fill(answer);
            other.press("resolution.answer.reject").readsText(answer).shoot("story-23-answer");
            other.quiet();
        }
        // Fifteen days, and whatever rest days move the last of them by; a sign-in lasts thirty in all.
        story.fixture.forward(story.clerk, 20);
        story.phone.go(resolution).shoot("story-24-published");
    }

    void work(String task, String note) {
        story.clerk.go(story.matter).fill("task-title", task).press("task.add");
        story.clerk.shoot("story-25-task");
        story.phone.go(story.matter).press("task.claim");
        story.phone.page.locator("#work details summary").click();
        story.phone.page.locator("#work select[name=kind]").selectOption("after");
        story.phone.page.locator("#work input[type=file]").setInputFiles(Screenshot.of("after.jpg", Color.ORANGE));
        story.phone.page.locator("#work textarea[name=note]").fill(note);
        story.phone.page.locator("#work label.pick:has(input[name=done])").click();
        story.phone.shoot("story-26-report").press("task.report.send");
        story.phone.readsText(note).shoot("story-27-done");
        story.clerk.go(story.matter).press("task.now.close.go");
    }

    void rate(String words) {
        story.phone.go(story.matter).follow("task.now.rate.go");
        story.phone.page.locator("#rate label.pick").first().click();
        story.phone.fill("rating-note", words).shoot("story-28-rate").press("task.rating.send");
        // Seven days and whatever rest days move the last of them by: by then the sign-ins of before have ended.
        for (BrowserWindow before : List.of(story.phone, story.clerk, story.moderator)) {
            before.page.navigate("about:blank");
        }
        try (BrowserWindow archive = BrowserWindow.desktop(story.fixture).as("committee")) {
            story.fixture.forward(archive, 11);
            archive.go(story.matter).reads("matter.ending.done").shoot("story-29-archived");
        }
    }
}
