package pavilion.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several plans on the console, the ballot, the page and the wall. */
final class PlansPagesTest {
    private DemoSession held;

    @BeforeEach
    void open() {
        held = DemoSession.open();
    }

    @AfterEach
    void close() {
        held.close();
    }

    private long amend(String text) {
        held.sent(
                303,
                held.address() + "/motions/for",
                Map.of("kind", "amend", "name", "李奶奶", "base", "1", "text", text, "key", "m"));
        return held.number("select id from motion where community = 1 order by id desc limit 1");
    }

    private String put(String method, String plans, Map<String, String> more) {
        return held.put(
                DemoSession.join(Map.of("way", "plans", "question", "选哪个方案？", "method", method, "plans", plans), more));
    }

    @Test
    void anAmendedTextTakesThePlaceOfItsPlanAndTheQuestionIsTheModerators() {
        String motion = held.text("select motion from agenda_item where community = 1 and session = " + held.id
                + " order by ordinal limit 1");
        long id = amend("只划黄线，夜里值守");
        held.sent(303, held.address() + "/motions/act", Map.of("act", "consent-" + id));
        HttpResponse<String> no = held.sent(409, held.address() + "/close", Map.of());
        assertTrue(no.body().contains("正在征求意见"), no.body());
        held.sent(303, held.address() + "/motions/act", Map.of("act", "adopt-" + id));
        String console = held.moderator.get(held.console()).body();
        String plans = console.substring(console.indexOf("<textarea id=\"plans\""));
        plans = plans.substring(0, plans.indexOf("</textarea>"));
        assertTrue(plans.contains("只划黄线，夜里值守"), plans);
        assertFalse(List.of(plans.replaceFirst(".*?>", "").split("\n")).contains(motion), plans);
        assertTrue(console.contains("value=\"选哪个方案？\""), console);
        String poll = put("plurality", "维持现状\n只划黄线，夜里值守", Map.of());
        held.cast(poll, 0, Map.of("choice", "2"));
        held.sent(303, poll + "/close", Map.of("minority", ""));
        String page = held.page("household", held.address());
        int silent = held.voters(poll).size() - 1;
        assertTrue(page.contains("没有投票的 " + silent + "。"), page);
        assertTrue(page.contains("<p class=\"motion\">选哪个方案？</p>") && page.contains("只划黄线，夜里值守"), page);
        assertFalse(page.contains("反对 <b>"), page);
    }

    @Test
    void twoPlansThatReadTheSameAreRefused() {
        HttpResponse<String> no = held.sent(
                409,
                held.address() + "/poll",
                Map.of("way", "plans", "question", "选哪个？", "method", "approval", "plans", "修雨棚 A\n修雨棚Ａ\n换灯"));
        assertTrue(no.body().contains("修雨棚Ａ"), "what was typed stays");
    }

    @Test
    void theMoneyStandsOnBallotWallAndPageWithTwoDecimals() {
        String poll = put("greedy", "修屋顶|12000\n换灯|3000\n加长椅|2500", Map.of("budget", "15000"));
        String ballot = held.servers
                .as(1, held.voters(poll).getFirst()[1])
                .get(poll + "/mine")
                .body();
        for (String page : new String[] {ballot, held.wall(), held.page("household", held.address())}) {
            assertTrue(page.contains("15000.00"), page);
        }
        assertTrue(ballot.contains("12000.00") && held.wall().contains("3000.00"), ballot);
        held.sent(303, poll + "/void", Map.of("reason", "再算一算"));
        held.sent(
                409,
                held.address() + "/poll",
                Map.of("way", "plans", "question", "?", "method", "greedy", "plans", "甲|50\n乙|60", "budget", "10"));
    }

    @Test
    void whoDidNotTickAPlanIsNotSaidToBeAgainstItAndSeatsAndLotAreTold() {
        String poll = put("approval", "修雨棚\n换灯\n加长椅", Map.of("seats", "2"));
        assertTrue(held.wall().contains("选出 2 个方案"), held.wall());
        String[] ticks = {"1", "2", "3"};
        for (int i = 0; i < ticks.length; i++) {
            held.cast(poll, i, Map.of("plan", ticks[i]));
        }
        held.cast(poll, 3, Map.of("choice", "none"));
        held.sent(303, poll + "/close", Map.of("minority", ""));
        held.sent(303, poll + "/show", Map.of());
        for (String page : new String[] {held.wall(), held.page("household", held.address())}) {
            assertTrue(page.contains("可以接受 1 票，没有接受 3 票（其中都不同意 1 票），弃权 0 票"), page);
            assertTrue(page.contains("抽签") && page.contains("SHA-256"), page);
            assertTrue(
                    page.contains(held.text("select electorate_sha from poll where community = 1 and state = 'closed'"
                            + " and session = " + held.id)));
            assertFalse(page.contains("反对 <b>"), page);
        }
        assertEquals(
                1,
                held.number("select (tally->'plans'->>'none')::bigint from poll where community = 1 and session = "
                        + held.id));
    }

    @Test
    void whoGoesOutRoundByRoundAndByWhichLotIsTold() {
        String poll = put("stv-scottish", "修雨棚\n换灯\n加长椅", Map.of("seats", "2"));
        String[] first = {"p1", "p1", "p2", "p3"};
        for (int i = 0; i < first.length; i++) {
            held.cast(poll, i, Map.of(first[i], "1"));
        }
        held.sent(303, poll + "/close", Map.of("minority", ""));
        held.sent(303, poll + "/show", Map.of());
        String code = held.text(
                "select electorate_sha from poll where community = 1 and state = 'closed' and session = " + held.id);
        for (String page : new String[] {held.wall(), held.page("household", held.address())}) {
            Matcher lot = Pattern.compile("“换灯 · 加长椅”票数相同，按表决开始前公布的名册校验码抽签，“([^”]+)”出局。")
                    .matcher(page);
            assertTrue(lot.find(), page);
            assertTrue(page.contains("先后出局的：“" + lot.group(1) + "”"), page);
            assertTrue(page.contains(code) && page.contains("SHA-256"), page);
        }
    }

    @Test
    void eachPlanIsDecidedByItselfWhereverTheResultIsRead() {
        String poll = put("approval", "修雨棚\n换灯\n加长椅", Map.of("seats", "2"));
        int all = held.voters(poll).size();
        int most = all / 2 + 1;
        for (int i = 0; i < all - 1; i++) {
            held.cast(poll, i, Map.of("plan", i < most ? "1" : "2"));
        }
        held.cast(poll, all - 1, Map.of("choice", "none"));
        held.sent(303, poll + "/close", Map.of("minority", ""));
        held.sent(303, poll + "/show", Map.of());
        String number = held.posted(poll);
        int second = all - 1 - most;
        String first = "可以接受 %d 票，没有接受 %d 票（其中都不同意 1 票），弃权 0 票".formatted(most, all - most);
        String other = "可以接受 %d 票，没有接受 %d 票（其中都不同意 1 票），弃权 0 票".formatted(second, all - second);
        String resolution = held.page("household", held.at + "/register/" + number);
        String table = held.page("household", held.at + "/register.csv");
        for (String page : new String[] {held.wall(), resolution, table}) {
            assertTrue(page.contains("“修雨棚”通过：" + first), page);
            assertTrue(page.contains("“换灯”未通过：" + other), page);
            assertTrue(page.contains("“加长椅”没有入选：可以接受 0 票"), page);
            assertFalse(page.contains("反对 " + second), page);
        }
        String session = held.page("household", held.address());
        for (String page :
                new String[] {session, held.moderator.get(poll + "/scrutiny").body()}) {
            assertTrue(page.contains("通过：" + first) && page.contains("未通过：" + other), page);
            assertTrue(page.contains("部分方案通过"), page);
        }
        String body = resolution.substring(resolution.indexOf("<section id=\"body\">"));
        body = body.substring(0, body.indexOf("</section>"));
        assertTrue(body.contains("修雨棚") && !body.contains("换灯"), body);
    }
}
