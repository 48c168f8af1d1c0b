package pavilion.session.agenda;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import pavilion.document.Attachment;
import pavilion.identity.Actor;
import pavilion.rules.Refused;
import pavilion.rules.Sha256;
import pavilion.session.Session;
import pavilion.session.SessionStore;
import pavilion.session.conduct.Sessions;

/** What people are called with: papers and photographs, fixed from the moment the meeting opens. */
public final class Attachments {
    static final int MOST = 20;

    private final Sessions sessions;
    private final Clock clock;

    public Attachments(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** @param item null: of the whole meeting */
    void add(int community, long id, @Nullable Long item, String title, byte[] upload, Actor by) {
        Attachment file = Attachment.accept(upload);
        String sha256 = Sha256.of(file.content());
        sessions.change(community, id, (tx, session) -> {
            requireCalled(session);
            if (item != null && AgendaStore.find(tx, session, item).isEmpty()) {
                throw new Refused("calling.refused.no-item");
            }
            if (AttachmentStore.of(tx, community, id).size() >= MOST) {
                throw new Refused("calling.refused.attachments", MOST);
            }
            if (AttachmentStore.add(tx, session, item, title, file, sha256, by.post(), clock.instant())) {
                SessionStore.touch(tx, community, id);
                JsonObject act =
                        new JsonObject().put("item", item).put("title", title).put("sha256", sha256);
                sessions.act(tx, session, "attachment.added", by, act);
            }
        });
    }

    void remove(int community, long id, long file, Actor by) {
        sessions.change(community, id, (tx, session) -> {
            requireCalled(session);
            AttachmentStore.remove(tx, session, file).ifPresent(sha256 -> {
                SessionStore.touch(tx, community, id);
                sessions.act(tx, session, "attachment.removed", by, new JsonObject().put("sha256", sha256));
            });
        });
    }

    private static void requireCalled(Session session) {
        if (!session.called()) {
            throw new Refused("calling.refused.attach-late");
        }
    }
}
