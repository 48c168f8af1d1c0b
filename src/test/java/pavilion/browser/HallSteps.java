package pavilion.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pavilion.db.Database;

/** What tests of a meeting begin with: a matter that waits for one, its call, people at the door, a question put. */
final class HallSteps {
    private final BrowserFixture fixture;
    private final Database db;

    HallSteps(BrowserFixture fixture) {
        this.fixture = fixture;
        this.db = fixture.database.database();
    }

    /** A matter that waits for its meeting, as the demo's own matters come to it. */
    String matter(String title, String rule, String place) {
        long id =
                db.plain().first(row -> row.getLong(0), """
                        insert into matter (community, number, template, rule, place, title, problem, proposer, stage,
                            threshold, created_at, changed_at, request_key)
                        select 1, 'HALL-' || nextval('ids'), 'T1', $1, p.id, $2, $2, n.id, 'session', 1, now(), now(),
                            'hall' || nextval('ids')
                        from place p, (select id from person where community = 1 limit 1) n
                        where p.community = 1 and (p.code = $3 or ($3 = '' and p.kind = 'community')) limit 1
                        returning id
                        """, rule, title, place).orElseThrow();
        return "/c/" + community() + "/matters/" + id;
    }

    private String community() {
        return db.plain()
                .first(row -> row.getString(0), "select code from community where id = 1")
                .orElseThrow();
    }

    String call(BrowserWindow moderator, String matter, String motion) {
        moderator.go(matter).follow("session.call");
        moderator.fill("starts", fixture.hour()).fill("motion", motion).press("session.call.send");
        String meeting = moderator.path().replace("/console", "");
        moderator.press("session.open");
        return meeting;
    }

    /** The doorkeeper lets them in by the form of the door's page. */
    static void admit(BrowserWindow moderator, String meeting, List<Long> voters) {
        moderator.go(meeting + "/door");
        String csrf = moderator.page.locator("input[name=csrf]").first().getAttribute("value");
        for (long voter : voters) {
            APIResponse in = moderator
                    .context
                    .request()
                    .post(
                            meeting + "/door",
                            RequestOptions.create()
                                    .setForm(FormData.create()
                                            .set("csrf", csrf)
                                            .set("voter", Long.toString(voter))
                                            .set("way", "in")));
            assertTrue(in.ok(), in.statusText());
        }
    }

    static void otherQuestion(BrowserWindow moderator) {
        moderator
                .page
                .locator("summary", new Page.LocatorOptions().setHasText(moderator.said("session.ask.other")))
                .click();
    }

    static String pollOf(BrowserWindow moderator) {
        Matcher found = Pattern.compile("(/c/[^/]+/polls/[0-9]+)/close").matcher(moderator.page.content());
        assertTrue(found.find());
        return found.group(1);
    }

    /** What a voter in the hall said is entered and confirmed; an order of plans, such as 2>1. */
    static void enter(BrowserWindow moderator, String poll, long voter, String choice) {
        moderator.go(poll + "/assisted");
        String csrf = moderator.page.locator("input[name=csrf]").first().getAttribute("value");
        APIResponse in = moderator
                .context
                .request()
                .post(
                        poll + "/assisted",
                        RequestOptions.create()
                                .setForm(FormData.create()
                                        .set("csrf", csrf)
                                        .set("key", "wall" + voter)
                                        .set("voter", Long.toString(voter))
                                        .set("sure", choice)));
        assertTrue(in.ok(), in.statusText());
    }
}
