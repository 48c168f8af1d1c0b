package pavilion.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pavilion.audit.AuditStore;
import pavilion.audit.ChainEntry;
import pavilion.db.TestDatabase;
import pavilion.demo.DemoAccount;
import pavilion.demo.DemoDatabase;
import pavilion.server.Application;
import pavilion.server.Config;
import pavilion.support.TestBrowser;
import pavilion.support.TestServers;
import pavilion.text.Messages;

/** An invitation for somebody who has an account already, and what stands on it. */
class ReprintTest {
    private static final Messages MESSAGES = new Messages();
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

    private static String say(String key, Object... arguments) {
        return MESSAGES.say("en", key, arguments);
    }

    private static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String code(byte[] pdf) {
        Matcher code = Pattern.compile("\\b([0-9A-Z]{5})\\s+([0-9A-Z]{5})\\b").matcher(text(pdf));
        assertTrue(code.find());
        return code.group(1) + code.group(2);
    }

    private static int level(DemoAccount account) {
        return servers.database()
                .database()
                .plain()
                .first(row -> row.getInteger(0), "select level from account where person = $1", account.person())
                .orElseThrow();
    }

    @Test
    void whoPrintsAnInvitationForAnAccountCannotVoteWithIt() {
        DemoAccount victim = servers.guest("neighbour");
        String person = at + "/desk/people/" + victim.person();
        TestBrowser clerk = servers.as("committee").speaking("en");
        TestBrowser own = servers.as("neighbour").speaking("en");
        assertFalse(own.get(at + "/today").body().contains(say("roster.reprint.title")));
        clerk.get(person);
        HttpResponse<byte[]> printed = clerk.file(person + "/slip", Map.of());
        assertEquals(200, printed.statusCode());
        String told = own.get(at + "/today").body();
        assertTrue(told.contains(say("roster.reprint.title")), told);
        assertTrue(told.contains(servers.guest("committee").name()), told);
        assertTrue(told.contains(say("roster.reprint.not-you")), told);
        assertEquals(2, level(victim), "an invitation that nobody used ends nothing");

        TestBrowser thief = servers.stranger().speaking("en");
        String slip = "/slip/" + code(printed.body());
        thief.get(slip);
        assertEquals(
                303,
                thief.post(slip, Map.of("name", victim.name(), "password", "three kites over water"))
                        .statusCode());
        assertEquals(1, level(victim));
        String me = thief.get(at + "/me").body();
        assertTrue(me.contains(say("roster.me.unchecked")), me);
        assertTrue(me.contains(say("roster.reprint.lapsed")), me);
        assertTrue(thief.get(at + "/today").body().contains(say("roster.reprint.lapsed")));

        String page = clerk.get(person).body();
        assertTrue(page.contains(say("roster.check.own-slip")), page);
        assertFalse(page.contains(person + "/check\""), page);
        HttpResponse<String> self = clerk.post(person + "/check", Map.of("how", "counter"));
        assertEquals(422, self.statusCode());
        assertTrue(self.body().contains(say("roster.check.own-slip")), self.body());
        assertEquals(1, level(victim));

        TestBrowser other = servers.as("committee-2").speaking("en");
        page = other.get(person).body();
        assertTrue(page.contains(say("roster.check.lapsed")), page);
        assertTrue(
                page.contains("to be checked again by somebody else than "
                        + servers.guest("committee").name()),
                page);
        assertTrue(page.contains(person + "/check\""), page);
        assertEquals(303, other.post(person + "/check", Map.of("how", "visit")).statusCode());
        assertEquals(2, level(victim));
        page = other.get(person).body();
        assertFalse(page.contains(say("roster.check.lapsed")), page);
        assertTrue(page.contains(servers.guest("committee-2").name()), page);
        assertFalse(thief.get(at + "/me").body().contains(say("roster.me.unchecked")));

        List<ChainEntry> roll = AuditStore.read(servers.database().database().plain(), 1, "roll");
        List<ChainEntry> last = roll.subList(roll.size() - 4, roll.size());
        assertEquals(
                List.of("slip.issued", "slip.new-password", "person.check-lapsed", "person.checked"),
                last.stream().map(ChainEntry::act).toList());
        assertTrue(last.get(0).payload().contains("\"person\""), last.get(0).payload());
        assertTrue(
                last.get(2).payload().contains("\"printed-by\":\"" + last.get(0).by() + "\""), last.toString());
    }

    @Test
    void whatABrowserSaysOfTheAddressIsNotPrinted() throws IOException {
        TestBrowser clerk = servers.as("committee");
        String person = at + "/desk/people/" + servers.guest("new").person();
        clerk.get(person);
        String body = TestBrowser.encode(Map.of("csrf", clerk.csrf()));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket("127.0.0.1", servers.application().port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + person
                            + "/slip HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\nCookie: pavilion="
                            + clerk.cookies().get("pavilion")
                            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                            + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            socket.getInputStream().transferTo(answer);
        }
        byte[] all = answer.toByteArray();
        int pdf = new String(all, StandardCharsets.ISO_8859_1).indexOf("%PDF");
        assertTrue(pdf > 0, new String(all, StandardCharsets.UTF_8));
        String printed = text(Arrays.copyOfRange(all, pdf, all.length));
        assertFalse(printed.contains("evil"), printed);
        assertTrue(printed.contains("http://localhost:"), printed);
    }

    @Test
    void aRealCommunityPrintsNoInvitationBeforeItsAddressIsSet() {
        try (TestDatabase it = TestDatabase.fresh()) {
            CommunitySetup.Invited invited = new CommunitySetup(it.database(), DemoDatabase.CLOCK)
                    .found(new CommunitySetup.NewCommunity("yard", "Yard", "Mill Street", "East", "Ada"));
            Path data = Path.of("target", "test-server").toAbsolutePath();
            Config config = new Config(0, "127.0.0.1", 0, data, Optional.of(it.endpoint()), null, false, false, 8);
            try (Application server = Application.open(config, DemoDatabase.CLOCK)) {
                TestBrowser ada = new TestBrowser("http://127.0.0.1:" + server.port()).speaking("en");
                ada.get("/slip/" + invited.code());
                ada.post("/slip/" + invited.code(), Map.of("name", "Ada", "password", "three kites over water"));
                String page = ada.get("/c/yard/desk/slips").body();
                assertTrue(page.contains("--public-url"), page);
                assertFalse(page.contains("id=\"slips\""), page);
                long person = it.database()
                        .plain()
                        .first(row -> row.getLong(0), "select person from account")
                        .orElseThrow();
                ada.get("/c/yard/desk/people/" + person);
                HttpResponse<String> refused = ada.post("/c/yard/desk/people/" + person + "/slip", Map.of());
                assertEquals(409, refused.statusCode());
                assertTrue(refused.body().contains("--public-url"), refused.body());
                assertEquals(
                        1L,
                        it.database()
                                .plain()
                                .first(row -> row.getLong(0), "select count(*) from invitation")
                                .orElseThrow(),
                        "nothing was issued, and nothing that is out was ended");
            }
        }
    }
}
