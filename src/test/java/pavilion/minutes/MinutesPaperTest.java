package pavilion.minutes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import pavilion.document.PaperFormat;
import pavilion.document.PaperPrinter;
import pavilion.session.PlayedSession;
import pavilion.text.Messages;
import pavilion.web.Templates;

/** The paper says what the page says, and its text copies as it reads. */
final class MinutesPaperTest {
    @Test
    void thePaperCarriesTheStoredNumbersAndTheAttendanceOnASheetOfItsOwn() throws IOException {
        try (PlayedSession meeting = PlayedSession.open()) {
            var book = new MinuteBook(
                    meeting.db(),
                    meeting.village().clock,
                    meeting.village().matterModule.matters(),
                    meeting.polls());
            book.write(1, meeting.id(), 0, "下周五前装好", Map.of(meeting.itemId(), "赞成的说晚上看不清路。"));
            meeting.end();
            book.submit(1, meeting.id(), meeting.moderator());
            Minutes minutes = MinutesStore.find(meeting.db().plain(), 1, meeting.id());
            for (String lang : List.of("zh", "en")) {
                byte[] pdf = print(meeting.id(), minutes, lang);
                Files.createDirectories(Path.of("target"));
                Files.write(Path.of("target", "minutes-" + lang + ".pdf"), pdf);
                try (var document = Loader.loadPDF(pdf)) {
                    String text = new PDFTextStripper().getText(document).replaceAll("\\s+", "");
                    String votes = lang.equals("zh") ? "同意3·反对1·弃权0" : "Yes3·No1·Abstain0";
                    assertTrue(text.contains(votes), text);
                    assertTrue(text.contains("赞成的说晚上看不清路。"), text);
                    assertTrue(text.contains(minutes.requireSubmission().sha256()), text);
                    assertTrue(text.contains(lang.equals("zh") ? "手机投的0，会场代录的4，纸票0。" : "enteredthere:4;"), text);
                    assertEquals(3, document.getNumberOfPages());
                }
            }
        }
    }

    private static byte[] print(long session, Minutes minutes, String lang) {
        MinutesView text = MinutesView.of(minutes.requireSubmission().text());
        return new PaperPrinter(new Templates(new Messages())::paper)
                .print(
                        new MinutesPaper(lang, session, "和平路社区", minutes, text, List.of(), List.of(), null),
                        PaperFormat.PDF);
    }
}
