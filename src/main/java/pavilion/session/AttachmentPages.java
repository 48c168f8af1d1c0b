package pavilion.session;

import io.vertx.ext.web.FileUpload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.document.Enclosure;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Visit;

/** What is attached to a call: put there by who called it, saved by everybody whom the meeting concerns. */
final class AttachmentPages {
    private static final String PATH = "/c/:c/sessions/:id/attachments";

    private final Database db;
    private final SessionPages pages;
    private final AgendaPages agenda;
    private final Attachments attachments;

    AttachmentPages(Database db, SessionPages pages, AgendaPages agenda, Attachments attachments) {
        this.db = db;
        this.pages = pages;
        this.agenda = agenda;
        this.attachments = attachments;
    }

    List<Door> doors() {
        return List.of(
                Door.upload(PATH, ConsolePages.MODERATORS, this::add),
                Door.post(PATH + "/:file/remove", ConsolePages.MODERATORS, this::remove),
                Door.get(PATH + "/:file", Access.SIGNED_IN, this::file));
    }

    private Answer add(Visit visit) {
        Session session = agenda.session(visit);
        Form form = visit.form();
        String title = form.required("name", 60);
        String item = form.text("item");
        @Nullable Long on = item.matches("[0-9]{1,18}") ? Long.valueOf(item) : null;
        byte[] upload = upload(visit);
        if (form.good()) {
            try {
                attachments.add(
                        session.community(), session.id(), on, title, upload, AgendaPages.actor(visit, session));
            } catch (Refused refused) {
                form.wrong("file", refused.refusal());
            }
        }
        return agenda.act(visit, session, "#attachments", by -> {});
    }

    // A file that is too large is not even read.
    private static byte[] upload(Visit visit) {
        List<FileUpload> files = visit.uploads();
        if (files.isEmpty() || files.getFirst().size() == 0) {
            visit.form().wrong("file", "document.enclosure.empty");
            return new byte[0];
        }
        FileUpload file = files.getFirst();
        if (file.size() > Enclosure.MAX_BYTES) {
            visit.form().wrong("file", "document.enclosure.too-big", Enclosure.MAX_BYTES >> 20);
            return new byte[0];
        }
        try {
            return Files.readAllBytes(Path.of(file.uploadedFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer remove(Visit visit) {
        Session session = agenda.session(visit);
        return agenda.act(
                visit,
                session,
                "#attachments",
                by -> attachments.remove(session.community(), session.id(), visit.id("file"), by));
    }

    private Answer file(Visit visit) {
        Session session = pages.mine(visit);
        long id = visit.id("file");
        Enclosure file = AttachmentStore.content(db.plain(), session, id).orElseThrow(pavilion.web.Stop::notFound);
        String ending = file.type().equals(Enclosure.PDF) ? ".pdf" : ".jpg";
        return Answer.file(file.type(), "attachment-" + id + ending, file.content())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, max-age=3600");
    }
}
