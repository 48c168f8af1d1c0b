package pavilion.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pavilion.db.Database;
import pavilion.identity.Tokens;
import pavilion.rehearse.SessionSetupStore;
import pavilion.rules.Sha256;

/** Meetings in several windows: the representatives who fall one vote short, plans beside each other, hands raised. */
final class LiveSessionTest {
    private static final int PRESENT = 113;
    private static final int YES = 56;
    private static final int PAPERS = 3;
    private static final String SIGN_IN = "pavilion";

    private final BrowserFixture fixture = BrowserFixture.open();
    private final Database db = fixture.database.database();
    private final HallSteps hall = new HallSteps(fixture);

    private record Member(long person, String code) {}

    @Test
    void theRepresentativesDecideOnTheStreetTradersAndFallOneVoteShort() {
        String title = "约八百家商铺的外摆、油烟和夜间噪声写进居民公约";
        String matter = hall.matter(title, "rc28.reps", "");
        List<Member> members = db.plain().list(row -> new Member(row.getLong("person"), row.getString("code")), """
                        select distinct r.person, n.code from role r
                        join person n on n.community = r.home and n.id = r.person
                        where r.community = 1 and r.role in ('resident_rep', 'committee') and r.to_day is null
                        order by n.code
                        """);
        assertEquals(169, members.size());
        List<Member> here = members.subList(0, PRESENT);
        try (BrowserWindow moderator = BrowserWindow.desktop(fixture).as("moderator");
                BrowserWindow wall = BrowserWindow.wall(fixture).open()) {
            String meeting = hall.call(moderator, matter, "商铺外摆不过晚上十点，油烟上楼顶排，夜里十点后不放音响。");
            wall.go(moderator.page.locator("a[href^='/screen/']").getAttribute("href"));
            wall.reads("session.quorum.short.person", 169, 113).shoot("hall-01-wall-open");
            HallSteps.admit(
                    moderator, meeting, here.stream().map(Member::person).toList());
            wall.reads("session.quorum.met.person", 169, 113).shoot("hall-02-wall-quorum");
            moderator.go(meeting + "/console").press("session.poll.open").reads("poll.cast", 0);
            String poll = HallSteps.pollOf(moderator);
            vote(here.subList(0, PRESENT - PAPERS), meeting, poll);
            wall.reads("poll.cast", PRESENT - PAPERS);
            onPaper(moderator, poll);
            wall.reads("poll.cast", PRESENT).shoot("hall-03-wall-voting");
            moderator.go(meeting + "/console");
            moderator
                    .fill("minority", "店家希望夏天放宽到十一点。")
                    .shoot("hall-03-console")
                    .confirm("session.poll.close", "session.poll.close.send");
            moderator.reads("poll.papers", 3, 3, 0);
            moderator.reads("rules.outcome.failed").shoot("hall-04-console-failed");
            moderator.press("session.show-result");
            assertThat(wall.page.locator(".outcome")).hasText(wall.said("rules.outcome.failed"));
            wall.readsText("56");
            wall.shoot("hall-05-wall-failed");
            moderator.quiet();
            wall.quiet();
        }
    }

    /** Those without a phone: a paper each, a box, and two who count what is in it. */
    private void onPaper(BrowserWindow moderator, String poll) {
        moderator.follow("session.hall");
        for (int given = 0; given < PAPERS; given++) {
            moderator.page.locator("ul.queue button").first().click();
            moderator.reads("session.papers.given");
        }
        ScreenCheck.good(moderator);
        moderator.shoot("hall-02-papers").follow("session.papers");
        try (BrowserWindow scrutineer = BrowserWindow.phone(fixture).as("committee")) {
            for (BrowserWindow each : List.of(moderator, scrutineer)) {
                each.go(poll + "/count")
                        .fill("yes", "0")
                        .fill("no", "0")
                        .fill("abstain", "3")
                        .fill("spoiled", "0");
                ScreenCheck.good(each);
                each.press("session.hands.send");
            }
            scrutineer.reads("session.hands.agreed").shoot("hall-02-papers-counted");
            scrutineer.quiet();
        }
        moderator.go(poll + "/papers").shoot("hall-02-papers-print");
        ScreenCheck.good(moderator);
    }

    /** Everybody present has a phone of their own and casts by its form, 56 in favour. */
    private void vote(List<Member> here, String meeting, String poll) {
        List<Long> people = here.stream().map(Member::person).toList();
        List<String> tokens = people.stream().map(p -> Tokens.token()).toList();
        db.run(tx -> SessionSetupStore.accounts(tx, 1, people, Instant.now()));
        db.run(tx -> SessionSetupStore.signIns(
                tx, 1, people, tokens.stream().map(Sha256::of).toList(), Instant.now()));
        HttpClient phones = HttpClient.newHttpClient();
        for (int i = 0; i < here.size(); i++) {
            String cookie = SIGN_IN + "=" + tokens.get(i);
            String page = answer(phones, HttpRequest.newBuilder(URI.create(fixture.url() + meeting)), cookie, 200);
            Matcher csrf = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"").matcher(page);
            assertTrue(csrf.find(), page);
            String form = "csrf=%s&key=rep%d&voter=%d&choice=%s"
                    .formatted(csrf.group(1), i, people.get(i), i < YES ? "yes" : i < 100 ? "no" : "abstain");
            answer(
                    phones,
                    HttpRequest.newBuilder(URI.create(fixture.url() + poll + "/ballot"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form)),
                    cookie,
                    303);
        }
    }

    private static String answer(HttpClient phones, HttpRequest.Builder request, String cookie, int status) {
        try {
            HttpResponse<String> answer =
                    phones.send(request.header("Cookie", cookie).build(), HttpResponse.BodyHandlers.ofString());
            assertEquals(status, answer.statusCode(), answer.body());
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void plansStandBesideEachOtherOnEveryPhoneAndTheOnePickedIsDecided() {
        for (String language : List.of("zh", "en")) {
            plans(language);
        }
    }

    private void plans(String language) {
        String matter = hall.matter("车棚改造 " + language, "yard.consult", "HP-017");
        List<Long> homes = fixture.homes(18);
        try (BrowserWindow moderator =
                        BrowserWindow.desktop(fixture).language(language).as("moderator");
                BrowserWindow phone =
                        BrowserWindow.phone(fixture).language(language).as("household");
                BrowserWindow wall =
                        BrowserWindow.wall(fixture).language(language).open()) {
            String meeting = hall.call(moderator, matter, "车棚怎么办？");
            wall.go(moderator.page.locator("a[href^='/screen/']").getAttribute("href"));
            HallSteps.admit(moderator, meeting, homes);
            moderator.go(meeting + "/console");
            HallSteps.otherQuestion(moderator);
            moderator.page.locator("#method").selectOption("irv");
            moderator.fill("plans", "修雨棚").press("session.ask.send");
            moderator.reads("method.refused.plans", 1, 20);
            assertThat(moderator.page.locator("#plans")).hasValue("修雨棚");
            assertThat(moderator.page.locator("#method")).hasValue("irv");
            moderator.forgive();
            moderator.fill("plans", "修雨棚\n装充电桩\n维持现状");
            ScreenCheck.good(moderator);
            moderator.shoot("plans-01-console").press("session.ask.send");
            moderator.reads("poll.cast", 0);
            phone.go(meeting);
            assertThat(phone.page.locator("form[data-ballot] select")).hasCount(3);
            ScreenCheck.good(phone);
            phone.shoot("plans-02-ballot");
            wall.readsText("装充电桩").shoot("plans-02-wall");
            phone.page.locator("select[name=p2]").selectOption("1");
            phone.page.locator("select[name=p1]").selectOption("2");
            phone.press("part.ballot.cast").reads("poll.stands");
            moderator.follow("session.hall");
            for (int i = 0; i < 2; i++) {
                moderator.page.locator("ul.queue summary").first().click();
                moderator.page.locator("ul.queue select[name=p2]").first().selectOption("1");
                if (i == 0) {
                    moderator.shoot("plans-03-hall");
                }
                moderator.page.locator("ul.queue details[open] button").click();
                moderator.press("session.hall.confirm");
                wall.reads("poll.cast", i + 2);
            }
            moderator
                    .go(meeting + "/console")
                    .confirm("session.poll.close", "session.poll.close.send")
                    .reads("poll.picked", "装充电桩");
            moderator.shoot("plans-04-console").press("session.show-result");
            wall.readsText("装充电桩");
            assertThat(wall.page.locator(".outcome")).isVisible();
            wall.shoot("plans-05-wall");
            assertEquals(true, wall.page.evaluate("document.documentElement.scrollHeight <= innerHeight"));
            phone.go(meeting).shoot("plans-05-phone");
            moderator.quiet();
            phone.quiet();
            wall.quiet();
        }
    }

    @Test
    void raisedHandsAreCountedByTwoPeopleEachOnTheirOwn() {
        String matter = hall.matter("院坝里的石桌", "yard.consult", "HP-017");
        List<Long> homes = fixture.homes(13);
        try (BrowserWindow moderator = BrowserWindow.desktop(fixture).as("moderator");
                BrowserWindow recorder = BrowserWindow.phone(fixture).as("committee")) {
            String meeting = hall.call(moderator, matter, "石桌搬到凉亭边上。");
            HallSteps.admit(moderator, meeting, homes);
            moderator.go(meeting + "/console");
            HallSteps.otherQuestion(moderator);
            moderator.press("session.ask.hands").reads("poll.hands.open", 13);
            String poll = HallSteps.pollOf(moderator);
            moderator.follow("session.to-hands");
            moderator.fill("yes", "9").fill("no", "3").fill("abstain", "1").press("session.hands.send");
            moderator.reads("session.hands.waiting");
            recorder.go(poll + "/count").fill("yes", "90").fill("no", "3").fill("abstain", "1");
            recorder.press("session.hands.send").reads("poll.refused.hands-more", 94, 13);
            recorder.fill("yes", "8").press("session.hands.send").reads("session.hands.differ");
            recorder.forgive();
            ScreenCheck.good(recorder);
            recorder.shoot("hands-01-differ");
            moderator
                    .go(meeting + "/console")
                    .confirm("session.poll.close", "session.poll.close.send")
                    .reads("poll.refused.hands");
            recorder.fill("yes", "9").press("session.hands.send").reads("session.hands.agreed");
            moderator.confirm("session.poll.close", "session.poll.close.send").reads("poll.hands.counted");
            moderator.shoot("hands-02-console");
        }
    }
}
