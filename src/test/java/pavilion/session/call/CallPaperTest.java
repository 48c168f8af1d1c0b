package pavilion.session.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import pavilion.document.PaperFormat;
import pavilion.document.PaperPrinter;
import pavilion.session.SessionCase;
import pavilion.session.SessionStore;
import pavilion.session.agenda.AgendaView;
import pavilion.session.agenda.Agendas;
import pavilion.text.Messages;
import pavilion.web.Templates;

final class CallPaperTest extends SessionCase {
    private PDDocument print(String lang) throws IOException {
        AgendaView agenda = AgendaView.of(SessionStore.items(db.plain(), 1, session), now());
        CallPaper paper =
                new CallPaper(lang, "和平路社区", now(), agenda, "https://yishiting.example/c/heping/sessions/" + session);
        byte[] pdf = new PaperPrinter(new Templates(new Messages())::paper).print(paper, PaperFormat.PDF);
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers/call-" + lang + ".pdf"), pdf);
        return Loader.loadPDF(pdf);
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document).replaceAll("\\s", "");
    }

    @Test
    void aCallIsPrintedWithItsAgendaAndTheWayWithoutAPhone() throws IOException {
        try (PDDocument document = print("zh")) {
            String text = text(document);
            for (String part : List.of("院落议事会", "2026年3月2日10:00", "亭", "1.t", "没有手机一样参加", "主持人")) {
                assertTrue(text.contains(part), part + " not in " + text);
            }
            assertFalse(text.contains("#") || text.contains("calling."), text);
            assertEquals("院落议事会 通知", document.getDocumentInformation().getTitle());
            assertEquals(1, document.getNumberOfPages());
        }
    }

    @Test
    void theCallToTheSecondSittingListsOnlyWhatIsLeft() throws IOException {
        agendas.add(1, session, null, new Agendas.Wording("桂花树", "", 10), "k", MODERATOR);
        sessions.open(1, session, MODERATOR);
        sessions.next(1, session, 1, MODERATOR);
        calls.adjourn(1, session, village.clock.instant().plusSeconds(86_400), "晚了", MODERATOR);
        try (PDDocument document = print("zh")) {
            String text = text(document);
            assertTrue(text.contains("2.桂花树") && text.contains("只办还没有办完的事项"), text);
            assertFalse(text.contains("1.t"), text);
        }
    }

    @Test
    void aMeetingThatIsOffInvitesNobody() throws IOException {
        calls.callOff(1, session, "下大雨", MODERATOR);
        try (PDDocument document = print("zh")) {
            String text = text(document);
            assertTrue(text.contains("下大雨"), text);
            assertFalse(text.contains("怎样参加") || text.contains("没有手机一样参加"), text);
        }
    }

    @Test
    void aCallIsPrintedInEnglish() throws IOException {
        try (PDDocument document = print("en")) {
            assertTrue(text(document).contains("Nophoneisneeded"), text(document));
            String heading = new PDFTextStripper().getText(document);
            assertTrue(heading.contains("院落议事会 Call"), heading);
            assertEquals(1, document.getNumberOfPages());
        }
    }
}
