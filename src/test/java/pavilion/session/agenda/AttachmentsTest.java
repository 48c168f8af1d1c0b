package pavilion.session.agenda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pavilion.document.Attachment;
import pavilion.rules.Sha256;
import pavilion.session.AgendaItem;
import pavilion.session.SessionCase;
import pavilion.session.SessionStore;

final class AttachmentsTest extends SessionCase {
    private Attachments attachments;

    @BeforeEach
    void attach() {
        attachments = module.attachments();
    }

    private static byte[] pdf(String text) {
        return ("%PDF-1.4\n" + text).getBytes(StandardCharsets.US_ASCII);
    }

    private void add(byte[] file) {
        attachments.add(1, session, null, "图", file, MODERATOR);
    }

    private List<AttachmentLine> lines() {
        return AttachmentStore.of(db.plain(), 1, session);
    }

    @Test
    void aPdfIsKeptLetterByLetterUnderItsHashAndOnce() {
        add(pdf("a"));
        add(pdf("a"));
        add(pdf("b"));
        assertEquals(2, lines().size());
        assertEquals(Sha256.of(pdf("a")), lines().getFirst().sha256());
        Attachment kept = AttachmentStore.content(
                        db.plain(), now(), lines().getFirst().id())
                .orElseThrow();
        assertArrayEquals(pdf("a"), kept.content());
        assertEquals("application/pdf", kept.type());
    }

    @Test
    void aPhotographIsDrawnAnew() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "png", out);
        attachments.add(1, session, items().getFirst().id(), "图", out.toByteArray(), MODERATOR);
        assertEquals("image/jpeg", lines().getFirst().type());
        assertEquals(items().getFirst().id(), lines().getFirst().item());
    }

    private List<AgendaItem> items() {
        return SessionStore.items(db.plain(), 1, session);
    }

    @Test
    void whatIsEmptyTooBigOrSomethingElseIsRefusedWhateverItIsCalled() {
        refused("document.enclosure.empty", () -> add(new byte[0]));
        byte[] big = Arrays.copyOf(pdf(""), Attachment.MAX_BYTES + 1);
        refused("document.enclosure.too-big", () -> add(big));
        refused("document.enclosure.kind", () -> add("<html>%PDF-".getBytes(StandardCharsets.US_ASCII)));
        refused("document.enclosure.kind", () -> add("%PDF".getBytes(StandardCharsets.US_ASCII)));
        refused("document.photo.broken", () -> add(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2, 3}));
        refused("calling.refused.no-item", () -> attachments.add(1, session, 7L, "图", pdf("a"), MODERATOR));
        assertEquals(List.of(), lines());
        add(Arrays.copyOf(pdf(""), Attachment.MAX_BYTES));
        assertEquals("10.0", lines().getFirst().size());
    }

    @Test
    void oneCanBeRemovedUntilTheSessionOpensAndNothingChangesAfterwards() {
        add(pdf("a"));
        add(pdf("b"));
        long first = lines().getFirst().id();
        attachments.remove(1, session, first, MODERATOR);
        attachments.remove(1, session, first, MODERATOR);
        assertEquals(1, lines().size());
        sessions.open(1, session, MODERATOR);
        refused("calling.refused.attach-late", () -> add(pdf("c")));
        refused(
                "calling.refused.attach-late",
                () -> attachments.remove(1, session, lines().getFirst().id(), MODERATOR));
        for (String by : List.of("update attachment set title = 'x'", "delete from attachment")) {
            assertThrows(RuntimeException.class, () -> db.plain().run(by));
        }
        assertEquals(1, lines().size());
    }

    @Test
    void whatHangsOnAnItemGoesWithItBeforeTheOpeningAndHoldsItAfterwards() {
        agendas.add(1, session, null, new Agendas.Wording("b", "", 5), "k1", MODERATOR);
        agendas.add(1, session, null, new Agendas.Wording("c", "", 5), "k2", MODERATOR);
        attachments.add(1, session, items().get(1).id(), "图", pdf("b"), MODERATOR);
        attachments.add(1, session, items().get(2).id(), "图", pdf("c"), MODERATOR);
        agendas.remove(1, session, items().get(1).id(), MODERATOR);
        assertEquals(1, lines().size());
        sessions.open(1, session, MODERATOR);
        refused(
                "calling.refused.attached",
                () -> agendas.remove(1, session, items().get(1).id(), MODERATOR));
    }

    @Test
    void thereIsAnEndToIt() {
        for (int i = 0; i < Attachments.MOST; i++) {
            add(pdf("n" + i));
        }
        refused("calling.refused.attachments", () -> add(pdf("more")));
        assertTrue(lines().stream().allMatch(AttachmentLine::isPdf));
    }
}
