package pavilion.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pavilion.rules.Rule;
import pavilion.rules.method.Method;
import pavilion.support.TestBrowser;
import pavilion.support.TestServers;

/** The calculator: rules and methods, explained with figures that can be changed. */
class RuleBookPagesTest {
    private final TestServers servers = TestServers.shared();

    static Stream<String> rules() {
        return RuleBook.load().catalogue().all().stream().map(Rule::id).distinct();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHasAPageWhoseExampleJustPasses(String rule) {
        for (String lang : new String[] {"zh", "en"}) {
            HttpResponse<String> page = servers.stranger().speaking(lang).get("/rules/" + rule);
            assertEquals(200, page.statusCode());
            assertFalse(page.body().contains("[book"), "a sentence is missing");
            assertFalse(page.body().contains("outcome grave"), "the example fails");
            assertEquals(
                    page.body().contains("<form method=\"get\" action=\"/rules/" + rule),
                    page.body().contains("outcome good"));
        }
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void everyMethodHasAPageWithACountedExample(Method method) {
        for (String lang : new String[] {"zh", "en"}) {
            HttpResponse<String> page = servers.stranger().speaking(lang).get("/methods/" + method.id());
            assertEquals(200, page.statusCode());
            assertFalse(page.body().contains("[book") || page.body().contains("[method"), "a sentence is missing");
            assertTrue(page.body().contains("outcome good"), "the example has no result");
        }
    }

    @Test
    void oneHeadShortOfTwoThirdsIsNotQuorateAndTheFiguresStay() {
        String page = servers.stranger()
                .get(
                        "/rules/cc278.ordinary?total_area=3,000&total_heads=30&part_area=2500&part_heads=19&yes_area=2400&yes_heads=19")
                .body();
        assertTrue(page.contains("人数不足，不能表决"));
        assertTrue(page.contains("19 人") && page.contains("30 人"));
        assertTrue(page.contains("value=\"3,000\"") && page.contains("value=\"19\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "members=48&present=49&yes=1",
                "members=48&present=40&yes=41",
                "members=48&present=-1&yes=1",
                "members=&present=3&yes=1",
                "members=4.5&present=3&yes=1",
                "members=99999999999999999999&present=3&yes=1",
                "members=48&present=30&yes=20&no=11"
            })
    void impossibleFiguresGetASentenceAndStay(String figures) {
        HttpResponse<String> page = servers.stranger().get("/rules/rc26.meeting?" + figures);
        assertEquals(422, page.statusCode());
        assertFalse(page.body().contains("class=\"outcome"));
        assertTrue(page.body().contains("role=\"alert\"") || page.body().contains("class=\"error\""));
        String yes = figures.replaceFirst(".*yes=(\\d+).*", "$1");
        assertTrue(page.body().contains("value=\"" + yes + "\""));
    }

    @Test
    void thereIsNoPageForWhatIsNoRuleOrMethod() {
        assertEquals(404, servers.stranger().get("/rules/no-such-rule").statusCode());
        assertEquals(404, servers.stranger().get("/methods/no-such-method").statusCode());
    }

    @Test
    void ballotsTypedAreCountedAndATieIsToldUntilThereIsASeed() {
        TestBrowser browser = servers.stranger().speaking("en");
        browser.get("/methods/irv");
        Map<String, String> level = Map.of("ballots", "2:Ann\n2:Ben", "seats", "1", "seed", "");
        assertTrue(browser.post("/methods/irv", level).body().contains("Level votes, no result"));
        Map<String, String> seeded = Map.of("ballots", "2:Ann\n2:Ben", "seats", "1", "seed", "2026-11-23");
        String page = browser.post("/methods/irv", seeded).body();
        assertTrue(page.contains("by the lot of the published seed it is"), page);
        assertTrue(page.contains("value=\"2026-11-23\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2:Ann>Ann", "x:Ann", "2:Ann>", "2:Ann,Ben"})
    void aMistakeNamesLineAndCharacterAndKeepsTheText(String ballots) {
        TestBrowser browser = servers.stranger().speaking("en");
        browser.get("/methods/irv");
        HttpResponse<String> page = browser.post("/methods/irv", Map.of("ballots", "3:Ben\n" + ballots, "seats", "1"));
        assertEquals(422, page.statusCode());
        assertTrue(page.body().contains("Line 2, character "));
        assertTrue(page.body().contains("3:Ben"));
    }

    @Test
    void whatTheCountAssumedIsSaid() {
        TestBrowser browser = servers.stranger().speaking("en");
        browser.get("/methods/score");
        Map<String, String> unmarked = Map.of("ballots", "2:Ann/3,Ben", "seats", "1", "seed", "");
        String page = browser.post("/methods/score", unmarked).body();
        assertTrue(page.contains("Assumed: Ballots on which an option stands without a mark, 2 in number"), page);
    }

    @Test
    void whatIsTooMuchForAPageIsRefused() {
        TestBrowser browser = servers.stranger().speaking("en");
        browser.get("/methods/schulze");
        StringBuilder many = new StringBuilder("1:o0");
        for (int i = 1; i <= 60; i++) {
            many.append(">o").append(i);
        }
        assertEquals(
                422,
                browser.post("/methods/schulze", Map.of("ballots", many.toString(), "seats", "1"))
                        .statusCode());
        assertEquals(
                422,
                browser.post("/methods/schulze", Map.of("ballots", "1:A\n".repeat(6000), "seats", "1"))
                        .statusCode());
        String seed = "7".repeat(201);
        HttpResponse<String> seeded =
                browser.post("/methods/schulze", Map.of("ballots", "1:A", "seats", "1", "seed", seed));
        assertEquals(422, seeded.statusCode());
        assertTrue(seeded.body().contains("At most 200 characters; it has 201 now."), seeded.body());
        assertTrue(seeded.body().contains("value=\"" + seed + "\""));
    }

    @Test
    void anAdoptedRuleOfOwnersMaySayThatParkingSpacesCountAndItsPageSaysSo() {
        TestBrowser committee = servers.as("committee");
        String rules = "/c/" + servers.guest("committee").community() + "/rules";
        assertFalse(committee.get(rules + "/new?base=yard.consult").body().contains("name=\"parking\""));
        String form = committee.get(rules + "/new?base=cc278.ordinary").body();
        assertTrue(form.contains("name=\"parking\""));
        Map<String, String> fields = new HashMap<>();
        Matcher values = Pattern.compile("name=\"(key|from|(?:quorum|pass)\\d)\"[^>]*?value=\"([^\"]*)\"")
                .matcher(form);
        while (values.find()) {
            fields.put(values.group(1), values.group(2));
            fields.put("sign-" + values.group(1), values.group(1).startsWith("pass") ? "gt" : "ge");
        }
        fields.putAll(Map.of("base", "cc278.ordinary", "name", "业主大会议事规则", "text", "车位算。", "parking", "1"));
        HttpResponse<String> adopted = committee.post(rules + "/new", fields);
        assertEquals(303, adopted.statusCode(), adopted.body());
        String page = committee
                .speaking("en")
                .get(adopted.headers().firstValue("Location").orElseThrow())
                .body();
        assertTrue(page.contains("Parking spaces count as parts"), page);
    }
}
