package pavilion.session.agenda;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;
import pavilion.document.Attachment;
import pavilion.identity.Actor;
import pavilion.rules.Refused;
import pavilion.rules.Sha256;
import pavilion.session.Session;
import pavilion.session.SessionChanges;

/** What is attached to a call: papers and photographs, which cannot change once the session is open. */
public final class Attachments {
    static final int MOST = 20;

    private final SessionChanges changes;
    private final Clock clock;

    public Attachments(SessionChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** @param item null: of the whole session */
    void add(int community, long id, @Nullable Long item, String title, byte[] upload, Actor by) {
        Attachment file = Attachment.accept(upload);
        String sha256 = Sha256.of(file.content());
        changes.change(community, id, (tx, session) -> {
            requireCalled(session);
            if (item != null && AgendaStore.find(tx, session, item).isEmpty()) {
                throw new Refused("calling.refused.no-item");
            }
            if (AttachmentStore.of(tx, community, id).size() >= MOST) {
                throw new Refused("calling.refused.attachments", MOST);
            }
            if (AttachmentStore.add(tx, session, item, title, file, sha256, by.post(), clock.instant())) {
                SessionChanges.touch(tx, session);
                JsonObject act =
                        new JsonObject().put("item", item).put("title", title).put("sha256", sha256);
                changes.log(tx, session, "attachment.added", by, act);
            }
        });
    }

    void remove(int community, long id, long file, Actor by) {
        changes.change(community, id, (tx, session) -> {
            requireCalled(session);
            AttachmentStore.remove(tx, session, file).ifPresent(sha256 -> {
                SessionChanges.touch(tx, session);
                changes.log(tx, session, "attachment.removed", by, new JsonObject().put("sha256", sha256));
            });
        });
    }

    public static List<AttachmentLine> of(Tx tx, Session session) {
        return AttachmentStore.of(tx, session.community(), session.id());
    }

    private static void requireCalled(Session session) {
        if (!session.called()) {
            throw new Refused("calling.refused.attach-late");
        }
    }
}
