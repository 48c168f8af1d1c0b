package pavilion.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import pavilion.db.Tx;
import pavilion.support.TestBrowser;
import pavilion.support.TestServers;

/** The forms without script, as somebody with bad manners sends them too. */
@TestMethodOrder(MethodOrderer.MethodName.class)
final class MotionPagesTest {
    private static final String TEXT = "一层换灯\n二层换灯\n费用各户均摊";

    private static TestServers servers;
    private static Tx tx;
    private static String path;
    private static long session;
    private static TestBrowser resident;
    private static TestBrowser neighbour;
    private static TestBrowser moderator;
    private static int keys;

    @BeforeAll
    static void open() {
        servers = TestServers.open();
        tx = servers.database().database().plain();
        session = tx.first(
                        row -> row.getLong(0),
                        "select id from session where community = 1 and state = 'called' order by id limit 1")
                .orElseThrow();
        path = "/c/" + servers.guest("household").community() + "/sessions/" + session;
        resident = servers.as("household");
        neighbour = servers.as("neighbour");
        moderator = servers.as("moderator");
        tx.run("update session set starts_at = starts_at - interval '9 days' where community = 1 and id = $1", session);
        moderator.get(path + "/console");
        assertEquals(303, moderator.post(path + "/open", Map.of()).statusCode());
        for (String part : new String[] {"household", "neighbour"}) {
            tx.run("""
                    insert into presence (community, session, voter, person, how, arrived_at)
                    select 1, $1, household, id, 'door', now() from person where community = 1 and id = $2
                    """, session, servers.guest(part).person());
        }
        assertEquals(
                303,
                moderator
                        .post(path + "/motion", Map.of("motion", TEXT, "from", "1"))
                        .statusCode());
    }

    @AfterAll
    static void close() {
        servers.close();
    }

    @BeforeEach
    void look() {
        resident.get(path);
        neighbour.get(path);
        moderator.get(path + "/console");
    }

    private static String base(TestBrowser browser) {
        Matcher base = Pattern.compile("id=\"amend\".*?name=\"base\" value=\"(\\d+)\"", Pattern.DOTALL)
                .matcher(browser.get(path).body());
        assertTrue(base.find());
        return base.group(1);
    }

    private static Map<String, String> form(String base, String text) {
        Map<String, String> form = new HashMap<>();
        form.put("kind", "amend");
        form.put("key", "form" + keys++);
        form.put("base", base);
        form.put("again", "0");
        form.put("text", text);
        return form;
    }

    private static HttpResponse<String> move(TestBrowser browser, Map<String, String> form) {
        return browser.post(path + "/motions", form);
    }

    private static int moved() {
        return tx.first(row -> row.getInteger(0), "select count(*)::int from motion where session = $1", session)
                .orElseThrow();
    }

    private static HttpResponse<String> act(String act) {
        String id = tx.first(
                        row -> String.valueOf(row.getLong(0)),
                        "select id from motion where session = $1 and state in ('moved', 'consent') order by moved_at desc, id desc limit 1",
                        session)
                .orElseThrow();
        return moderator.post(path + "/motions/act", Map.of("act", act + "-" + id));
    }

    @Test
    void aTextIsNeverMarkupAndItsLinesAreNumbered() {
        assertEquals(
                303,
                move(resident, form(base(resident), TEXT + "\n<script>alert(1)</script><b>粗</b>"))
                        .statusCode());
        for (String page : new String[] {
            neighbour.get(path).body(),
            moderator.get(path + "/console").body(),
            moderator
                    .get("/screen/" + servers.guest("household").community() + "/" + session)
                    .body()
        }) {
            assertFalse(page.contains("<script>alert"));
            assertTrue(page.contains("<li>一层换灯</li>"));
        }
        assertTrue(neighbour.get(path).body().contains("&lt;b&gt;粗&lt;/b&gt;</ins>"));
        assertEquals(303, act("withdraw").statusCode());
    }

    @Test
    void anAmendmentReadsAloudWithoutSeeingItsColours() {
        assertEquals(
                303,
                move(resident, form(base(resident), TEXT.replace("均摊", "平摊"))).statusCode());
        String page = neighbour.get(path).body();
        assertTrue(page.contains("<del><span class=\"unseen\">删去：</span>均</del>"), page);
        assertTrue(page.contains("<ins><span class=\"unseen\">加上：</span>平</ins>"), page);
        assertTrue(neighbour.speaking("en").get(path).body().contains("<span class=\"unseen\">added:</span>"));
        neighbour.speaking("zh");
        assertEquals(303, act("withdraw").statusCode());
    }

    @Test
    void aMegabyteIsRefusedAtTheFieldAndOneFormSentTwiceIsOneMotion() {
        int before = moved();
        HttpResponse<String> answer = move(resident, form(base(resident), "x".repeat(1 << 20)));
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("id=\"amend-error\""));
        Map<String, String> once = form(base(resident), TEXT + "\n四");
        assertEquals(303, move(resident, once).statusCode());
        assertEquals(303, move(resident, once).statusCode());
        assertEquals(before + 1, moved());
        assertEquals(303, act("withdraw").statusCode());
    }

    @Test
    void aRefusedFormKeepsWhatWasTypedAndSaysWhy() {
        HttpResponse<String> same = move(resident, form(base(resident), TEXT));
        assertEquals(422, same.statusCode());
        assertTrue(same.body().contains("和原文一样"));
        assertTrue(same.body().contains("费用各户均摊</textarea>"));
        HttpResponse<String> nameless = moderator.post(path + "/motions/for", form(base(resident), TEXT + "\n五"));
        assertEquals(422, nameless.statusCode());
        assertTrue(nameless.body().contains("amend-who-error"));
        assertTrue(nameless.body().contains("五</textarea>"));
        HttpResponse<String> refer = move(resident, Map.of("kind", "refer", "key", "r", "detail", " "));
        assertEquals(422, refer.statusCode());
        assertTrue(refer.body().contains("procedure-detail-error"));
        assertTrue(refer.body().contains("<option value=\"refer\" selected>"));
    }

    @Test
    void whatWasTypedForAnOldTextIsCarriedOverOrShownBesideTheNewOne() {
        String old = base(resident);
        assertEquals(
                303, move(neighbour, form(old, TEXT.replace("一层换灯", "一层换感应灯"))).statusCode());
        tx.run("""
                insert into presence (community, session, voter, person, how, arrived_at)
                select 1, $1, h.id, 0, 'door', now() from session s
                join place yard on yard.community = 1 and yard.id = s.place
                join place h on h.community = 1 and h.kind = 'household' and starts_with(h.path, yard.path)
                where s.community = 1 and s.id = $1 on conflict do nothing
                """, session);
        assertEquals(303, act("consent").statusCode());
        assertTrue(resident.get(path).body().contains("id=\"object\""));
        assertEquals(303, act("adopt").statusCode());
        HttpResponse<String> carried = move(resident, form(old, TEXT.replace("均摊", "平摊")));
        assertEquals(422, carried.statusCode());
        assertTrue(carried.body().contains(">一层换感应灯\n二层换灯\n费用各户平摊</textarea>"), carried.body());
        HttpResponse<String> beside = move(resident, form(old, TEXT.replace("一层换灯", "一层不换")));
        assertTrue(beside.body().contains(">一层换感应灯\n二层换灯\n费用各户均摊</textarea>"), beside.body());
        assertTrue(beside.body().contains("<p class=\"prose lines\">一层不换"), "what was typed is not lost");
    }

    @Test
    void neitherAnotherCourtyardNorWhoIsAwayMovesAnything() {
        int before = moved();
        TestBrowser elsewhere = servers.as("elsewhere");
        elsewhere.get("/sign-in");
        assertEquals(403, move(elsewhere, form("1", "x")).statusCode());
        assertEquals(
                403,
                elsewhere.post(path + "/motions/object", Map.of("motion", "1")).statusCode());
        TestBrowser committee = servers.as("committee");
        committee.get("/sign-in");
        HttpResponse<String> absent = move(committee, form("1", "x"));
        assertEquals(422, absent.statusCode());
        assertTrue(absent.body().contains("请先签到"));
        resident.get(path);
        assertEquals(403, resident.post(path + "/motions/for", form("1", "x")).statusCode());
        assertEquals(
                403,
                resident.post(path + "/motions/act", Map.of("act", "adopt-1")).statusCode());
        assertEquals(before, moved());
    }
}
