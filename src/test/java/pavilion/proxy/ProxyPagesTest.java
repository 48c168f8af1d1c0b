package pavilion.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pavilion.document.PaperPrinter;
import pavilion.matter.BrowserlessClient;
import pavilion.matter.SmallCommunity;
import pavilion.session.SessionCase;
import pavilion.text.Messages;
import pavilion.web.Templates;

/** Letters as people see them: the forms, the lists, the paper, several ballots on one page. */
final class ProxyPagesTest extends SessionCase {
    private static final String AT = "/c/heping";

    private BrowserlessClient client;
    private SampleLetters given;

    @BeforeEach
    void pages() {
        var matters = village.matterModule.matters();
        var electorates = village.matterModule.electorates();
        PaperPrinter printer = new PaperPrinter(new Templates(new Messages())::paper);
        client = new BrowserlessClient(
                new ProxyModule(db, village.clock, matters, electorates, polls, letters, printer).routes());
        given = new SampleLetters(new ProxyGrants(db, village.clock, matters, electorates, letters), letters, session);
    }

    @AfterEach
    void closeClient() {
        client.close();
    }

    private String in(long person) {
        return client.in(village.viewer(person));
    }

    private static String whole(BrowserlessClient.Page page) {
        assertEquals(200, page.status(), page.body());
        assertFalse(page.body().matches("(?s).*\\[(proxy|poll|part|web)\\.[a-z].*"), page.body());
        return page.body();
    }

    private String pdf(String token, String path) throws IOException {
        try (var document = Loader.loadPDF(client.bytes(token, path))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    private Map<String, String> form(String code) {
        Map<String, String> form = new HashMap<>(Map.of(
                "session",
                String.valueOf(session),
                "voter",
                "102",
                "powers",
                "bound",
                "instruction",
                "同意",
                "key",
                "k"));
        form.putAll(Map.of("from", "2026-03-02", "to", "2026-03-09", "code", code, "sign", "1"));
        return form;
    }

    @Test
    void aLetterIsGivenReadPrintedAndRevoked() throws IOException {
        String holder = in(201);
        String principal = in(202);
        String code = whole(client.post(holder, AT + "/proxies/code", Map.of()))
                .replaceAll("(?s).*<p class=\"big code\">([A-Z0-9 ]+)</p>.*", "$1");
        String empty = whole(client.get(principal, AT + "/proxies/new?session=" + session));
        assertTrue(empty.contains("name=\"voter\" value=\"102\""), empty);
        assertFalse(empty.contains("name=\"to\""), "it lasts until the session ends");
        assertTrue(whole(client.get(principal, AT + "/proxies/new?matter=" + matter))
                .contains("value=\"2026-03-02\""));
        BrowserlessClient.Page wrong = client.post(principal, AT + "/proxies/new", form("AAAAAAAAAA"));
        assertEquals(422, wrong.status());
        assertTrue(wrong.body().contains("id=\"code-error\""), wrong.body());
        assertTrue(wrong.body().contains("value=\"同意\""), "what was typed is still there");
        BrowserlessClient.Page done = client.post(principal, AT + "/proxies/new", form(code));
        assertEquals(303, done.status(), done.body());
        String letter = done.location();
        String page = whole(client.get(principal, letter));
        for (String part : List.of("居民2 · HP-017-2", "居民1", "同意", "2026", "id=\"revoke\"")) {
            assertTrue(page.contains(part), part + " not in " + page);
        }
        assertFalse(whole(client.get(holder, letter)).contains("id=\"revoke\""));
        assertEquals(403, client.get(in(203), letter).status());
        String printed = pdf(holder, letter + "/letter.pdf");
        for (String part : List.of("授权委托书", "居民2", "居民1", "HP-017-2", "院落议事会", "同意", "到这场会结束为止")) {
            assertTrue(printed.contains(part), part + " not in " + printed);
        }
        assertTrue(whole(client.get(holder, AT + "/proxies")).contains("院落议事会"));
        String revoked = whole(client.post(principal, letter + "/revoke", Map.of()));
        assertFalse(revoked.contains("id=\"revoke\""), revoked);
    }

    @Test
    void anInstructionThatIsTooLongIsStillThereWhenTheFormComesBack() {
        Map<String, String> form = form("AAAAAAAAAA");
        form.put("instruction", "同".repeat(301));
        BrowserlessClient.Page again = client.post(in(202), AT + "/proxies/new", form);
        assertEquals(422, again.status());
        assertTrue(again.body().contains("id=\"instruction-error\""), again.body());
        assertTrue(again.body().contains("value=\"" + form.get("instruction") + "\""), again.body());
        assertTrue(again.body().contains("value=\"AAAAAAAAAA\""), again.body());
    }

    @Test
    void theLetterWarnsOfSignsThatItsPaperCannotShow() {
        String code = whole(client.post(in(201), AT + "/proxies/code", Map.of()))
                .replaceAll("(?s).*<p class=\"big code\">([A-Z0-9 ]+)</p>.*", "$1");
        Map<String, String> form = form(code);
        form.put("instruction", "𠮷家说行就行");
        String letter = client.post(in(202), AT + "/proxies/new", form).location();
        String page = whole(client.get(in(202), letter));
        assertTrue(page.contains("这些字印不出来：𠮷"), page);
    }

    @Test
    void theBlankFormNamesItsSessionAndLeavesTheRestEmpty() throws IOException {
        String blank = pdf(in(202), AT + "/proxies/blank.pdf?session=" + session);
        assertTrue(blank.contains("授权委托书") && blank.contains("院落议事会") && blank.contains("□"), blank);
        assertFalse(pdf(in(202), AT + "/proxies/blank.pdf").contains("院落议事会"));
    }

    @Test
    void theClerkFindsVoterAndHolderAndTypesInALetterOnPaper() {
        String clerk = in(SmallCommunity.CLERK);
        String desk = AT + "/desk/proxies?session=" + session;
        String found = whole(client.get(clerk, desk + "&door=HP-017-2&who=" + "%E5%B1%85%E6%B0%911"));
        assertTrue(found.contains("id=\"voter102\""), found);
        assertTrue(found.contains("<span>居民1<small>HP-017-1</small></span>"), found);
        Map<String, String> form = new HashMap<>(form(""));
        form.putAll(Map.of("door", "HP-017-2", "who", "居民", "holder", "201", "signed", "2026-03-05"));
        BrowserlessClient.Page early = client.post(clerk, AT + "/desk/proxies", form);
        assertEquals(422, early.status());
        assertTrue(early.body().contains("id=\"signed-error\""), early.body());
        assertTrue(early.body().matches("(?s).*id=\"holder201\"[^>]* checked>.*"), "the choice is kept");
        form.put("signed", "2026-03-02");
        assertEquals(303, client.post(clerk, AT + "/desk/proxies", form).status());
        assertTrue(whole(client.get(clerk, desk)).contains("HP-017-2 居民2"));
        assertEquals(403, client.get(in(202), desk).status());
    }

    @Test
    void severalBallotsAreSummedUpBeforeTheyAreSent() {
        given.onPaper(102, 201, 0, 7);
        given.onPaper(103, 201, 0, 7);
        sessions.open(1, session, MODERATOR);
        scan(201);
        arrive(4);
        String at = AT + "/polls/" + questions.put(1, session, MODERATOR) + "/several";
        String holder = in(201);
        String page = whole(client.get(holder, at));
        assertTrue(page.contains("name=\"choice102\"") && page.contains("name=\"choice103\""), page);
        assertEquals(409, client.post(holder, at, Map.of("key", "k")).status());
        Map<String, String> chosen = Map.of("choice101", "yes", "choice102", "yes", "choice103", "no", "key", "k");
        String sure = whole(client.post(holder, at, chosen));
        assertTrue(sure.replaceAll("\\s+", " ").contains("2 同意 / 1 反对"), sure);
        Map<String, String> sent = new HashMap<>(chosen);
        sent.put("sure", "1");
        assertEquals(303, client.post(holder, at, sent).status());
        String after = whole(client.get(holder, at));
        assertFalse(after.contains("name=\"choice102\""), after);
        assertTrue(after.contains("HP-017-3"), after);
        assertTrue(after.contains("href=\"" + at.replace("several", "mine") + "\""), after);
    }
}
