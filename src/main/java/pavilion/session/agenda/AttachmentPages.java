package pavilion.session.agenda;

import io.vertx.ext.web.FileUpload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.document.Attachment;
import pavilion.rules.Refused;
import pavilion.session.Session;
import pavilion.session.SessionAccess;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** What is attached to a call: put there by whoever called it, and downloaded by everybody whom the session concerns. */
public final class AttachmentPages {
    private static final String PATH = "/c/:c/sessions/:id/attachments";

    private final Database db;
    private final SessionAccess access;
    private final AgendaPages agenda;
    private final Attachments attachments;

    public AttachmentPages(Database db, SessionAccess access, AgendaPages agenda, Attachments attachments) {
        this.db = db;
        this.access = access;
        this.agenda = agenda;
        this.attachments = attachments;
    }

    public List<Route> routes() {
        return List.of(
                Route.upload(
                        PATH,
                        SessionAccess.MODERATORS,
                        this::add,
                        FormField.choice("item"),
                        FormField.text("name", 60),
                        FormField.file("file")),
                Route.post(PATH + "/:file/remove", SessionAccess.MODERATORS, this::remove),
                Route.get(PATH + "/:file", Access.SIGNED_IN, this::file));
    }

    private Response add(Request request) {
        Session session = access.moderated(request);
        FormData form = request.form();
        String title = form.required("name");
        String item = form.text("item");
        @Nullable Long on = item.matches("[0-9]{1,18}") ? Long.valueOf(item) : null;
        byte[] upload = upload(request);
        if (form.good()) {
            try {
                attachments.add(
                        session.community(), session.id(), on, title, upload, SessionAccess.actor(request, session));
            } catch (Refused refused) {
                form.wrong("file", refused.refusal());
            }
        }
        return agenda.act(request, session, "#attachments", by -> {});
    }

    // A file that is too large is not even read.
    private static byte[] upload(Request request) {
        List<FileUpload> files = request.uploads();
        if (files.isEmpty() || files.getFirst().size() == 0) {
            request.form().wrong("file", "document.enclosure.empty");
            return new byte[0];
        }
        FileUpload file = files.getFirst();
        if (file.size() > Attachment.MAX_BYTES) {
            request.form().wrong("file", "document.enclosure.too-big", Attachment.MAX_BYTES >> 20);
            return new byte[0];
        }
        try {
            return Files.readAllBytes(Path.of(file.uploadedFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Response remove(Request request) {
        Session session = access.moderated(request);
        return agenda.act(
                request,
                session,
                "#attachments",
                by -> attachments.remove(session.community(), session.id(), request.id("file"), by));
    }

    private Response file(Request request) {
        Session session = access.mine(request);
        long id = request.id("file");
        Attachment file = AttachmentStore.content(db.plain(), session, id).orElseThrow(HttpError::notFound);
        String ending = file.type().equals(Attachment.PDF) ? ".pdf" : ".jpg";
        return Response.file(file.type(), "attachment-" + id + ending, file.content())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, max-age=3600");
    }
}
