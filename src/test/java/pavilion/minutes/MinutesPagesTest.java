package pavilion.minutes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pavilion.document.PaperPrinter;
import pavilion.matter.BrowserlessClient;
import pavilion.matter.SmallCommunity;
import pavilion.session.PlayedSession;
import pavilion.text.Messages;
import pavilion.web.Templates;

/** The recorder's forms, refused: what was typed stays in them, and so does what is stored. */
final class MinutesPagesTest {
    private PlayedSession meeting;
    private BrowserlessClient walk;
    private String recorder;
    private String path;

    @BeforeEach
    void open() {
        meeting = PlayedSession.open();
        SmallCommunity village = meeting.village();
        walk = new BrowserlessClient(new MinutesPages(
                        meeting.db(),
                        village.clock,
                        village.matterModule.matters(),
                        meeting.polls(),
                        new PaperPrinter(new Templates(new Messages())::paper))
                .routes());
        recorder = walk.in(village.viewer(SmallCommunity.MODERATOR));
        path = "/c/heping/sessions/" + meeting.id() + "/minutes";
    }

    @AfterEach
    void close() {
        walk.close();
        meeting.close();
    }

    private BrowserlessClient.Page post(String part, Map<String, String> fields) {
        return walk.post(recorder, path + part, fields);
    }

    private String refused(String part, Map<String, String> fields) {
        BrowserlessClient.Page page = post(part, fields);
        assertEquals(409, page.status(), page.body());
        return page.body();
    }

    private void done(String part, Map<String, String> fields) {
        BrowserlessClient.Page page = post(part, fields);
        assertEquals(303, page.status(), page.body());
    }

    private void counted(String hands) {
        done("/hands", Map.of("hands", hands));
        String clerk = walk.in(meeting.village().viewer(SmallCommunity.CLERK));
        String page = walk.get(clerk, path).body();
        says(page, "已经有一个人数过举手的户数");
        assertFalse(page.contains("value=\"" + hands + "\""), "the other's count is not shown");
        assertEquals(
                303, walk.post(clerk, path + "/hands", Map.of("hands", hands)).status());
    }

    private static void says(String page, String... words) {
        for (String word : words) {
            assertTrue(page.contains(word), word + " not in " + page);
        }
    }

    private Map<String, String> draft(String points, String remark) {
        return Map.of("points" + meeting.itemId(), points, "remark", remark, "version", "0");
    }

    @Test
    void aDraftThatIsTooLongKeepsEveryFieldAsItWasTyped() {
        String page = refused("", draft("记".repeat(8001), "下周五前装好"));
        says(page, "最多 8000 个字，现在是 8001 个字。", "记".repeat(8001), "下周五前装好");
        assertTrue(MinutesStore.points(meeting.db().plain(), 1, meeting.id()).isEmpty());
    }

    @Test
    void whatIsStoredStaysInTheDraftWhenSomethingElseIsRefused() {
        done("", draft("赞成的说晚上看不清路。", "下周五前装好"));
        String version = "name=\"version\" value=\""
                + MinutesStore.find(meeting.db().plain(), 1, meeting.id()).version() + "\"";
        says(refused("/put", Map.of()), ">赞成的说晚上看不清路。</textarea>", ">下周五前装好</textarea>", version);
        says(
                refused("/back", Map.of("reason", "补一句", "remark", "没有这一栏")),
                ">赞成的说晚上看不清路。</textarea>",
                ">下周五前装好</textarea>",
                version);
    }

    @Test
    void theRecorderIsToldWhichSignsWillNotBePrinted() {
        String warning = "这些字印不出来：𠮷";
        assertFalse(walk.get(recorder, path).body().contains("印不出来"));
        done("", draft("𠮷家赞成。", ""));
        says(walk.get(recorder, path).body(), warning);
        meeting.end();
        done("/put", Map.of());
        says(walk.get(recorder, path).body(), warning);
        counted("4");
        done("/approve", Map.of());
        done("/add", Map.of("text", "🚲棚", "key", "k"));
        says(walk.get(recorder, path).body(), warning + " 🚲");
    }

    @Test
    void aReasonOrAnAdditionThatIsTooLongIsRefusedAndKept() {
        meeting.end();
        done("/put", Map.of());
        String reason = "因".repeat(301);
        says(refused("/back", Map.of("reason", reason)), "现在是 301 个字", "value=\"" + reason + "\"");
        says(refused("/hands", Map.of("hands", "很多")), "value=\"很多\"");
        counted("4");
        done("/approve", Map.of());
        String text = "补".repeat(8001);
        says(refused("/add", Map.of("text", text, "key", "k")), "现在是 8001 个字", ">" + text + "</textarea>");
        assertEquals(
                0, MinutesStore.additions(meeting.db().plain(), 1, meeting.id()).size());
        done("/add", Map.of("text", "补一句", "key", "k"));
    }

    @Test
    void thePageAndThePaperSayWhoCountedTheHands() throws IOException {
        meeting.end();
        done("/put", Map.of());
        done("/hands", Map.of("hands", "4"));
        says(refused("/approve", Map.of("reply", "写在其他里")), "要两个人各自数出一样的数目", ">写在其他里</textarea>");
        counted("4");
        done("/approve", Map.of());
        String who = "其中当场举手 4 户，由两个人各自清点，数目一致。清点的人：居委会经办人、主持人";
        says(walk.get(recorder, path).body(), who);
        try (var paper = Loader.loadPDF(walk.bytes(recorder, path + "/paper.pdf"))) {
            says(new PDFTextStripper().getText(paper).replaceAll("\\s", ""), who.replace(" ", ""));
        }
    }
}
