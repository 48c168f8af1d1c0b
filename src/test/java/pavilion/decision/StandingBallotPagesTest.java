package pavilion.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pavilion.support.TestBrowser;
import pavilion.support.TestServers;

/** What a household sees before it votes, at once after it, and on every later visit. */
final class StandingBallotPagesTest {
    private static final Pattern CODE = Pattern.compile("class=\"code\">([0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{4})<");
    private static final Pattern FIELD = Pattern.compile("name=\"(csrf|key|voter)\" value=\"([^\"]*)\"");
    private static TestServers servers;
    private static LongPoll poll;

    @BeforeAll
    static void openThePoll() {
        servers = TestServers.open();
        poll = LongPoll.open(servers);
    }

    @AfterAll
    static void close() {
        servers.close();
    }

    private static String form(String page, String choice) {
        StringBuilder form = new StringBuilder("choice=" + choice);
        Matcher field = FIELD.matcher(page.substring(page.indexOf("data-ballot")));
        for (int i = 0; i < 3 && field.find(); i++) {
            form.append('&').append(field.group(1)).append('=').append(field.group(2));
        }
        return form.toString();
    }

    private static String cast(TestBrowser phone, String form) {
        var answer = phone.post(
                poll.address() + "/ballot",
                "application/x-www-form-urlencoded",
                form.getBytes(StandardCharsets.UTF_8),
                "X-Fragment",
                "1");
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private static String code(String page) {
        Matcher code = CODE.matcher(page);
        assertTrue(code.find(), page);
        return code.group(1);
    }

    @Test
    void theBallotStandsBelowTheTitleAndThenSaysWhatWasCast() {
        TestBrowser phone = servers.as("household");
        assertTrue(phone.get(poll.at() + "/today").body().contains("去投票"));
        String page = phone.get(poll.page()).body();
        assertTrue(page.indexOf("data-ballot") < page.indexOf("class=\"stages\""), page);
        assertTrue(page.contains("<h2 class=\"what\">装扶手吗？</h2>"), page);
        assertTrue(page.contains("代表：您家 · 同意票超过到会数的 1/2 才通过"), page);

        String form = form(page, "yes");
        String counted = cast(phone, form);
        assertTrue(counted.contains("投的是：<b>同意</b>"), counted);
        assertTrue(counted.contains("data-turnout=\"" + poll.page() + "\""), counted);
        String receipt = code(counted);

        // Sent again with another choice it is still the first ballot: nothing is said of the second choice.
        String repeated = cast(phone, form.replace("choice=yes", "choice=no"));
        assertFalse(repeated.contains("反对") || repeated.contains("同意"), repeated);
        assertEquals(receipt, code(repeated));

        String later = phone.get(poll.page()).body();
        assertTrue(later.contains("✓ 投好了") && later.contains("您家投的是：<b>同意</b>"), later);
        assertEquals(receipt, code(later));
        assertTrue(later.contains("<details><summary>改主意？"), later);
        String mine = phone.get(poll.at() + "/ballots").body();
        assertTrue(mine.contains("装扶手吗？") && mine.contains("您家投的是：<b>同意</b>"), mine);
        assertTrue(mine.contains(receipt) && mine.contains("正在表决"), mine);
        assertTrue(servers.as("recorder").get(poll.at() + "/ballots").body().contains("您还没有投过票"));
        assertTrue(phone.get(poll.at() + "/me").body().contains(poll.at() + "/ballots"));
        assertFalse(phone.get(poll.at() + "/today").body().contains(poll.page() + "\">去投票"));
        assertTrue(cast(phone, form(later, "no")).contains("投的是：<b>反对</b>"));
    }

    @Test
    void theHeaderMarksThePageAndHasTheNextTextSize() {
        TestBrowser phone = servers.as("moderator");
        String page = phone.get(poll.page()).body();
        assertTrue(page.contains("/matters\" aria-current=\"page\">议题"), page);
        assertFalse(page.contains("aria-current=\"page\">今日"), page);
        assertTrue(page.contains("name=\"size\" value=\"22\">大字"), page);
        phone.get("/set?size=28&back=/");
        String large = phone.get(poll.at() + "/today").body();
        assertTrue(large.contains("aria-current=\"page\">今日"), large);
        assertTrue(large.contains("name=\"size\" value=\"18\">标准字"), large);
    }
}
