package pavilion.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pavilion.support.TestBrowser;
import pavilion.support.TestServers;

/** From the printed slip to a checked resident with a post, through the pages, as people do it. */
class InvitationSignUpTest {
    private static final String PASSWORD = "three kites over water";
    private static final String DEAD = "This invitation cannot be used";
    static TestServers servers;
    static String at;

    @BeforeAll
    static void open() {
        servers = TestServers.open();
        at = "/c/" + servers.guest("committee").community();
    }

    @AfterAll
    static void close() {
        servers.close();
    }

    private static TestBrowser clerk() {
        return servers.as("committee").speaking("en");
    }

    private static TestBrowser stranger() {
        return servers.stranger().speaking("en");
    }

    private static List<String> codes(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Matcher code = Pattern.compile("\\b([0-9A-Z]{5})\\s+([0-9A-Z]{5})\\b")
                    .matcher(new PDFTextStripper().getText(document));
            List<String> codes = new ArrayList<>();
            while (code.find()) {
                codes.add(code.group(1) + code.group(2));
            }
            return codes;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Somebody of age in the community, without an account. */
    private static long nobodyYet() {
        return servers.database()
                .database()
                .plain()
                .first(row -> row.getLong(0), """
                        select p.id from person p where p.community = $1 and p.adult and p.household is not null
                          and not exists (select from account a where a.community = p.community and a.person = p.id)
                          and not exists (select from invitation i where i.community = p.community and i.person = p.id)
                        order by p.code limit 1""", servers.guest("committee").communityId())
                .orElseThrow();
    }

    private static String slipFor(TestBrowser clerk, long person) {
        clerk.get(at + "/desk/people/" + person);
        HttpResponse<byte[]> pdf = clerk.file(at + "/desk/people/" + person + "/slip", Map.of());
        assertEquals(200, pdf.statusCode());
        assertEquals("application/pdf", pdf.headers().firstValue("content-type").orElse(""));
        List<String> codes = codes(pdf.body());
        assertEquals(1, codes.size());
        return codes.getFirst();
    }

    private static void dead(String code) {
        HttpResponse<String> answer = stranger().get("/slip/" + code);
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains(DEAD), answer.body());
    }

    @Test
    void fromTheSheetOfSlipsToAPost() {
        TestBrowser clerk = clerk();
        clerk.get(at + "/desk/slips");
        HttpResponse<byte[]> sheet =
                clerk.file(at + "/desk/slips", Map.of("courtyard", "HP-018", "whom", "representatives"));
        assertEquals(200, sheet.statusCode());
        List<String> codes = codes(sheet.body());
        assertTrue(codes.size() > 3, codes.toString());

        TestBrowser phone = stranger();
        HttpResponse<String> form = phone.get("/slip/" + codes.getFirst());
        assertEquals(200, form.statusCode());
        HttpResponse<String> weak =
                phone.post("/slip/" + codes.getFirst(), Map.of("name", "Kite", "password", "12345678"));
        assertEquals(422, weak.statusCode());
        assertTrue(weak.body().contains("value=\"Kite\""), "what was typed stays");
        phone.get("/slip/" + codes.getFirst());
        assertEquals(
                303,
                phone.post("/slip/" + codes.getFirst(), Map.of("name", "Kite", "password", PASSWORD))
                        .statusCode());
        dead(codes.getFirst());

        TestBrowser laptop = stranger();
        laptop.get("/sign-in");
        assertEquals(
                303,
                laptop.post("/sign-in", Map.of("name", "kite", "password", PASSWORD, "back", "/"))
                        .statusCode());
        assertTrue(laptop.get(at + "/me").body().contains("One step is missing"));
        assertEquals(403, laptop.get(at + "/desk").statusCode());

        Matcher found = Pattern.compile(at + "/desk/people/([0-9]+)\"")
                .matcher(clerk.get(at + "/desk/people?q=Kite").body());
        assertTrue(found.find());
        String person = at + "/desk/people/" + found.group(1);
        assertFalse(clerk.get(person).body().contains(person + "/check"), "who printed the invitation does not check");
        TestBrowser other = servers.as("committee-2").speaking("en");
        assertTrue(other.get(person).body().contains("action=\"" + person + "/check\""));
        assertEquals(422, other.post(person + "/check", Map.of()).statusCode());
        assertEquals(
                303, other.post(person + "/check", Map.of("how", "counter")).statusCode());
        assertFalse(other.get(person).body().contains(person + "/check"));
        assertFalse(laptop.get(at + "/me").body().contains("One step is missing"));

        assertEquals(
                303, clerk.post(person + "/roles", Map.of("role", "moderator")).statusCode());
        assertEquals(200, laptop.get(at + "/desk").statusCode());
        assertTrue(laptop.get(at + "/me").body().contains("moderator"));
        HttpResponse<String> office = clerk.post(person + "/roles", Map.of("role", "committee"));
        assertTrue(office.statusCode() == 403 && office.body().contains("not yours to give"), office.body());
    }

    @Test
    void aSlipThatHasExpiredOpensNothing() {
        long person = nobodyYet();
        String code = slipFor(clerk(), person);
        servers.database()
                .database()
                .plain()
                .run("update invitation set expires_at = '2026-03-01T00:00:00Z' where person = $1", person);
        dead(code);
        TestBrowser late = stranger();
        late.get("/sign-in");
        HttpResponse<String> answer = late.post("/slip/" + code, Map.of("name", "Late", "password", PASSWORD));
        assertTrue(answer.statusCode() == 422 && answer.body().contains(DEAD), answer.body());
    }

    @Test
    void aNewSlipEndsTheOldOneAndAWithdrawnOneIsOver() {
        TestBrowser clerk = clerk();
        long person = nobodyYet();
        String old = slipFor(clerk, person);
        String fresh = slipFor(clerk, person);
        dead(old);
        assertEquals(
                200,
                stranger()
                        .get("/slip/" + fresh.toLowerCase(java.util.Locale.ROOT))
                        .statusCode());
        assertEquals(
                303,
                clerk.post(at + "/desk/people/" + person + "/slip/revoke", Map.of())
                        .statusCode());
        dead(fresh);
    }

    @Test
    void whatWasTypedWrongIsAskedAgainWithAWayOut() {
        HttpResponse<String> answer = stranger().get("/slip?code=abc");
        assertTrue(answer.statusCode() == 422 && answer.body().contains("value=\"abc\""), answer.body());
        assertTrue(answer.body().contains("/sign-in"));
    }

    @Test
    void aFormKeepsWhatWasTypedTooLongAndTakesNoFieldOfAnother() {
        TestBrowser clerk = clerk();
        String person = at + "/desk/people/" + nobodyYet();
        clerk.get(person);
        String place = "HP-017".repeat(11);
        HttpResponse<String> again = clerk.post(person + "/roles", Map.of("role", "moderator", "at", place));
        assertTrue(again.statusCode() == 422 && again.body().contains("id=\"at-error\""), again.body());
        assertTrue(again.body().contains("value=\"" + place + "\""), again.body());
        again = clerk.post(person + "/check", Map.of("at", "HP-017"));
        assertEquals(422, again.statusCode());
        assertFalse(again.body().contains("HP-017\""), again.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "household",
                "tenant",
                "elsewhere",
                "moderator",
                "scrutineer",
                "supervision",
                "street",
                "property",
                "partner",
                "stranger"
            })
    void nobodyOutsideTheCommitteeSeesTheDeskOfPeople(String part) {
        TestBrowser browser = servers.as(part).speaking("en");
        browser.get("/c/" + servers.guest(part).community() + "/me");
        long person = servers.guest("household").person();
        for (String page : List.of(
                "/desk/people",
                "/desk/people/" + person,
                "/desk/slips",
                "/desk/import",
                "/desk/import/template.csv",
                "/desk/roster.csv",
                "/desk/roster.xlsx")) {
            refused(403, browser.get(at + page), page);
            refused(401, stranger().get(at + page), page);
        }
        for (String act : List.of(
                "/desk/slips",
                "/desk/people/" + person + "/slip",
                "/desk/people/" + person + "/slip/revoke",
                "/desk/people/" + person + "/check",
                "/desk/people/" + person + "/roles",
                "/desk/people/" + person + "/roles/end")) {
            refused(403, browser.post(at + act, Map.of("courtyard", "HP-017")), act);
        }
        refused(403, browser.upload(at + "/desk/import", Map.of(), "r.csv", new byte[] {1}), "upload");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grid_worker", "admin"})
    void whoOnlyHelpsAtTheDeskTakesNoRollInOrOut(String part) {
        TestBrowser browser = servers.as(part).speaking("en");
        HttpResponse<String> people = browser.get(at + "/desk/people");
        assertEquals(200, people.statusCode());
        assertFalse(people.body().contains(at + "/desk/import"), "no link to what does not open");
        for (String page : List.of("/desk/slips", "/desk/import", "/desk/roster.csv", "/desk/roster.xlsx")) {
            refused(403, browser.get(at + page), page);
        }
    }

    private static void refused(int status, HttpResponse<String> answer, String what) {
        assertEquals(status, answer.statusCode(), what);
        assertFalse(answer.body().contains("HP-017"), what + " shows nothing");
        assertTrue(answer.body().contains("<h1"), what + " says why");
    }
}
